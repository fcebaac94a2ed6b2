import { formatRounded } from '../../encoding/format.ts';
import type { CliffLine } from '../../figure/bandwidth-cliff/chart.ts';
import type { Phrases } from '../phrases.ts';
import type { CliffData, CliffSystem, Said } from './cliffData.ts';
import type { CliffValues } from './params.ts';

/** A machine as it stands in the figure on a day. */
export interface DrawnSystem {
  readonly system: CliffSystem;
  readonly said: Said;
  readonly line: CliffLine;
  /** GB/s up to the edge of the fast network, the chips there, and how often less lies beyond (null: not on record). */
  readonly fast: { readonly bandwidth: number; readonly chips: number; readonly ratio: number | null };
}

/** What was said last by a day; null where nothing had been. */
export function saidOn(said: readonly Said[], asof: string): Said | null {
  return said.find(({ known }) => asof === 'latest' || known <= asof) ?? null;
}

const firm = new Set(['shipping', 'measured', 'reported']);

/** The machines asked for that had been announced by the day asked for. */
export function drawnSystems(say: Phrases, data: CliffData, values: CliffValues): DrawnSystem[] {
  const wanted = new Set(values.systems.split(','));
  return data.systems.flatMap((system): DrawnSystem[] => {
    const said = saidOn(system.said, values.asof);
    if (!wanted.has(system.id) || !said) return [];
    const beyond =
      system.beyond && saidOn(system.beyond.said, values.asof) ? system.beyond.bandwidth / 1e9 : null;
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
        detail: say('label', { chips, bandwidth: formatRounded(bandwidth) }),
      },
    };
    return [{ system, said, line, fast: { bandwidth, chips, ratio: beyond && bandwidth / beyond } }];
  });
}

/** Machines asked for that had not been announced by the day asked for. */
export function unannounced(data: CliffData, values: CliffValues): CliffSystem[] {
  const wanted = new Set(values.systems.split(','));
  return data.systems.filter(({ id, said }) => wanted.has(id) && !saidOn(said, values.asof));
}
