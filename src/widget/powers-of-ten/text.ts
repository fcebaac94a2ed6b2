import type { Statement } from '../../data/schema/statement.ts';
import { formatNumber, formatRounded, formatStatement } from '../../encoding/format.ts';
import { numberInWords } from '../../encoding/numberInWords.ts';
import { stops, type Stop } from '../../placement/flight/stops.ts';
import type { FlightWords } from '../../placement/flight/flightLabels.ts';
import { personHeight } from '../../placement/solid/person.ts';
import { ids, type FlightRecord } from './select.ts';

/** Looks up a string below `powers-of-ten.` and fills its places. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What one stop says, beside its drawing. */
export interface StopWords {
  readonly id: Stop;
  /** The word of the stepper. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly sentence: string;
  /** A second sentence where the record owes one; empty elsewhere. */
  readonly more: string;
  readonly chips: string;
  readonly status: Statement['status'];
  readonly reach: string;
  readonly reachStatus: Statement['status'];
  readonly medium: 'copper' | 'light';
  readonly way: string;
}

const media: Readonly<Record<Stop, StopWords['medium']>> = {
  package: 'copper', board: 'copper', cabinet: 'copper', pod: 'light', hall: 'light', cluster: 'light', return: 'copper',
}; // prettier-ignore

/** The figure whose status is that of what is said to be in reach; `derived` where it is worked out. */
const reachFigure: Readonly<Record<Stop, string | null>> = {
  package: 'ascend-950dt.memory-bandwidth',
  board: 'ascend-950dt.interconnect-bandwidth',
  cabinet: 'ascend-950dt.interconnect-bandwidth',
  pod: 'atlas-950-superpod-1024.interconnect-bandwidth-per-npu',
  hall: null,
  cluster: null,
  return: 'ascend-950dt.memory-bandwidth',
};

/** The figure that says how many chips there are, and how firmly. */
const countFigure: Readonly<Record<Stop, string>> = {
  package: 'ascend-950.dies-per-package',
  board: 'atlas-950-superpod-1024.x-axis',
  cabinet: 'atlas-950-superpod-8192.npus-per-compute-cabinet',
  pod: 'atlas-950-superpod-1024.npu-count',
  hall: 'atlas-950-superpod-8192.npu-count',
  cluster: 'atlas-950-supercluster.npu-count',
  return: 'ascend-950.dies-per-package',
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** Small counts are written in words, as prose does. */
const spoken = (count: number) => (count <= 100 ? numberInWords(count) : formatNumber(count));

/** Chips inside the box of a stop. */
export function chipsAt({ counts }: FlightRecord, stop: Stop): number {
  const { perBoard, perCabinet, pod, hall, cluster } = counts;
  return { package: 1, board: perBoard, cabinet: perCabinet, pod, hall, cluster, return: 1 }[stop];
}

/** Every stop in words. Throws where a string or a figure is missing. */
export function stopWords(record: FlightRecord, say: Say): readonly StopWords[] {
  const { counts, rates, capacity, figures } = record;
  const shown = (key: string): Statement => {
    const statement = figures[key]?.shown;
    if (!statement) throw new Error(`powers-of-ten: nothing is known of "${key}"`);
    return statement;
  };
  const rate = (bytes: number) => `${formatRounded(bytes / 1e12)}\u00a0TB/s`;
  const both = (bytes: number) => say('both', { rate: rate(bytes) });
  const words = Object.entries(counts).map(([name, count]) => [name, spoken(count)]);
  const places: Record<string, string> = {
    ...Object.fromEntries(words),
    ...Object.fromEntries(words.map(([name, text]) => [capital(name!), capital(text!)])),
    onBoard: numberInWords(counts.perBoard - 1),
    ratio: numberInWords(Math.round(rates.hall / rates.cluster)),
    deployed: formatStatement(shown(`${ids.cluster}.deploying`)),
  };
  const digits = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, formatNumber(count)]),
  );
  const reach: Record<string, string> = {
    capacity: `${formatNumber(capacity / 1e9)}\u00a0GB`,
    memory: rate(rates.memory),
    chip: both(rates.chip),
    pod: both(rates.pod),
    hall: both(rates.hall),
    cluster: both(rates.cluster),
    unified: formatStatement(shown(`${ids.pod}.unified-memory`)),
  };
  return stops.map((id) => {
    const chips = chipsAt(record, id);
    const key = reachFigure[id];
    return {
      id,
      name: say(`stop.${id}`),
      title: say(`title.${id}`, digits),
      note: say(`note.${id}`, places),
      sentence: say(`sentence.${id}`, places),
      more: id === 'pod' || id === 'cluster' ? say(`more.${id}`, places) : '',
      chips: formatNumber(chips),
      status: shown(countFigure[id]).status,
      reach: say(`reach.${id}`, { ...reach, others: formatNumber(chips - 1) }),
      reachStatus: key === null ? 'derived' : shown(key).status,
      medium: media[id],
      way: say(`way-to.${id}`),
    };
  });
}

/** The newest day on which a figure was last read. */
export function lastRead(record: FlightRecord, keys: readonly string[]): string {
  return keys.map((key) => record.figures[key]!.shown?.as_of ?? '').sort().at(-1)!; // prettier-ignore
}

/**
 * The words on the drawings.
 * @param one name of a class of parts, such as `compute die`
 */
export function labelWords(record: FlightRecord, say: Say, one: (classId: string) => string): FlightWords {
  const { counts, figures } = record;
  const label = (id: string, values = {}): readonly [string, string] => [
    say(`label.${id}`),
    say(`label.${id}-detail`, values),
  ];
  const part = (id: string, detail = ''): [string, readonly [string, string]] => [
    id,
    [capital(one(id)), detail],
  ];
  const sketched = say('label.die-detail');
  return {
    parts: {
      ...Object.fromEntries([
        part('compute-die', sketched),
        part('io-die', sketched),
        part('memory-stack', sketched),
        ['npu', [say('stop.package'), '']] as [string, readonly [string, string]],
        ...['cpu', 'cold-plate', 'compute-board', 'switch-board', 'manifold', 'busbar', 'power-shelf', 'management-switch'].map((id) => part(id)),
        part('compute-cabinet', `${counts.perCabinet} ${say('chips').toLowerCase()}`),
        part('interconnect-cabinet'),
      ]), // prettier-ignore
      'home-hall': label('home-hall', { halls: counts.halls }),
      'far-light': label('far-light'),
      'home-pod': label('home-pod', { pods: spoken(counts.pods) }),
      'hall-light': label('hall-light'),
      'hall-floor': label('hall-floor', {
        floor: formatStatement(figures[`${ids.hall}.floor-area`]!.shown!),
      }),
    },
    links: {
      overhead: [say('label.overhead'), say('label.drawn-strands')],
      cabinet: [say('label.cabinet'), say('label.no-cables')],
      board: [say('label.board'), say('label.pairs')],
    },
    person: [say('label.person'), `${personHeight} m`],
    dimension: say('dimension', { length: '{length}', basis: '{basis}' }),
    basis: { published: 'published', derived: 'derived', assumed: 'assumed' },
  };
}
