import { formatRounded } from '../../encoding/format.ts';
import type { SaidChange } from '../chart/chart.ts';
import type { Phrases } from '../phrases.ts';
import type { CliffData } from './cliffData.ts';
import { drawnSystems, unannounced } from './lines.ts';
import { readGuess, systemIds, type CliffParameters, type CliffValues } from './params.ts';
import { saidReading } from './view.ts';

/** What is said of a machine that was switched on or off. */
function switchedText(say: Phrases, data: CliffData, values: CliffValues, rested: CliffValues): string {
  const [before, now] = [rested, values].map(({ systems }) => systems.split(',')) as [string[], string[]];
  const id = systemIds.find((one) => before.includes(one) !== now.includes(one));
  if (id === undefined) return '';
  const machine = say(`system.${id}`);
  if (unannounced(data, values).some((one) => one.id === id)) return say('unannounced', { machine });
  const added = drawnSystems(say, data, values).find(({ system }) => system.id === id);
  return added ? saidReading(say, added) : say('said.off', { machine });
}

/** What is said of a change. */
export function cliffSaid(
  say: Phrases,
  data: CliffData,
  values: CliffValues,
  { rested, set }: SaidChange<CliffParameters>,
): string {
  if (set.includes('view')) {
    if (values.view === 'guess') return say('ask');
    const [first] = drawnSystems(say, data, { ...values, systems: systemIds[0] });
    return first ? saidReading(say, first) : '';
  }
  const guess = set.includes('guess') ? readGuess(values.guess) : null;
  if (guess) return say('said.guess', { chips: guess.chips, bandwidth: formatRounded(guess.bandwidth) });
  if (set.includes('focus')) {
    const inked = drawnSystems(say, data, values).find(({ system }) => system.id === values.focus);
    return inked ? saidReading(say, inked) : '';
  }
  if (set.includes('scale')) return say(`said.${values.scale}`);
  if (set.includes('directions')) return say(`said.${values.directions}`);
  return set.includes('systems') ? switchedText(say, data, values, rested) : '';
}
