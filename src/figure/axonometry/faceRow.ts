/** A front face: its upper left corner, width, height, and how far it falls to the right on its way, pixels. */
interface Front {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pixels down for each pixel to the right. */
  readonly slope: number;
}

/** Fronts of one size that stand side by side at one distance. */
export interface FaceRow {
  readonly first: Front;
  readonly count: number;
  /** From the left edge of one to that of the next, pixels. */
  readonly step: number;
}

type Points = readonly (readonly number[])[];

/** A face as an upright front; null where its left and right edges are not upright. */
function frontOf(points: Points): Front | null {
  const left = Math.min(...points.map(([x]) => x!));
  const right = Math.max(...points.map(([x]) => x!));
  const on = (edge: number) => points.filter(([x]) => Math.abs(x! - edge) < 1e-6).map(([, y]) => y!);
  const [before, after] = [on(left), on(right)];
  if (points.length !== 4 || before.length !== 2 || after.length !== 2) return null;
  const [y, height] = [Math.min(...before), Math.max(...before) - Math.min(...before)];
  const width = right - left;
  return { x: left, y, width, height, slope: (Math.min(...after) - y) / width };
}

/** Two rows closer than this are one, and so are two steps, pixels. */
const exact = 0.02;
/** A row of fewer saves nothing. */
const fewest = 4;

/**
 * Finds rows among faces that look alike.
 * @param faces corners in pixels, not rounded
 * @returns the rows, and the places in `faces` of those that stand in none
 */
export function rowsOfFaces(faces: readonly Points[]): { rows: FaceRow[]; rest: number[] } {
  const rows: FaceRow[] = [];
  const taken = new Set<number>();
  const fronts = faces.flatMap((points, index) => {
    const front = frontOf(points);
    return front ? [{ ...front, index, base: front.y - front.slope * front.x }] : [];
  });
  const near = (value: number) => Math.round(value / exact);
  const alike = Map.groupBy(fronts, ({ width, height, slope, base }) =>
    [near(width), near(height), Math.round(slope * 1000), near(base)].join(' '),
  );
  for (const group of alike.values()) {
    const sorted = group.toSorted((a, b) => a.x - b.x);
    let start = 0;
    while (start + 1 < sorted.length) {
      const step = sorted[start + 1]!.x - sorted[start]!.x;
      let end = start + 1;
      while (end + 1 < sorted.length && Math.abs(sorted[end + 1]!.x - sorted[end]!.x - step) < exact) end++;
      const count = end - start + 1;
      if (count >= fewest && step > sorted[start]!.width) {
        rows.push({ first: sorted[start]!, count, step });
        for (const { index } of sorted.slice(start, end + 1)) taken.add(index);
        start = end + 1;
      } else start = end;
    }
  }
  return { rows, rest: [...faces.keys()].filter((index) => !taken.has(index)) };
}

const tenth = (value: number) => Math.round(value * 100) / 10;
const fine = (value: number) => String(Math.round(value * 1000) / 100);

/**
 * Rows as dashed lines as thick as their faces are high, in a plane that leans as they do: one subpath a row instead of
 * one a face. In tenths of a pixel.
 * @param tone class of `styles/drawing.css` for what the faces are made of
 */
export function rowsSvg(rows: readonly FaceRow[], tone: string): string {
  const look = ({ first: { slope, width, height }, step }: FaceRow) =>
    `transform="matrix(1 ${Math.round(slope * 1e5) / 1e5} 0 1 0 0)" stroke-width="${fine(height)}" stroke-dasharray="${fine(width)} ${fine(step - width)}"`;
  return [...Map.groupBy(rows, look)]
    .map(([attributes, held]) => {
      const d = held.map(({ first: { x, y, width, height, slope }, count, step }) => {
        const level = y + height / 2 - (Math.round(slope * 1e5) / 1e5) * x;
        return `M${tenth(x)} ${tenth(level)}h${tenth((count - 1) * step + width)}`;
      });
      return `<path class="${tone} row" ${attributes} d="${d.join('')}"/>`;
    })
    .join('');
}
