import { tones } from '../../encoding/tone.ts';
import type { LinkCount } from '../../model/hardware/cabling.ts';
import { childClasses, type Basis, type PartKind } from '../../model/hardware/machine.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import { leadOverhead } from '../cable/cable.ts';
import { neighboursOf, standingCabinet, type HallPlan } from '../hall/hall.ts';
import type { Focus } from '../hall/focus.ts';
import type { HallProps } from '../hall/hallProps.ts';
import type { Solids } from '../solid/solids.ts';
import { levelBounds } from '../view/viewpoint.ts';
import { packageOf } from '../board/tray.ts';
import { peopleIn } from '../walk/standIn.ts';

export type Point = readonly [number, number, number];

/** Links the drawing names: where they run, how many they are, and how many one drawn strand stands for. */
export interface NamedLinks {
  readonly run: 'overhead' | 'cabinet' | 'board';
  readonly count: LinkCount;
  readonly linksPerStrand: number;
}

/** Which boxes of a drawing something is drawn as. */
export type DrawnAs = (solids: Solids, box: number) => boolean;

/** Something the drawing names: a part, what is drawn as certain boxes, a place, or the standing person. */
export interface Callout {
  readonly names:
    | { readonly part: PartPath }
    | { readonly links: NamedLinks; readonly boxes: DrawnAs }
    | { readonly part: PartPath; readonly boxes: DrawnAs }
    | { readonly part: PartPath; readonly at: Point }
    | 'person';
  /** Whether it is what the reader picked. */
  readonly picked: boolean;
}

/** Boxes of a part and of all in it; a step without a number stands for all of its class. */
export function drawnAs(part: PartPath): DrawnAs {
  const known = new WeakMap<Solids, readonly boolean[]>();
  return (solids, box) => {
    const mine = known.get(solids) ?? solids.owners.map((owner) => isWithin(owner, part));
    known.set(solids, mine);
    return mine[solids.owner[box]!]!;
  };
}

/** Whether a path is `part` or lies in it; a last step without a number stands for all of its class. */
export function isWithin(path: PartPath, part: PartPath): boolean {
  return part.every(
    (step, i) =>
      path[i]?.classId === step.classId && (step.ordinal === null || path[i].ordinal === step.ordinal),
  );
}

/** The same with the name of one part first, which is what the reader points at. */
export function pointingAt(said: Annotations, part: PartPath): Annotations {
  const key = JSON.stringify(part);
  const others = said.callouts.filter(({ names }) => {
    const plain = names !== 'person' && 'part' in names && !('boxes' in names) && !('at' in names);
    return !plain || JSON.stringify(names.part) !== key;
  });
  return { ...said, callouts: [{ names: { part }, picked: true }, ...others] };
}

/** A length measured on the drawing, its line set off from the part by `offset`. */
export interface Dimension {
  readonly from: Point;
  readonly to: Point;
  readonly offset: Point;
  readonly metres: number;
  readonly basis: Basis;
}

export interface Annotations {
  /** The most telling first. */
  readonly callouts: readonly Callout[];
  readonly dimensions: readonly Dimension[];
  /** Where the person stands, feet on the floor; null where the picture is too close for one. */
  readonly person: Point | null;
  /** Where others stand, who are not named. */
  readonly others?: readonly Point[];
}

/** Kinds named at each level when nothing is picked, most telling first. */
const told: Record<'cabinet' | 'board' | 'package', readonly PartKind[]> = {
  cabinet: ['board', 'backplane', 'manifold', 'power-shelf', 'switch-device'],
  board: ['processor', 'cold-plate', 'cpu', 'switch-chip', 'optical-port', 'network-card', 'memory-module'],
  package: ['compute-die', 'memory-stack', 'io-die'],
};

/** What the drawing says about itself at a level: names, dimension lines and the person for scale. */
export function annotate(props: HallProps, plan: HallPlan, focus: Focus): Annotations {
  const { level } = props;
  const walks = props.view === 'walk';
  const wide = walks || level === 'hall' || level === 'row';
  const [person = null, ...others] = walks
    ? peopleIn(props, plan, focus)
    : wide || level === 'cabinet'
      ? [personPlace(props, plan, focus)]
      : [];
  const callouts: Callout[] = [];
  const named = new Set<string>();
  const name = (part: PartPath, picked = false) => {
    const key = part.map(({ classId, ordinal }) => `${classId} ${ordinal}`).join('/');
    if (named.has(key)) return;
    named.add(key);
    callouts.push({ names: { part }, picked });
  };
  const nameLinks = (run: NamedLinks['run']) => {
    const links = props.cabling ? linksDrawn(props, plan, focus, run) : null;
    if (links) callouts.push({ names: links, picked: false });
  };
  if (props.part.length > 0) name(props.part, true);
  if (wide) {
    name([focus.cabinet]);
    const row = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal).z;
    const others = plan.cabinets.filter((cabinet) => cabinet.classId !== focus.cabinet.classId);
    const near = others.reduce<(typeof others)[number] | undefined>(
      (best, c) => (!best || Math.abs(c.z - row) < Math.abs(best.z - row) ? c : best),
      undefined,
    );
    if (near) name([{ classId: near.classId, ordinal: near.ordinal }]);
    nameLinks('overhead');
    if (person) callouts.push({ names: 'person', picked: false });
    for (const path of toldParts(props, focus, 'cabinet')) name(path);
  } else {
    if (level !== 'package') nameLinks(level);
    for (const path of toldParts(props, focus, level)) name(path);
    if (person) callouts.push({ names: 'person', picked: false });
  }
  // In perspective a length has no one scale.
  return { callouts, dimensions: walks ? [] : dimensions(props, plan, focus), person, others };
}

function toldParts(
  props: HallProps,
  focus: Focus,
  level: 'cabinet' | 'board' | 'package',
): readonly PartPath[] {
  const parent: PartPath =
    level === 'cabinet'
      ? [focus.cabinet]
      : level === 'board' || !focus.package
        ? [focus.cabinet, focus.board!]
        : [focus.cabinet, focus.board!, focus.package];
  const open = level === 'cabinet' ? focus.board : level === 'board' ? focus.package : null;
  const classes = childClasses(props.machine, parent.at(-1)!.classId);
  return told[level].flatMap((kind) =>
    classes
      .filter((cls) => cls.kind === kind)
      .map((cls) => [...parent, { classId: cls.id, ordinal: open?.classId === cls.id ? open.ordinal : 1 }]),
  );
}

function personPlace(props: HallProps, plan: HallPlan, focus: Focus): Point {
  const cabinet = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
  if (props.level === 'cabinet') return [cabinet.x - 1.5, 0, cabinet.z + 0.75];
  const front = props.level === 'hall' ? plan.bounds[3] : cabinet.z + props.layout.cabinet.depth.value / 2;
  return [plan.bounds[2] + 0.75, 0, front - 0.2];
}

const isLink = (solids: Solids, box: number): boolean => {
  const tone = tones[solids.tone[box]!];
  return tone === 'fibre' || tone === 'wire';
};

/** Lines of links that belong to no part at all, or to the part itself and to none in it. */
const linesOf =
  (part: PartPath): DrawnAs =>
  (solids, box) => {
    const owner = solids.owners[solids.owner[box]!]!;
    return (
      isLink(solids, box) &&
      owner.length === part.length &&
      part.every((step, i) => step.classId === owner[i]!.classId && step.ordinal === owner[i]!.ordinal)
    );
  };

/** Links as a level draws them: in the trays, behind the boards, or on the open board; null where there are none. */
function linksDrawn(
  { cables }: HallProps,
  plan: HallPlan,
  focus: Focus,
  run: NamedLinks['run'],
): { links: NamedLinks; boxes: DrawnAs } | null {
  if (run === 'overhead') {
    const way = leadOverhead(cables, plan);
    if (!way || !cables.between) return null;
    return {
      links: { run, count: cables.between.all, linksPerStrand: way.linksPerStrand },
      boxes: linesOf([]),
    };
  }
  const count = run === 'cabinet' ? cables.cabinet : cables.board.all;
  const part = run === 'cabinet' ? [focus.cabinet] : focus.board && [focus.cabinet, focus.board];
  return count && part ? { links: { run, count, linksPerStrand: 1 }, boxes: linesOf(part) } : null;
}

function dimensions(props: HallProps, plan: HallPlan, focus: Focus): readonly Dimension[] {
  const { layout, level } = props;
  const { width, depth, height } = layout.cabinet;
  const [low, high] = levelBounds(props, plan, focus);
  const aside = (high[0] - low[0]) * 0.06 + 0.02;
  if (level === 'hall' || level === 'row') {
    const [left, , right] = plan.bounds;
    const front = level === 'hall' ? plan.bounds[3] : high[2];
    return [
      {
        from: [left, 0, front],
        to: [left, height.value, front],
        offset: [-0.5, 0, 0],
        metres: height.value,
        basis: height.basis,
      },
      {
        from: [left, 0, front],
        to: [right, 0, front],
        offset: [0, 0, Math.min(0.9, 0.3 + 0.1 * (right - left))],
        metres: right - left,
        basis: width.basis === 'published' ? 'derived' : width.basis,
      },
    ];
  }
  if (level === 'cabinet') {
    const cabinet = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
    const [x0, x1] = [cabinet.x - width.value / 2, cabinet.x + width.value / 2];
    const [z0, z1] = [cabinet.z - depth.value / 2, cabinet.z + depth.value / 2];
    // Beyond the outline of the cabinet that stands beside it, where the ground is free.
    const beside = Math.max(
      x1,
      ...neighboursOf(plan, cabinet, width.value).map(({ x }) => x + width.value / 2),
    );
    return [
      {
        from: [x1, 0, z0],
        to: [x1, height.value, z0],
        offset: [beside - x1 + 0.28, 0, 0],
        metres: height.value,
        basis: height.basis,
      },
      { from: [x0, 0, z1], to: [x1, 0, z1], offset: [0, 0, 0.3], metres: width.value, basis: width.basis },
      { from: [x1, 0, z0], to: [x1, 0, z1], offset: [0.28, 0, 0], metres: depth.value, basis: depth.basis },
    ];
  }
  const drawn = level === 'package' && focus.package ? packageOf(layout, focus.package.classId) : null;
  const basis: Basis = drawn?.substrate.basis ?? 'assumed';
  return [
    {
      from: [low[0], low[1], high[2]],
      to: [high[0], low[1], high[2]],
      offset: [0, 0, aside],
      metres: high[0] - low[0],
      basis,
    },
    {
      from: [high[0], low[1], low[2]],
      to: [high[0], low[1], high[2]],
      offset: [aside, 0, 0],
      metres: high[2] - low[2],
      basis,
    },
  ];
}
