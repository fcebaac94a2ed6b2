type Point = readonly [x: number, y: number];

/** One stretch of a path: its text, and where it begins and ends. */
interface Stretch {
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
}

/** The stretches of a path of straight lines, each from one move of the pen to the next. */
export function stretchesOf(d: string): Stretch[] {
  return (d.match(/M[^M]*/g) ?? []).map((text) => {
    let [x, y] = [0, 0];
    let start: Point | null = null;
    for (const [, command, rest] of text.matchAll(/([MLHVlhv])([^A-Za-z]*)/g)) {
      const numbers = (rest!.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
      const step = command === 'H' || command === 'V' || command === 'h' || command === 'v' ? 1 : 2;
      for (let i = 0; i < numbers.length; i += step) {
        const [a, b] = [numbers[i]!, numbers[i + 1]!];
        if (command === 'M' || command === 'L') [x, y] = [a, b];
        else if (command === 'l') [x, y] = [x + a, y + b];
        else if (command === 'H') x = a;
        else if (command === 'h') x += a;
        else if (command === 'V') y = a;
        else y += a;
        start ??= [x, y];
      }
    }
    return { text, start: start ?? [0, 0], end: [x, y] };
  });
}

/** From a point to the letters of a text, in units of the drawing; a letter is taken to be half as wide as high. */
function distance([x, y]: Point, text: Element): number {
  const [left, base] = ['x', 'y'].map((side) => Number(text.getAttribute(side)));
  const wide = text.textContent.length * 6.5;
  const anchor = text.getAttribute('text-anchor');
  const from = left! - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
  return Math.hypot(Math.max(from - x, 0, x - from - wide), Math.max(base! - 12 - y, 0, y - base! - 3));
}

const isSame = ([a, b]: Point, [c, d]: Point) => Math.abs(a - c) < 0.15 && Math.abs(b - d) < 0.15;

/**
 * Takes out of the lines of a drawing the leaders whose words go, with the paper beneath them and the dots that they
 * begin at. A leader belongs to the words that its end is nearest to.
 * @param texts every text of the drawing, as the leaders were made for
 * @param measured whether lengths stay: then their dots do too
 */
export function dropPointers(
  lines: Element,
  texts: readonly Element[],
  stays: (text: Element) => boolean,
  measured: boolean,
): void {
  const named = texts.filter(
    ({ classList }) => classList.contains('label-title') || classList.contains('label-detail'),
  );
  const isKept = ({ end }: Stretch): boolean => {
    const [nearest] = named.toSorted((a, b) => distance(end, a) - distance(end, b));
    return nearest !== undefined && stays(nearest);
  };
  const kept: Point[] = [];
  const dropped: Point[] = [];
  const keepOnly = (path: Element, keeps: (stretch: Stretch) => boolean) => {
    const left = stretchesOf(path.getAttribute('d') ?? '').filter(keeps);
    if (left.length === 0) path.remove();
    else path.setAttribute('d', left.map(({ text }) => text).join(''));
  };
  for (const path of lines.querySelectorAll('path:is(.leader, .leader-halo)'))
    keepOnly(path, (stretch) => {
      const keeps = isKept(stretch);
      (keeps ? kept : dropped).push(stretch.start);
      return keeps;
    });
  for (const path of lines.querySelectorAll('path.dots'))
    keepOnly(path, ({ start }) =>
      measured
        ? !dropped.some((one) => isSame(one, start)) || kept.some((one) => isSame(one, start))
        : kept.some((one) => isSame(one, start)),
    );
}
