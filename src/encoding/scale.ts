/** A way from quantities to places on a drawing, and back. */
export interface Scale {
  (value: number): number;
  invert(place: number): number;
}

type Span = readonly [number, number];

function between(
  domain: Span,
  range: Span,
  to: (value: number) => number,
  from: (value: number) => number,
): Scale {
  const [low, high] = [to(domain[0]), to(domain[1])];
  const [start, end] = range;
  return Object.assign(
    (value: number) => {
      const share = (to(value) - low) / (high - low);
      return start * (1 - share) + end * share;
    },
    {
      invert(place: number) {
        const share = (place - start) / (end - start);
        return from(low * (1 - share) + high * share);
      },
    },
  );
}

/** Equal differences are equal lengths. */
export const linearScale = (domain: Span, range: Span): Scale =>
  between(
    domain,
    range,
    (value) => value,
    (value) => value,
  );

/** Equal factors are equal lengths; the domain is above 0. */
export const logScale = (domain: Span, range: Span): Scale => between(domain, range, Math.log, Math.exp);
