import type { LabelWords } from './hallWords.ts';
import type { Ground } from './ground.ts';
import { runsOver, waysTo, type Nameable } from './leader.ts';
import { cross, runsThrough, segmentsOf, touches, type Segment } from './lines.ts';
import type { Box, Pixel, PlacedDimension, PlacedLabel } from './placed.ts';
import { firstBaseline, labelText, textBox, textSize, wrapWords } from './wording.ts';

/** Pixels kept free around a text, between two texts, around a leader, and at the edge of the picture. */
const room = { text: 6, between: 9, leader: 4, edge: 8 };
/** Steps in which places are tried, pixels. */
const step = { across: 10, down: 8 };

/** What a place costs beside the length of its leader, pixels of leader. */
const price = {
  /** Every pixel of a leader that runs over something else. */
  over: 1.6,
  /** An edge of its own beside other labels on the same side. */
  ragged: 40,
  /** Words broken into more lines, and words without their detail. */
  broken: 10,
  short: 160,
};

/** The most labels on a picture. */
export const mostLabels = (width: number): number => (width < 480 ? 3 : width < 900 ? 4 : 5);

interface Placement {
  readonly label: PlacedLabel;
  readonly box: Box;
  readonly leader: readonly Segment[];
  readonly cost: number;
}

interface Form {
  readonly words: LabelWords;
  readonly width: number;
  readonly height: number;
  readonly cost: number;
}

/** How words may be set: broken for columns of several widths, and as the name alone. */
function formsOf(words: LabelWords, frame: { width: number }): Form[] {
  const limits = frame.width < 640 ? [0.6, 0.42, 0.3] : [0.3, 0.2, 0.12];
  const seen = new Set<string>();
  return [words, { ...words, detail: '' }].flatMap((said, kind) =>
    limits.flatMap((limit): Form[] => {
      const set = wrapWords(said, Math.min(230, frame.width * limit));
      const text = labelText(set);
      if (seen.has(text) || (kind === 1 && words.detail === '')) return [];
      seen.add(text);
      const { width, height } = textSize(text);
      const lines = text.split('\n').length;
      return [{ words: set, width, height, cost: kind * price.short + lines * price.broken }];
    }),
  );
}

interface Taken {
  readonly boxes: readonly Box[];
  readonly lines: readonly Segment[];
}

/** The cheapest place for a name beside what is there already, or null where there is none. */
function bestPlace(named: Nameable, ground: Ground, taken: Taken, edges: Edges): Placement | null {
  const { frame } = ground;
  const around = boundsOf(named.anchors);
  let best: Placement | null = null;
  for (const form of formsOf(named.words, frame)) {
    const { width, height } = form;
    // Nearest first, so that what lies farther off than the best so far need not be looked at.
    const tops = rangeOf(room.edge, frame.height - room.edge - height, step.down, [])
      .map((top) => ({ top, off: Math.max(0, around.top - top - height, top - around.bottom) }))
      .sort((p, q) => p.off - q.off);
    const known = [...edges.start, ...edges.end.map((x) => x - width)];
    const lefts = rangeOf(room.edge, frame.width - room.edge - width, step.across, known)
      .map((left) => ({ left, off: Math.max(0, around.left - left - width, left - around.right) }))
      .sort((p, q) => p.off - q.off);
    for (const { top, off: down } of tops) {
      if (best && form.cost + down >= best.cost) break;
      for (const { left, off: across } of lefts) {
        if (best && form.cost + Math.hypot(across, down) >= best.cost) break;
        const box = { left, top, right: left + width, bottom: top + height };
        if (!isOpen(box, ground, taken)) continue;
        best = bestLeader(named, form, box, { ground, taken, edges }, best);
      }
    }
  }
  return best;
}

interface Edges {
  readonly start: number[];
  readonly end: number[];
}

/** Whether a text may stand in a rectangle. */
function isOpen(box: Box, ground: Ground, taken: Taken): boolean {
  const { text, between, leader } = room;
  const grown = {
    left: box.left - text,
    top: box.top - text,
    right: box.right + text,
    bottom: box.bottom + text,
  };
  return (
    ground.isFree(grown) &&
    !taken.boxes.some((other) => touches(box, other, between)) &&
    !taken.lines.some((line) => runsThrough(line, box, leader))
  );
}

/** The text in a rectangle with its cheapest leader, where that is cheaper than the best so far. */
function bestLeader(
  named: Nameable,
  form: Form,
  box: Box,
  { ground, taken, edges }: { ground: Ground; taken: Taken; edges: Edges },
  before: Placement | null,
): Placement | null {
  let best = before;
  const priceOf = (align: 'start' | 'end') => {
    const edge = align === 'start' ? box.left : box.right;
    const ragged = edges[align].length > 0 && !edges[align].some((x) => Math.abs(x - edge) < 0.5);
    return form.cost + (ragged ? price.ragged : 0);
  };
  const asked = { start: priceOf('start'), end: priceOf('end') };
  for (const anchor of named.anchors) {
    const dearest = best?.cost ?? Infinity;
    const most = { start: dearest - asked.start, end: dearest - asked.end };
    for (const { points, align, cost: way, length } of waysTo(anchor, box, most)) {
      const cost = asked[align] + way + length;
      if (best && cost >= best.cost) continue;
      const leader = segmentsOf(points);
      if (leader.some((segment) => taken.lines.some((line) => cross(segment, line)))) continue;
      if (leader.some((segment) => taken.boxes.some((other) => runsThrough(segment, other, room.leader))))
        continue;
      const left = best ? (best.cost - cost) / price.over : Infinity;
      const whole = cost + price.over * runsOver(leader, ground, named, left);
      if (!Number.isFinite(whole) || (best && whole >= best.cost)) continue;
      const at: Pixel = [align === 'start' ? box.left : box.right, box.top + firstBaseline];
      const label = { words: form.words, at, align, picked: named.picked, leader: points };
      best = { label, box: textBox(labelText(form.words), at, align), leader, cost: whole };
    }
  }
  return best;
}

function boundsOf(points: readonly Pixel[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Steps from low to high, high itself, and those of `more` between them; empty where there is no room. */
function rangeOf(low: number, high: number, by: number, more: readonly number[]): number[] {
  if (high < low) return [];
  const all = new Set([high, ...more.filter((value) => value >= low && value <= high)]);
  for (let value = low; value < high; value += by) all.add(value);
  return [...all];
}

/** What dimension lines take. */
export function takenBy(dimensions: readonly PlacedDimension[]): Taken {
  return {
    boxes: dimensions.map(({ text, textAt, align, large }) => textBox(text, textAt, align, large)),
    lines: dimensions.flatMap(({ line, extensions }) => [line, ...extensions]),
  };
}

/** Places names one after the other; each keeps clear of all before it. */
function placeInTurn(names: readonly Nameable[], ground: Ground, dimensions: readonly PlacedDimension[]) {
  const first = takenBy(dimensions);
  const [boxes, lines] = [[...first.boxes], [...first.lines]];
  const edges: Edges = { start: [], end: [] };
  const placed: (Placement & { readonly named: Nameable })[] = [];
  for (const named of names) {
    const found = bestPlace(named, ground, { boxes, lines }, edges);
    if (!found) continue;
    placed.push({ ...found, named });
    boxes.push(found.box);
    lines.push(...found.leader);
    edges[found.label.align].push(found.label.at[0]);
  }
  return placed;
}

/**
 * Names things outside of what is drawn: on empty ground, beside all other words and lines, with a leader that crosses
 * no text, no line and not the person. Of all that are seen, the first have precedence.
 * @param names the most telling first; what is hidden is passed over
 * @param dimensions words and lines that are there already
 */
export function placeLabels(
  names: readonly Nameable[],
  ground: Ground,
  dimensions: readonly PlacedDimension[],
): readonly PlacedLabel[] {
  const most = mostLabels(ground.frame.width);
  const seen = names.filter(({ anchors }) => anchors.length > 0);
  const wanted = seen.slice(0, most);
  const middle = (k: 0 | 1) => (a: Nameable, b: Nameable) => a.anchors[0]![k] - b.anchors[0]![k];
  const orders = [
    wanted,
    wanted.toSorted(middle(1)),
    wanted.toSorted(middle(1)).reverse(),
    wanted.toSorted(middle(0)),
  ];
  let best: ReturnType<typeof placeInTurn> = [];
  const worth = (placed: typeof best) =>
    placed.reduce((sum, { cost, named }) => sum + (named.picked ? 30_000 : 10_000) - cost, 0);
  for (const order of orders) {
    const placed = placeInTurn(order, ground, dimensions);
    if (best.length === 0 || worth(placed) > worth(best)) best = placed;
    if (best.length === wanted.length) break;
  }
  if (best.length < wanted.length && seen.length > most) {
    const rest = [
      [...best.map(({ named }) => named), ...seen.slice(most)],
      seen.toSorted(middle(1)),
      seen.toSorted(middle(1)).reverse(),
      seen.toSorted(middle(0)),
      seen.toSorted(middle(0)).reverse(),
    ];
    for (const order of rest) {
      const placed = placeInTurn(order, ground, dimensions).slice(0, most);
      if (worth(placed) > worth(best)) best = placed;
      if (best.length === most) break;
    }
  }
  return best.map(({ label }) => label);
}
