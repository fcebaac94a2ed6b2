import { tones } from '../../encoding/tone.ts';
import {
  annotate,
  type Annotations,
  type Callout,
  type Dimension,
  type DrawnAs,
  type Point,
} from '../label/annotation.ts';
import type { ClusterPlan } from '../hall/clusterPlan.ts';
import { flightFocus, outermost, propsAt, stopBounds, type FlightProps } from './flight.ts';
import type { HallWords } from '../label/hallWords.ts';
import { packageOf } from '../board/tray.ts';

/** Where the person stands for scale: at the front of the pod, on its right. */
export function personPlace({ pod }: ClusterPlan): Point {
  return [pod.bounds[2] + 1.35, 0, pod.bounds[3] - 0.2];
}

const levels = ['package', 'board', 'cabinet', 'hall'] as const;

/**
 * What the drawing of a stop says about itself.
 * @param stop 0 to 5, outwards
 */
export function flightAnnotations(props: FlightProps, plan: ClusterPlan, stop: number): Annotations {
  const person = stop >= 2 && stop < outermost ? personPlace(plan) : null;
  const level = levels[stop];
  if (level) {
    const said = annotate(propsAt(props, level), plan.pod, flightFocus(props, plan));
    return {
      callouts: said.callouts.filter(({ names }) => names !== 'person'),
      dimensions: stop === 0 ? chipSides(props, plan) : said.dimensions.slice(0, 2),
      person,
    };
  }
  const far = stop === outermost;
  const [low, high] = stopBounds(props, plan, stop);
  const front = far ? high[2] : plan.floor.middle[1] + plan.floor.size[1] / 2;
  const [left, right] = far
    ? [low[0], high[0]]
    : [-1, 1].map((side) => plan.floor.middle[0] + (side * plan.floor.size[0]) / 2);
  const width: Dimension = {
    from: [left!, 0, front],
    to: [right!, 0, front],
    offset: [0, 0, (high[2] - low[2]) * 0.05],
    metres: right! - left!,
    basis: 'assumed',
  };
  const part = (id: string) => [{ classId: id, ordinal: null }];
  const light: DrawnAs = (solids, box) => tones[solids.tone[box]!] === 'fibre';
  const within =
    ([x0, z0, x1, z1]: readonly [number, number, number, number]): DrawnAs =>
    ({ centre }, box) =>
      centre[3 * box]! >= x0 &&
      centre[3 * box]! <= x1 &&
      centre[3 * box + 2]! >= z0 &&
      centre[3 * box + 2]! <= z1;
  const pod: DrawnAs = (solids, box) => within(plan.pod.bounds)(solids, box) && !light(solids, box);
  const { middle, size } = plan.floor;
  const [floorLeft, floorBack] = [middle[0] - size[0] / 2, middle[1] - size[1] / 2];
  const home = within([floorLeft, floorBack, floorLeft + size[0], floorBack + size[1]]);
  const names: Callout['names'][] = far
    ? [{ part: part('home-hall'), boxes: home }, { part: part('far-light'), boxes: light }]
    : [
        { part: part('home-pod'), boxes: pod },
        { part: part('hall-light'), boxes: light },
        { part: part('hall-floor'), at: [floorLeft + 1.5, 0, floorBack + 1.5] },
      ]; // prettier-ignore
  const callouts = names.map((name): Callout => ({ names: name, picked: false }));
  return { callouts, dimensions: [width], person };
}

/** The sides of the chip's substrate. */
function chipSides(props: FlightProps, plan: ClusterPlan): readonly Dimension[] {
  const drawn = packageOf(props.layout, flightFocus(props, plan).package!.classId);
  if (!drawn) return [];
  const [low, high] = stopBounds(props, plan, 0);
  const half = drawn.substrate_mm.map((side) => side / 2000);
  const [x, z] = [(low[0] + high[0]) / 2, (low[2] + high[2]) / 2];
  const [left, right, back, front] = [x - half[0]!, x + half[0]!, z - half[1]!, z + half[1]!];
  const side = (from: Point, to: Point, offset: Point, metres: number): Dimension => ({
    from, to, offset, metres, basis: drawn.substrate.basis,
  }); // prettier-ignore
  return [
    side([left, low[1], front], [right, low[1], front], [0, 0, 0.012], right - left),
    side([right, low[1], back], [right, low[1], front], [0.012, 0, 0], front - back),
  ];
}

/** The words on the drawings, as the build writes them for the browser. */
export interface FlightWords {
  /** Title and detail by class of part. */
  readonly parts: Readonly<Record<string, readonly [title: string, detail: string]>>;
  /** By where links run: `overhead`, `cabinet`, `board`. */
  readonly links: Readonly<Record<string, readonly [title: string, detail: string]>>;
  readonly person: readonly [title: string, detail: string];
  /** With a place for `{length}` and `{basis}`. */
  readonly dimension: string;
  readonly basis: Readonly<Record<string, string>>;
}

/** The same as the drawing of a single supernode asks for them. */
export function drawingWords(words: FlightWords): HallWords {
  const of = (pair: readonly [string, string] | undefined, name: string) => {
    if (!pair) throw new Error(`no words for "${name}" on the drawing`);
    return { title: pair[0], detail: pair[1] };
  };
  return {
    part: (path) => of(words.parts[path.at(-1)!.classId], path.at(-1)!.classId),
    links: ({ run }) => of(words.links[run], run),
    person: () => of(words.person, 'person'),
    dimension: (metres, basis) =>
      words.dimension.replace('{length}', lengthText(metres)).replace('{basis}', words.basis[basis] ?? basis),
    floorArea: (area) => `${area} m²`,
  };
}

/** A length as it is said of drawings: `92 mm`, `2.25 m`, `380 m`, `1.2 km`. */
export function lengthText(metres: number): string {
  const [value, unit] =
    metres < 0.5 ? [metres * 1000, 'mm'] : metres < 1000 ? [metres, 'm'] : [metres / 1000, 'km'];
  return `${Number(value.toPrecision(3))}\u00a0${unit}`;
}
