import { groupsOver } from './grid.ts';
import { MAX_NODES, requireInteger } from './range.ts';
import type { Clos, ClosLevel } from './wiring.ts';

/** One level of a Clos as counted: what a builder and a router need of it. */
export interface LevelLayout {
  /** Groups of NPUs at this level, each with its own switches. */
  readonly groups: number;
  /** Switches in each group. */
  readonly perGroup: number;
  /** Nodes below: NPUs, or switches of the level before. */
  readonly children: number;
  /** Links from one child to all of its switches. */
  readonly linksPerChild: number;
  /** Links of this level. */
  readonly links: number;
  /** First physical link and first switch of this level, counted from the family's own. */
  readonly firstLink: number;
  readonly firstSwitch: number;
}

/** Links from a child to the switch `p` of those it is joined to, and how many links come before them. */
function parallelLinks(level: ClosLevel): { each: number[]; before: number[]; total: number } {
  const each =
    typeof level.parallel === 'number'
      ? Array.from({ length: level.switches }, () => level.parallel as number)
      : [...level.parallel];
  let total = 0;
  const before = each.map((links) => (total += links) - links);
  return { each, before, total };
}

/** Counts each level: groups × switches a group, and children × links each. */
export function layOutClos(shape: readonly number[], family: Clos): LevelLayout[] {
  const npus = shape.reduce((a, b) => a * b, 1);
  let children = npus;
  let perGroup = 1;
  let firstLink = 0;
  let firstSwitch = 0;
  let below: readonly number[] = [];
  requireInteger('levels of a Clos', family.levels.length, 1, 8);
  return family.levels.map((level, l) => {
    const name = `level ${String(l + 1)} of a Clos`;
    level.over.forEach((d) => requireInteger(`dimension of ${name}`, d, 0, shape.length - 1));
    if (new Set(level.over).size !== level.over.length || !below.every((d) => level.over.includes(d)))
      throw new RangeError(
        `dimensions of ${name} are ${level.over.join(', ')}: allowed is a set that holds those of the level below (${below.join(', ')})`,
      );
    below = level.over;
    requireInteger(`switches of ${name}`, level.switches, 1, MAX_NODES);
    const { each, total } = parallelLinks(level);
    if (each.length !== level.switches || (l > 0 && typeof level.parallel !== 'number'))
      throw new RangeError(
        `parallel links of ${name} are ${each.join(', ')}: allowed is one number, or at level 1 one for each of its ${String(level.switches)} switches`,
      );
    each.forEach((links) => requireInteger(`parallel links of ${name}`, links, 1, MAX_NODES));
    const groups = npus / level.over.reduce((members, d) => members * shape[d]!, 1);
    perGroup *= level.switches;
    const layout = { groups, perGroup, children, linksPerChild: total, links: children * total };
    const placed = { ...layout, firstLink, firstSwitch };
    firstLink += layout.links;
    firstSwitch += groups * perGroup;
    children = groups * perGroup;
    return placed;
  });
}

/**
 * Group at one level of everything below it: of every NPU, or of every group of the level before. Those groups are
 * numbered by the dimensions that their level leaves out, so what is left of the shape is their grid.
 */
function parentGroups(shape: readonly number[], family: Clos, l: number): Uint32Array {
  const below = family.levels[l - 1]?.over ?? [];
  const left = shape.map((_, d) => d).filter((d) => !below.includes(d));
  const spanned = left.flatMap((d, i) => (family.levels[l]!.over.includes(d) ? [i] : []));
  return groupsOver(
    left.map((d) => shape[d]!),
    spanned,
  );
}

/**
 * Writes `[from, to]` of both directions, level by level, child by child, switch by switch. A switch of level l is
 * numbered `group × perGroup + own`; its own number is that of the switch below times the switches of its level, plus
 * which of them it is, so that planes stay apart on every level.
 */
export function writeClos(
  shape: readonly number[],
  family: Clos,
  ends: Uint32Array,
  first: number,
  firstSwitch: number,
): void {
  const layout = layOutClos(shape, family);
  family.levels.forEach((level, l) => {
    const own = layout[l]!;
    const below = layout[l - 1];
    const parents = parentGroups(shape, family, l);
    const { each } = parallelLinks(level);
    writeLevel(ends, (first + own.firstLink) * 4, parents, {
      children: below ? below.perGroup : 1,
      firstChild: below ? firstSwitch + below.firstSwitch : 0,
      firstParent: firstSwitch + own.firstSwitch,
      perGroup: own.perGroup,
      each,
    });
  });
}

/** What one level's links are made of. `parents` gives the group above of every group below. */
interface LevelEnds {
  /** Nodes of one group below. */
  readonly children: number;
  readonly firstChild: number;
  readonly firstParent: number;
  readonly perGroup: number;
  /** Links to each switch above. */
  readonly each: readonly number[];
}

/** Every link of a child in turn, one switch after the other. */
function writeLevel(ends: Uint32Array, start: number, parents: Uint32Array, level: LevelEnds): void {
  const { children, firstChild, firstParent, perGroup, each } = level;
  if (each.every((links) => links === 1)) return writeSingleLinks(ends, start, parents, level);
  let at = start;
  let child = firstChild;
  for (let g = 0; g < parents.length; g++) {
    let base = firstParent + parents[g]! * perGroup;
    for (let c = 0; c < children; c++, child++, base += each.length)
      for (let p = 0; p < each.length; p++)
        for (let copies = each[p]!; copies > 0; copies--) {
          ends[at++] = child;
          ends[at++] = base + p;
          ends[at++] = base + p;
          ends[at++] = child;
        }
  }
}

/**
 * The same where one link leads to each switch, the case of the largest tables. `| 0` keeps the arithmetic in 32-bit
 * integers, which takes a third off the time.
 */
function writeSingleLinks(ends: Uint32Array, start: number, parents: Uint32Array, level: LevelEnds): void {
  const { children, firstParent, perGroup, firstChild, each } = level;
  const switches = each.length | 0;
  let at = start | 0;
  let child = firstChild | 0;
  for (let g = 0; g < parents.length; g++) {
    let base = (firstParent + Math.imul(parents[g]!, perGroup)) | 0;
    for (let c = 0; c < children; c++) {
      for (let p = 0; p < switches; p = (p + 1) | 0) {
        const parent = (base + p) | 0;
        ends[at] = child;
        ends[(at + 1) | 0] = parent;
        ends[(at + 2) | 0] = parent;
        ends[(at + 3) | 0] = child;
        at = (at + 4) | 0;
      }
      child = (child + 1) | 0;
      base = (base + switches) | 0;
    }
  }
}

/** First NPU of every group of a level: where its switches stand. */
export function groupRepresentatives(
  shape: readonly number[],
  level: ClosLevel,
  groups: number,
): Uint32Array {
  const group = groupsOver(shape, level.over);
  const first = new Uint32Array(groups);
  for (let id = group.length - 1; id >= 0; id--) first[group[id]!] = id;
  return first;
}

/**
 * Directed links from one NPU to another through the lowest level that joins them. At each level the destination
 * picks the switch (destination-modulo-k routing), so that the traffic of many destinations spreads evenly.
 * Between NPUs that no level joins the result is empty.
 */
export function closRoute(
  shape: readonly number[],
  family: Clos,
  first: number,
  from: number,
  to: number,
): number[] {
  const layout = layOutClos(shape, family);
  const up: number[] = [];
  const down: number[] = [];
  let own = 0;
  let divisor = 1;
  let source = from;
  let target = to;
  for (let l = 0; l < family.levels.length; l++) {
    const level = family.levels[l]!;
    const { before } = parallelLinks(level);
    const { linksPerChild, firstLink, perGroup } = layout[l]!;
    const p = Math.floor(to / divisor) % level.switches;
    divisor *= level.switches;
    up.push(2 * (first + firstLink + source * linksPerChild + before[p]!));
    down.unshift(2 * (first + firstLink + target * linksPerChild + before[p]!) + 1);
    own = own * level.switches + p;
    const sourceGroup = groupOf(shape, level.over, from);
    const targetGroup = groupOf(shape, level.over, to);
    if (sourceGroup === targetGroup) return [...up, ...down];
    source = sourceGroup * perGroup + own;
    target = targetGroup * perGroup + own;
  }
  return [];
}

function groupOf(shape: readonly number[], over: readonly number[], id: number): number {
  let group = 0;
  let weight = 1;
  let rest = id;
  shape.forEach((size, d) => {
    const position = rest % size;
    rest = Math.floor(rest / size);
    if (over.includes(d)) return;
    group += weight * position;
    weight *= size;
  });
  return group;
}
