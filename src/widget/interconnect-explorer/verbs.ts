import type { PartPath } from '../../model/hardware/partPath.ts';
import type { Explored } from './explored.ts';
import { endsLike, linksAt } from './linksAt.ts';
import { partOfGap } from './gaps.ts';
import { isFailed } from './card.ts';
import { nodeOf, partOfNode, printPart, type Part } from './part.ts';
import type { ExplorerValues } from './params.ts';
import { mostFailures } from './params.ts';
import { partClasses, sequenceOf } from './partClass.ts';

type Changed = Partial<ExplorerValues>;

/** The part that a box of the drawing stands for, as it stands in an address; null where it stands for none. */
export function pickedPart({ machine }: Explored, path: PartPath): string | null {
  const gap = partOfGap(machine, path);
  if (gap !== null) return gap;
  const [step] = path;
  if (!step || step.ordinal === null) return null;
  const { classId, ordinal } = step;
  if (classId === 'cabinet' || classId === 'board') return printPart({ kind: classId, index: ordinal });
  return printPart(partOfNode(machine.topology, ordinal));
}

/** A line of the drawing as a part: its first link, from the end that it has in common with most others. */
export function pickedLink({ machine: { topology } }: Explored, members: Uint32Array): string | null {
  const [link] = members;
  if (link === undefined) return null;
  const [a, b] = [topology.ends[4 * link]!, topology.ends[4 * link + 1]!];
  const shared = members.length > 1 && topology.ends[4 * members[1]!] !== a;
  return printPart({ kind: 'link', from: shared ? b : a, to: shared ? a : b });
}

/** The first part of a class. */
export function firstOf({ machine }: Explored, id: string): string {
  const { kind, first } = partClasses(machine).find((one) => one.id === id)!;
  return printPart({ kind, index: first });
}

/** The first link of a tier at the node that is picked. */
export function linkOf({ machine: { topology }, picked }: Explored, tier: string): string {
  const node = picked && nodeOf(topology, picked);
  const found =
    node === null ? undefined : linksAt(topology, node).find((one) => topology.tiers[one.tier] === tier);
  return found ? printPart({ kind: 'link', from: node!, to: found.others[0]! }) : '';
}

/** An end of the link that is picked. */
export const endOf = ({ machine, picked }: Explored, end: 'from' | 'to'): string =>
  picked?.kind === 'link' ? printPart(partOfNode(machine.topology, picked[end])) : '';

const sequence = ({ machine }: Explored, part: Part) =>
  sequenceOf(machine, part, (a, b) => endsLike(machine.topology, a, b));

/** The part that stands at a place among its like, from 1; null where there is none. */
export function nthOf(explored: Explored, nth: number): string | null {
  if (!explored.picked) return null;
  const { count, part } = sequence(explored, explored.picked);
  return Number.isInteger(nth) && nth >= 1 && nth <= count ? printPart(part(nth - 1)) : null;
}

function stepBy(explored: Explored, by: number): Changed {
  if (!explored.picked) return {};
  const part = nthOf(explored, sequence(explored, explored.picked).at + 1 + by);
  return part === null ? {} : { part };
}

/** The tiers drawn with one more, or one less; never none. */
export function tiersWith({ machine: { topology }, values }: Explored, tier: string): string {
  const { tiers } = topology;
  const shown = values.tiers === 'all' ? [...tiers] : values.tiers.split(',');
  const next = tiers.filter((one) => shown.includes(one) !== (one === tier));
  return next.length === 0 || next.length === tiers.length ? 'all' : next.join(',');
}

const failed = ({ values }: Explored) => (values.failed === '' ? [] : values.failed.split(','));

function fail(explored: Explored): Changed {
  const { picked } = explored;
  const before = failed(explored);
  return picked && before.length < mostFailures ? { failed: [...before, printPart(picked)].join(',') } : {};
}

function repair(explored: Explored): Changed {
  const { picked, failures } = explored;
  if (!picked) return {};
  const left = failures.filter((one) => !isFailed({ ...explored, failures: [one] }, picked));
  return { failed: left.map(printPart).join(',') };
}

const nodePicked = ({ machine, picked }: Explored) => (picked && nodeOf(machine.topology, picked)) ?? null;

/** What the words under a picked part do to the state. */
export const changes = {
  cut: fail,
  kill: fail,
  repair,
  'repair-all': (): Changed => ({ failed: '' }),
  'send-from': (explored: Explored): Changed => ({ from: String(nodePicked(explored) ?? explored.from) }),
  'send-to': (explored: Explored): Changed => ({ to: String(nodePicked(explored) ?? explored.to) }),
  'let-go': (): Changed => ({ part: '' }),
  previous: (explored: Explored): Changed => stepBy(explored, -1),
  next: (explored: Explored): Changed => stepBy(explored, 1),
} as const satisfies Record<string, (explored: Explored) => Changed>;
export type Change = keyof typeof changes;
