import type { LinkCount } from '../../model/hardware/cabling.ts';
import { childClasses, type Basis, type PartKind } from '../../model/hardware/machine.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import { leadOverhead } from '../cable/cable.ts';
import { standingCabinet, type HallPlan } from '../hall/hall.ts';
import type { Focus } from '../hall/focus.ts';
import type { HallProps } from '../hall/hallProps.ts';
import type { Solids } from '../solid/solids.ts';
import { trayHeight } from '../cable/overhead.ts';
import { levelBounds } from '../view/viewpoint.ts';
import { packageOf } from '../board/tray.ts';

export type Point = readonly [number, number, number];

/** Links the drawing names: where they run, how many they are, and how many one drawn strand stands for. */
export interface NamedLinks {
  readonly run: 'overhead' | 'cabinet' | 'board';
  readonly count: LinkCount;
  readonly linksPerStrand: number;
}

/** Something the drawing names: a part, links, or the standing person. */
export interface Callout {
  readonly anchor: Point;
  readonly names: { readonly part: PartPath } | { readonly links: NamedLinks } | 'person';
  /** Whether it is what the reader picked. */
  readonly picked: boolean;
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
  readonly callouts: readonly Callout[];
  readonly dimensions: readonly Dimension[];
  /** Where the person stands, feet on the floor; null where the picture is too close for one. */
  readonly person: Point | null;
}

/** Kinds named at each level when nothing is picked, most telling first. */
const told: Record<'cabinet' | 'board' | 'package', readonly PartKind[]> = {
  cabinet: ['board', 'backplane', 'manifold', 'power-shelf', 'switch-device'],
  board: ['processor', 'cold-plate', 'cpu', 'switch-chip', 'optical-port', 'network-card', 'memory-module'],
  package: ['compute-die', 'memory-stack', 'io-die', 'cold-plate'],
};

/**
 * Centre of the top of the first solid that belongs to a part, or null where it is not drawn; of a plate that carries
 * other parts, a point of its front edge, which nothing on it hides.
 */
export function anchorOf(sets: readonly Solids[], part: PartPath): Point | null {
  const same = (path: PartPath) =>
    path.length === part.length &&
    path.every(
      (step, i) =>
        step.classId === part[i]!.classId && (part[i]!.ordinal === null || step.ordinal === part[i]!.ordinal),
    );
  for (const solids of sets) {
    const owner = solids.owners.findIndex(same);
    if (owner < 0) continue;
    const index = solids.owner.indexOf(owner);
    if (index < 0) continue;
    const at = (k: number) => solids.centre[3 * index + k]!;
    const half = (k: number) => solids.half[3 * index + k]!;
    const carries = solids.owners.some(
      (path) => path.length > part.length && part.length > 1 && same(path.slice(0, part.length)),
    );
    if (carries && half(1) < half(2)) return [at(0) + half(0) * 0.7, at(1), at(2) + half(2)];
    // The upper end of what is taller than a person can reach across, the front of what else stands upright, the top
    // of what lies flat.
    if (part.length > 1 && half(1) > 0.6) return [at(0), at(1) + half(1) * 0.86, at(2) + half(2)];
    return half(1) > half(2) * 0.4 ? [at(0), at(1), at(2) + half(2)] : [at(0), at(1) + half(1), at(2)];
  }
  return null;
}

/** What the drawing says about itself at a level: leaders, dimension lines and the person for scale. */
export function annotate(
  props: HallProps,
  plan: HallPlan,
  focus: Focus,
  sets: readonly Solids[],
): Annotations {
  const { level } = props;
  const wide = level === 'hall' || level === 'row';
  const person = wide || level === 'cabinet' ? personPlace(props, plan, focus) : null;
  const callouts: Callout[] = [];
  const name = (path: PartPath | null, picked = false) => {
    const anchor = path && anchorOf(sets, path);
    if (anchor && !callouts.some((callout) => sameAnchor(callout.anchor, anchor))) {
      callouts.push({ anchor, names: { part: path }, picked });
    }
  };
  const nameLinks = (run: NamedLinks['run']) => {
    const found = props.cabling ? linksPlace(props, plan, focus, run) : null;
    if (found) callouts.push({ ...found, picked: false });
  };
  if (props.part.length > 0) name(props.part, true);
  if (wide) {
    name([focus.cabinet]);
    const other = plan.cabinets.find((cabinet) => cabinet.classId !== focus.cabinet.classId);
    const near = plan.cabinets
      .filter((c) => c.classId === other?.classId)
      .reduce<typeof other>((best, c) => {
        const row = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal).z;
        return !best || Math.abs(c.z - row) < Math.abs(best.z - row) ? c : best;
      }, undefined);
    if (near) name([{ classId: near.classId, ordinal: near.ordinal }]);
    nameLinks('overhead');
    if (person)
      callouts.push({ anchor: [person[0] + 0.12, 1.25, person[2]], names: 'person', picked: false });
  } else {
    if (level !== 'package') nameLinks(level);
    for (const path of toldParts(props, focus, level)) name(path);
  }
  return { callouts: callouts.slice(0, 6), dimensions: dimensions(props, plan, focus), person };
}

const sameAnchor = (a: Point, b: Point) => a.every((value, k) => Math.abs(value - b[k]!) < 1e-4);

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

/** Where links are named: on a tray, behind the boards, or in the middle of the open board. */
function linksPlace(
  props: HallProps,
  plan: HallPlan,
  focus: Focus,
  run: NamedLinks['run'],
): Pick<Callout, 'anchor' | 'names'> | null {
  const { cables, layout } = props;
  if (run === 'overhead') {
    const way = leadOverhead(cables, plan);
    if (!way || !cables.between) return null;
    const [left, , right] = plan.bounds;
    const z = Math.max(...plan.cabinets.map((cabinet) => cabinet.z));
    return {
      anchor: [left + (right - left) * 0.3, trayHeight(layout, props.explode ? 1 : 0) + 0.03, z],
      names: { links: { run, count: cables.between.all, linksPerStrand: way.linksPerStrand } },
    };
  }
  const [low, high] = levelBounds(props, plan, focus);
  if (run === 'cabinet') {
    if (!cables.cabinet) return null;
    const cabinet = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
    const anchor: Point = [
      cabinet.x + layout.cabinet.width.value * 0.3,
      high[1] * 0.36,
      cabinet.z - layout.cabinet.depth.value * 0.27,
    ];
    return { anchor, names: { links: { run, count: cables.cabinet, linksPerStrand: 1 } } };
  }
  if (!cables.board.all) return null;
  const anchor: Point = [(low[0] + high[0]) / 2, low[1] + 0.012, high[2] - (high[2] - low[2]) * 0.36];
  return { anchor, names: { links: { run, count: cables.board.all, linksPerStrand: 1 } } };
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
    return [
      {
        from: [x1, 0, z0],
        to: [x1, height.value, z0],
        offset: [0.28, 0, 0],
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
