import { readFileSync } from 'node:fs';
import { faces, tones } from '../../src/encoding/tone.ts';
import { plainValue } from '../../src/build/flattenStyle.ts';
import type { PlacedAnnotations, Pixel } from '../../src/placement/label/placed.ts';
import { looks, type Solids } from '../../src/placement/solid/solids.ts';
import type { Frame, Projector } from '../../src/placement/view/camera.ts';

/** What is wrong with the words of one picture, counted. */
export interface LabelFaults {
  /** Texts over something drawn, over an outline, over the person or over another text. */
  readonly over: number;
  /** Leaders through another leader, a text, a dimension line or the person. */
  readonly crossings: number;
  readonly clipped: number;
  /** Lines that end within a number and its unit, its noun or its ratio. */
  readonly broken: number;
  /** Leaders and texts that stand out too little from what is behind them, in either theme. */
  readonly contrast: number;
  /** Labels short of three, or of all that could be named where they are fewer. */
  readonly missing: number;
}

export const kinds = ['over', 'crossings', 'clipped', 'broken', 'contrast', 'missing'] as const;

/** A picture with its words, as their placement gives them. */
export interface Lettered {
  readonly solids: Solids;
  readonly project: Projector;
  readonly frame: Frame;
  /** Convex outlines of the person. */
  readonly person: readonly (readonly Pixel[])[];
  readonly placed: PlacedAnnotations;
  /** How many things could be named. */
  readonly nameable: number;
  /** Whether leaders have a stroke of paper beneath them. */
  readonly halo: boolean;
}

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

/** No text of the figures is wider than this a letter: measured in Barlow 600 at 13 pixels. */
const letter = 6.75;
const leading = 18;

function room(text: string, [x, y]: Pixel, align: 'start' | 'middle' | 'end'): Rectangle {
  const lines = text.split('\n').filter((line) => line !== '');
  const width = Math.max(...lines.map((line) => line.length)) * letter;
  const left = x - { start: 0, middle: width / 2, end: width }[align];
  return [left, y - 10, left + width, y + 3 + leading * (lines.length - 1)];
}

const apart = (a: Rectangle, b: Rectangle) => a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];

/** Whether a convex outline and a rectangle share a point: no edge of either parts them. */
function overlaps(outline: readonly Pixel[], box: Rectangle): boolean {
  const corners: readonly Pixel[] = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[2], box[3]],
    [box[0], box[3]],
  ];
  const parts = (of: readonly Pixel[]) =>
    of.some(([x, y], i) => {
      const [toX, toY] = of[(i + 1) % of.length]!;
      const [nx, ny] = [toY - y, x - toX];
      if (Math.hypot(nx, ny) < 1e-6) return false;
      const along = (points: readonly Pixel[]) => points.map(([px, py]) => px * nx + py * ny);
      const [a, b] = [along(outline), along(corners)];
      return Math.max(...a) <= Math.min(...b) + 1e-6 || Math.max(...b) <= Math.min(...a) + 1e-6;
    });
  return !parts(outline) && !parts(corners);
}

type Stretch = readonly [Pixel, Pixel];
const stretches = (points: readonly Pixel[]): Stretch[] => points.slice(1).map((p, i) => [points[i]!, p]);

function meet([[ax, ay], [bx, by]]: Stretch, [[cx, cy], [dx, dy]]: Stretch): boolean {
  const area = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (Math.abs(area) < 1e-9) return false;
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / area;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / area;
  return t > 1e-6 && t < 1 - 1e-6 && u > 1e-6 && u < 1 - 1e-6;
}

/** A box on the picture: each face that is turned to the eye, with its tone and side, or its edges where it has faded. */
interface Drawn {
  readonly outline: readonly Pixel[];
  readonly extent: Rectangle;
  readonly fill: number;
  /** Metres towards the eye of its first corner, and how they change across and down. */
  readonly near: number;
  readonly faded: boolean;
}

function drawnOn({ solids, project, frame }: Lettered): Drawn[] {
  const found: Drawn[] = [];
  for (let i = 0; i < solids.count; i++) {
    const yaw = solids.yaw[i]!;
    const corner = (sx: number, sy: number, sz: number) => {
      const [hx, hy, hz] = [
        sx * solids.half[3 * i]!,
        sy * solids.half[3 * i + 1]!,
        sz * solids.half[3 * i + 2]!,
      ];
      return project(
        solids.centre[3 * i]! + hx * Math.cos(yaw) + hz * Math.sin(yaw),
        solids.centre[3 * i + 1]! + hy,
        solids.centre[3 * i + 2]! - hx * Math.sin(yaw) + hz * Math.cos(yaw),
      );
    };
    const faded = looks[solids.look[i]!] === 'ghost';
    for (const axis of [0, 1, 2] as const)
      for (const sign of [-1, 1]) {
        const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
        const at = (a: number, b: number) => {
          const s = [0, 0, 0];
          [s[axis], s[u], s[v]] = [sign, a, b];
          return corner(s[0]!, s[1]!, s[2]!);
        };
        const points = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
        const outline = points.map(([x, y]): Pixel => [x, y]);
        const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
        const extent = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
        if (apart(extent, [0, 0, frame.width, frame.height])) continue;
        const face = faces.indexOf(axis === 1 ? 'top' : axis === 2 ? 'front' : 'side');
        const near = points.reduce((sum, point) => sum + point[2], 0) / 4;
        const fill = 3 * solids.tone[i]! + face;
        // Of what has faded, too, only the sides turned to the eye are outlined.
        if (near <= corner(0, 0, 0)[2]) continue;
        if (!faded) found.push({ outline, extent, fill, near, faded });
        else
          for (const edge of stretches([...outline, outline[0]!]))
            found.push({ outline: [...edge], extent, fill, near, faded });
      }
  }
  return found;
}

/** Counts what is wrong, apart from the code that places the words: exact outlines against exact rectangles. */
export function labelFaults(lettered: Lettered): LabelFaults {
  const { placed, frame, person, nameable } = lettered;
  const drawn = drawnOn(lettered);
  const labels = placed.labels.map((label) => ({
    label,
    box: room(
      label.words.detail === '' ? label.words.title : `${label.words.title}\n${label.words.detail}`,
      label.at,
      label.align,
    ),
    leader: stretches(label.leader),
  }));
  const lengths = placed.dimensions.map((length) => ({
    length,
    box: room(length.text, length.textAt, length.align),
  }));
  const texts = [...labels, ...lengths].map(({ box }) => box);
  const lines = placed.dimensions.flatMap(({ line, extensions }): Stretch[] => [line, ...extensions]);
  const through = (stretch: Stretch, box: Rectangle) => overlaps(stretch, box);
  const over =
    texts.filter((box) =>
      [...drawn.filter(({ extent }) => !apart(extent, box))].some(({ outline }) => overlaps(outline, box)),
    ).length +
    texts.filter((box) => person.some((piece) => overlaps(piece, box))).length +
    texts.filter((box, i) => texts.slice(0, i).some((other) => !apart(box, other))).length;
  let crossings = 0;
  labels.forEach(({ leader, label }, i) => {
    for (const stretch of leader) {
      crossings += labels
        .slice(0, i)
        .filter((other) => other.leader.some((one) => meet(stretch, one))).length;
      crossings += lines.filter((line) => meet(stretch, line)).length;
      crossings += texts.filter((box, k) => k !== i && through(stretch, box)).length;
    }
    const isPersons = person.some((piece) =>
      overlaps([label.leader[0]!, [label.leader[0]![0] + 0.5, label.leader[0]![1] + 0.5]], bounds(piece)),
    );
    if (!isPersons && leader.some((stretch) => person.some((piece) => through(stretch, bounds(piece)))))
      crossings++;
  });
  const clipped = texts.filter(
    ([left, top, right, bottom]) => left < 0 || top < 0 || right > frame.width || bottom > frame.height,
  ).length;
  const broken = labels.filter(({ label: { words } }) => [words.title, words.detail].some(isBroken)).length;
  const contrast = labels.filter(({ leader }) => isFaint(leader, drawn, lettered.halo)).length;
  const missing = Math.max(0, Math.min(3, nameable) - labels.length);
  return { over, crossings, clipped, broken, contrast, missing };
}

function bounds(piece: readonly Pixel[]): Rectangle {
  const [xs, ys] = [piece.map(([x]) => x), piece.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Whether a line of a text begins or ends inside of what belongs together. */
export function isBroken(text: string): boolean {
  const lines = text.split('\n');
  return lines.some((line, i) => {
    if (i === 0) return false;
    const before = lines[i - 1]!;
    return (
      /^[:×,;.]/.test(line) ||
      /[:×]$/.test(before) ||
      /(^|\s)\d([\d,.]*\d)?$/.test(before) ||
      /^\d([\d,.]*\d)?$/.test(line) ||
      (/\bof$/.test(before) && /^\d/.test(line))
    );
  });
}

const sheets = ['src/styles/tokens.css', 'src/styles/drawing.css'].map((file) => readFileSync(file, 'utf8'));
const tokensIn = (css: string, start: RegExp) =>
  Object.fromEntries(
    [...(start.exec(css)?.[1] ?? '').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
const light = Object.assign({}, ...sheets.map((css) => tokensIn(css, /^:root \{([^}]*)\}/m))) as Record<
  string,
  string
>;
const dark = {
  ...light,
  ...(Object.assign(
    {},
    ...sheets.map((css) => tokensIn(css, /:root\[data-theme='dark'\] \{([^}]*)\}/)),
  ) as Record<string, string>),
};
const rules = (selector: string) =>
  new RegExp(`^\\.${selector.replaceAll('.', '\\.')} \\{([^}]*)\\}`, 'm').exec(sheets[1]!)?.[1];
const valueOf = (rule: string, name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(rule)![1]!;

function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((d) => d + d).join('') : hex.slice(1);
  const [r, g, b] = [0, 2, 4].map((at) => {
    const value = parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours by WCAG 2. */
export function contrastOf(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Colours of a theme: of a token, and of every tone and face. */
export const themes = [light, dark].map((tokens) => {
  const fills = tones.flatMap((tone) =>
    faces.map((face) => {
      const own = { ...tokens, '--tone': valueOf(rules(tone)!, '--tone') };
      return plainValue(valueOf(rules(`${tone}.${face}`) ?? rules(face)!, 'fill'), own);
    }),
  );
  return { token: (name: string) => plainValue(tokens[name]!, tokens), fills };
});

/** Whether a leader stands out by less than 3 : 1 from anything it touches: its halo, or the faces under it. */
function isFaint(leader: readonly Stretch[], drawn: readonly Drawn[], halo: boolean): boolean {
  return themes.some(({ token, fills }) => {
    const ink = token('--figure-ink');
    if (halo) return contrastOf(ink, token('--paper')) < 3;
    const faint = new Set(fills.flatMap((fill, i) => (contrastOf(ink, fill) < 3 ? [i] : [])));
    return leader.some((stretch) => faceUnder(stretch, drawn).some((fill) => faint.has(fill)));
  });
}

/** Faces seen under a stretch, looked up every few pixels. */
function faceUnder([[x0, y0], [x1, y1]]: Stretch, drawn: readonly Drawn[]): number[] {
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 6);
  return Array.from({ length: steps }, (_, i) => {
    const [x, y] = [x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps];
    const here = drawn.filter(
      ({ faded, extent, outline }) =>
        !faded && !apart(extent, [x, y, x + 0.1, y + 0.1]) && overlaps(outline, [x, y, x + 0.1, y + 0.1]),
    );
    return (
      here.reduce<Drawn | null>((best, one) => (!best || one.near > best.near ? one : best), null)?.fill ?? -1
    );
  }).filter((fill) => fill >= 0);
}
