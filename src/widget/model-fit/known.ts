import { drawnOn, figureOn } from '../recordedFigure.ts';
import type { FitData, KnownChip } from './fitData.ts';
import type { ChipId } from './params.ts';

/**
 * A chip and its machines as they were known on a day. Machines not told yet are left out, unless none had been: then the
 * first stands with the chip, which says of itself that it had not been announced.
 * @throws where its memory is no number of the record, naming it
 */
export function chipOn(data: FitData, id: ChipId, asof: string): KnownChip {
  const { name, memory: keys, machines } = data.chips[id];
  const shown = keys.map((key) => figureOn(data.figures[key]!, asof).shown).find((one) => one !== null);
  const memory = shown ?? drawnOn(data.figures[keys.at(-1)!], asof);
  if (typeof memory?.value !== 'number') throw new RangeError(`${id}: ${keys.join(', ')}: no number`);
  const told = machines.filter(({ count }) => figureOn(data.figures[count]!, asof).shown);
  const counted = told.flatMap(({ count }) => figureOn(data.figures[count]!, asof).shown!.sources);
  return {
    name,
    memory: memory.value,
    memoryText: memory.text,
    status: shown ? shown.status : null,
    read: memory.read,
    machines: told.length > 0 ? told : machines.slice(0, 1),
    sources: [...new Set([...memory.sources, ...counted])],
  };
}
