import type { Statement } from '../../data/schema/statement.ts';
import { formatDate } from '../../encoding/date.ts';
import { formatBandwidth, formatNumber, formatStatement } from '../../encoding/format.ts';
import { numberInWords } from '../../encoding/numberInWords.ts';
import { stops, type Stop } from '../../placement/flight/stops.ts';
import type { FlightWords } from '../../placement/flight/flightLabels.ts';
import { personHeight } from '../../placement/solid/person.ts';
import { lazy, NotYetKnown } from './lazy.ts';
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
  /** Null where the stop could not be told yet. */
  readonly status: Statement['status'] | null;
  readonly reach: string;
  readonly reachStatus: Statement['status'] | null;
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

/** Chips inside the box of a stop. Throws where their count was not known yet. */
export function chipsAt({ counts }: FlightRecord, stop: Stop): number {
  switch (stop) {
    case 'board':
      return counts.perBoard;
    case 'cabinet':
      return counts.perCabinet;
    case 'pod':
      return counts.pod;
    case 'hall':
      return counts.hall;
    case 'cluster':
      return counts.cluster;
    default:
      return 1;
  }
}

/** Every stop in words; what could not be told yet on the record's day says from when it can. */
export function stopWords(record: FlightRecord, say: Say): readonly StopWords[] {
  const { counts, rates, capacity, figures } = record;
  const shown = (key: string): Statement => {
    const figure = figures[key];
    if (!figure) throw new Error(`powers-of-ten: nothing is known of "${key}"`);
    if (!figure.shown) throw new NotYetKnown(key, figure.knownFrom);
    return figure.shown;
  };
  const both = (bytes: number) => say('both', { rate: formatBandwidth(bytes) });
  const names = Object.keys(counts) as (keyof FlightRecord['counts'])[];
  const told = (name: (typeof names)[number]) => spoken(counts[name]);
  const places = lazy<Record<string, string>>({
    ...Object.fromEntries(names.map((name) => [name, () => told(name)])),
    ...Object.fromEntries(names.map((name) => [capital(name), () => capital(told(name))])),
    onBoard: () => numberInWords(counts.perBoard - 1),
    ratio: () => numberInWords(Math.round(rates.hall / rates.cluster)),
    deployed: () => formatStatement(shown(`${ids.cluster}.deploying`)),
  });
  const digits = lazy<Record<string, string>>(
    Object.fromEntries(names.map((name) => [name, () => formatNumber(counts[name])])),
  );
  const reach = (others: number) =>
    lazy<Record<string, string>>({
      others: () => formatNumber(others),
      capacity: () => `${formatNumber(capacity() / 1e9)}\u00a0GB`,
      memory: () => formatBandwidth(rates.memory),
      chip: () => both(rates.chip),
      pod: () => both(rates.pod),
      hall: () => both(rates.hall),
      cluster: () => both(rates.cluster),
      unified: () => formatStatement(shown(`${ids.pod}.unified-memory`)),
    });
  /** What may be missing from a stop that is told. */
  const perhaps = (text: () => string) => {
    try {
      return text();
    } catch (error) {
      if (error instanceof NotYetKnown) return '';
      throw error;
    }
  };
  const tell = (id: Stop): StopWords => {
    const key = reachFigure[id];
    const chips = chipsAt(record, id);
    return {
      id,
      name: say(`stop.${id}`),
      title: say(`title.${id}`, digits),
      note: say(`note.${id}`, places),
      sentence: say(`sentence.${id}`, places),
      more: id === 'pod' || id === 'cluster' ? perhaps(() => say(`more.${id}`, places)) : '',
      chips: formatNumber(chips),
      status: shown(countFigure[id]).status,
      reach: say(`reach.${id}`, reach(chips - 1)),
      reachStatus: key === null ? 'derived' : shown(key).status,
      medium: media[id],
      way: say(`way-to.${id}`),
    };
  };
  return stops.map((id) => {
    try {
      return tell(id);
    } catch (error) {
      if (!(error instanceof NotYetKnown)) throw error;
      return {
        id,
        name: say(`stop.${id}`),
        title: say('untold-title', { stop: say(`stop.${id}`) }),
        note: '',
        sentence: say('untold', { date: formatDate(error.knownFrom) }),
        more: '',
        chips: '–',
        status: null,
        reach: '–',
        reachStatus: null,
        medium: media[id],
        way: '–',
      };
    }
  });
}

/** The days on which some figures were last read. */
export const lastRead = (record: FlightRecord, keys: readonly string[]): string[] =>
  keys.flatMap((key) => record.figures[key]!.shown?.as_of ?? []);

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
