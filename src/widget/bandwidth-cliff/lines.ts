import { formatRounded } from '../../encoding/format.ts';
import type { CliffLine } from '../../figure/bandwidth-cliff/chart.ts';
import type { Phrases } from '../phrases.ts';
import { figureOn, type RecordedStatement } from '../recordedFigure.ts';
import type { CliffData, CliffSystem } from './cliffData.ts';
import { systemIds, type CliffValues, type SystemId } from './params.ts';

/** A machine as it stands in the figure on a day. */
export interface DrawnSystem {
  readonly system: CliffSystem;
  /** What was said last of its size. */
  readonly said: RecordedStatement;
  readonly line: CliffLine;
  /** How many times its GB/s are printed, see `timesOf`. */
  readonly times: 1 | 2;
  /** GB/s up to the edge of the fast network, the chips there, and how often less lies beyond (null: not on record). */
  readonly fast: { readonly bandwidth: number; readonly chips: number; readonly ratio: number | null };
}

/** What was said last of a figure by a day; null where nothing had been. */
const saidOn = (data: CliffData, key: string, asof: string): RecordedStatement | null =>
  figureOn(data.figures[key]!, asof).shown;

/** The network between machines as it was known on a day, GB/s a chip, one direction; null where nothing had been said. */
export function beyondOn(data: CliffData, { beyond }: CliffSystem, asof: string): number | null {
  const value = beyond === null ? undefined : saidOn(data, beyond, asof)?.value;
  if (value === undefined) return null;
  return (typeof value === 'number' ? value : value.high) / 1e9;
}

const firm = new Set(['shipping', 'measured', 'reported']);

/**
 * How many times the GB/s of one direction are printed. The links of these machines carry as much back, so both added are
 * twice; the guess is asked in one direction.
 */
export const timesOf = ({ directions, view }: CliffValues): 1 | 2 =>
  directions === 'both' && view !== 'guess' ? 2 : 1;

/** The machines asked for that had been announced by the day asked for. */
export function drawnSystems(say: Phrases, data: CliffData, values: CliffValues): DrawnSystem[] {
  const wanted = new Set(values.systems.split(','));
  const times = timesOf(values);
  return data.systems.flatMap((system): DrawnSystem[] => {
    const said = saidOn(data, system.count, values.asof);
    if (!wanted.has(system.id) || !said) return [];
    const beyond = beyondOn(data, system, values.asof);
    const steps = system.steps.map(({ leaving, chips, bandwidth, optical }) => ({
      group: leaving,
      chips,
      bandwidth: bandwidth / 1e9,
      light: optical > 0.5,
    }));
    const { chips, bandwidth } = steps.at(-1)!;
    const line = {
      id: system.id,
      steps,
      beyond,
      firm: firm.has(said.status),
      label: {
        title: say(`system.${system.id}`),
        detail: say('label', { chips, bandwidth: formatRounded(bandwidth * times) }),
      },
    };
    return [{ system, said, line, times, fast: { bandwidth, chips, ratio: beyond && bandwidth / beyond } }];
  });
}

/** The machine in full ink: the one asked for, else the first where all are drawn, else the one added last. */
export function focusOf(drawn: readonly DrawnSystem[], { focus }: CliffValues): SystemId | null {
  const ids = drawn.map(({ system }) => system.id as SystemId);
  const asked = ids.find((id) => id === focus);
  return asked ?? (ids.length === systemIds.length ? ids[0] : ids.at(-1)) ?? null;
}

/** Machines asked for that had not been announced by the day asked for. */
export function unannounced(data: CliffData, values: CliffValues): CliffSystem[] {
  const wanted = new Set(values.systems.split(','));
  return data.systems.filter(({ id, count }) => wanted.has(id) && !saidOn(data, count, values.asof));
}

/** Ids of the sources of a machine's line on a day: of its wiring, and of what was said of it. */
export function lineSources(
  data: CliffData,
  { count, beyond, sources }: CliffSystem,
  asof: string,
): string[] {
  const said = [count, ...(beyond === null ? [] : [beyond])].flatMap(
    (key) => saidOn(data, key, asof)?.sources ?? [],
  );
  return [...new Set([...sources, ...said])];
}
