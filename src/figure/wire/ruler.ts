/** A mark of the ruler beside the wire. */
export interface Tick {
  /** Metres of wire from the die. */
  readonly metres: number;
  /** Share of the stretch from its beginning, 0 to 1. */
  readonly at: number;
  /** Whether its length is written beside it. */
  readonly named: boolean;
}

/** The widest of 1, 2 or 5 times a power of ten that goes at least `least` times into a length. */
export function roundStep(metres: number, least: number): number {
  const most = metres / least;
  const power = 10 ** Math.floor(Math.log10(most));
  const digit = [5, 2, 1].find((candidate) => candidate * power <= most * (1 + 1e-9)) ?? 1;
  return digit * power;
}

/** Round lengths between the ends of a stretch, every one a tick; those of the wider step are named. */
export function ticksOf({ from, to }: { readonly from: number; readonly to: number }): readonly Tick[] {
  const length = to - from;
  const step = roundStep(length, 10);
  const named = roundStep(length, 3);
  const first = Math.ceil(from / step + 1e-6);
  const last = Math.floor(to / step - 1e-6);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const metres = (first + i) * step;
    const whole = metres / named;
    return {
      metres,
      at: (metres - from) / length,
      named: Math.abs(whole - Math.round(whole)) < 1e-6,
    };
  });
}
