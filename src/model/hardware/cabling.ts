import type { Medium, Topology } from '../topology/topology.ts';
import { bundleLinks } from '../topology/bundle.ts';
import { childClasses, type Machine } from './machine.ts';

/** Links of one medium, and the cables or module pairs that carry them. */
export interface LinkCount {
  readonly medium: Medium;
  readonly links: number;
  readonly cables: number;
}

/** Parts of one class on a board that are joined to parts of another, or of their own. */
export interface BoardJoin {
  readonly from: string;
  readonly to: string;
  readonly medium: Medium;
  /** `[ordinal of from, ordinal of to, links]`, ordinals from 1. */
  readonly pairs: readonly (readonly [number, number, number])[];
}

/** Links that go from a board's parts to elsewhere in its cabinet, or out of it. */
export interface BoardExit {
  readonly from: string;
  readonly medium: Medium;
  readonly leavesCabinet: boolean;
  /** Links of one part. */
  readonly each: number;
}

/**
 * What runs where in a machine, counted from its topology: between cabinets, in one cabinet, on one board. The
 * machines here are regular, so one cabinet of a class and one board stand for all.
 */
export interface Cabling {
  /** Everything that crosses from a cabinet to another, and into one cabinet of each class. */
  readonly between: { readonly all: LinkCount; readonly perCabinet: Readonly<Record<string, number>> } | null;
  /** In one compute cabinet, between its boards and what stands behind them. */
  readonly cabinet: LinkCount | null;
  /** On one board with processors. */
  readonly board: {
    readonly all: LinkCount | null;
    readonly joins: readonly BoardJoin[];
    readonly exits: readonly BoardExit[];
  };
}

/** Adds up bundles of the medium that carries most of them. */
function total(bundles: readonly { medium: Medium; links: number; cables: number }[]): LinkCount | null {
  const byMedium = new Map<Medium, { links: number; cables: number }>();
  for (const { medium, links, cables } of bundles) {
    const sum = byMedium.get(medium) ?? { links: 0, cables: 0 };
    byMedium.set(medium, { links: sum.links + links, cables: sum.cables + cables });
  }
  const [most] = [...byMedium].sort((a, b) => b[1].links - a[1].links);
  return most ? { medium: most[0], ...most[1] } : null;
}

/**
 * Counts a machine's cabling out of its topology.
 * @throws RangeError where the topology does not say in which cabinet its nodes stand
 */
export function cablingOf(topology: Topology, machine: Machine): Cabling {
  const { place, npuCount } = topology;
  if (place.cabinetCount === 0) throw new RangeError(`the topology of ${machine.system} places no cabinets`);
  const cabinetBundles = bundleLinks(topology, place.cabinet);
  const crossing = cabinetBundles.filter(({ from, to }) => from !== to);
  const all = total(crossing);
  const [compute, switching] = childClasses(machine, null).filter((cls) => cls.kind === 'cabinet');
  const into = (cabinet: number) =>
    crossing
      .filter(({ from, to }) => from === cabinet || to === cabinet)
      .reduce((sum, { links }) => sum + links, 0);
  const perCabinet: Record<string, number> = {};
  if (compute) perCabinet[compute.id] = into(0);
  if (switching) perCabinet[switching.id] = into(place.computeCabinetCount);

  const within = bundleLinks(topology, place.board).filter(({ from, to }) => from !== to);
  const cabinetOfBoard = new Int32Array(place.boardCount + 1).fill(-1);
  place.board.forEach((board, node) => {
    if (board >= 0) cabinetOfBoard[board] = place.cabinet[node]!;
  });
  const stands = (board: number) => (board < 0 ? -1 : cabinetOfBoard[board]);
  const inFirst = within.filter(({ from, to }) => stands(from) === 0 && stands(to) === 0);

  return {
    between: all && { all, perCabinet },
    cabinet: total(inFirst.length > 0 ? inFirst : switchesOffBoard(topology)),
    board: boardOf(topology, machine, npuCount),
  };
}

/** Links of the first cabinet to switches that stand in it on no board of their own. */
function switchesOffBoard({ ends, linkCount, place, medium, media, linksPerCable, tier }: Topology) {
  const found: { medium: Medium; links: number; cables: number }[] = [];
  for (let link = 0; link < linkCount; link += 2) {
    const [a, b] = [ends[2 * link]!, ends[2 * link + 1]!];
    if (place.cabinet[a] !== 0 || place.cabinet[b] !== 0 || place.board[a] === place.board[b]) continue;
    found.push({ medium: media[medium[link]!]!, links: 1, cables: 1 / linksPerCable[tier[link]!]! });
  }
  return found;
}

/** Class of processors and of switch chips on the board that carries processors. */
function boardClasses(machine: Machine) {
  const processor = machine.classes.find((cls) => cls.kind === 'processor');
  const board = machine.classes.find((cls) => cls.id === processor?.parent);
  const chip = machine.classes.find((cls) => cls.kind === 'switch-chip' && cls.parent === board?.id);
  return { processor: processor?.id ?? 'processor', chip: chip?.id ?? null };
}

function boardOf(topology: Topology, machine: Machine, npuCount: number): Cabling['board'] {
  const { ends, linkCount, medium, media, place, tier, linksPerCable } = topology;
  const { processor, chip } = boardClasses(machine);
  const onBoard = (node: number) => place.board[node] === 0;
  const firstChip = place.board.indexOf(0, npuCount);
  const classOf = (node: number) => (node < npuCount ? processor : chip);
  const ordinalOf = (node: number) => (node < npuCount ? node : node - firstChip) + 1;
  const joins = new Map<string, { from: string; to: string; medium: Medium; pairs: Map<string, number> }>();
  const exits = new Map<
    string,
    { from: string; medium: Medium; leavesCabinet: boolean; links: number; parts: Set<number> }
  >();
  const inside: { medium: Medium; links: number; cables: number }[] = [];
  for (let link = 0; link < linkCount; link += 2) {
    const [a, b] = [ends[2 * link]!, ends[2 * link + 1]!];
    const kind = media[medium[link]!]!;
    const [here, there] = onBoard(a) ? [a, b] : [b, a];
    const from = classOf(here);
    if (!onBoard(here) || from === null) continue;
    if (onBoard(there)) {
      const to = classOf(there);
      if (to === null) continue;
      inside.push({ medium: kind, links: 1, cables: 1 / linksPerCable[tier[link]!]! });
      const key = `${from} ${to} ${kind}`;
      const join = joins.get(key) ?? { from, to, medium: kind, pairs: new Map<string, number>() };
      const pair = `${ordinalOf(here)} ${ordinalOf(there)}`;
      join.pairs.set(pair, (join.pairs.get(pair) ?? 0) + 1);
      joins.set(key, join);
    } else {
      const leavesCabinet = place.cabinet[there] !== place.cabinet[here];
      const key = `${from} ${kind} ${String(leavesCabinet)}`;
      const exit = exits.get(key) ?? {
        from,
        medium: kind,
        leavesCabinet,
        links: 0,
        parts: new Set<number>(),
      };
      exit.links += 1;
      exit.parts.add(here);
      exits.set(key, exit);
    }
  }
  return {
    all: total(inside),
    joins: [...joins.values()].map(({ pairs, ...join }) => ({
      ...join,
      pairs: [...pairs].map(([pair, links]) => {
        const [a, b] = pair.split(' ').map(Number) as [number, number];
        return [a, b, links] as const;
      }),
    })),
    exits: [...exits.values()].map(({ links, parts, ...exit }) => ({ ...exit, each: links / parts.size })),
  };
}
