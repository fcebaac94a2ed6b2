import { memoryFigure, memoryRule } from '../data/chipMemory.ts';
import { figureOf, inSi } from '../data/figure.ts';
import type { ArgumentKind, Arguments } from './argument.ts';
import { parseChoice } from './argument.ts';
import { parseQuantity } from './quantity.ts';
import { knownCatalogue } from './record.ts';

/** Arguments that choose a chip, for every command that needs one. */
export const chipArguments = {
  chip: 'value',
  format: 'value',
  peak: 'value',
  memory: 'value',
  'memory-bandwidth': 'value',
  power: 'value',
} as const satisfies Record<string, ArgumentKind>;

export const chipHelp = `  --chip ID           a chip in content/chips, for example nvidia-h100
                      of its memory, ${memoryRule}
  --format WORD       number format of the peak: bf16 (default), fp8, fp4
  --peak RATE         instead of the chip's own: 989TFLOPS, dense
  --memory SIZE, --memory-bandwidth RATE, --power WATTS
                      likewise: 80GB, 3.35TB/s, 700W`;

const formats = ['bf16', 'fp8', 'fp4'] as const;

/** What a chip gives, in SI units; asking for what neither record nor arguments give is refused. */
export interface ChipInput {
  readonly peak: () => number;
  /** Bytes and where they are from; undefined where no chip is chosen, null where the record has no number. */
  readonly memory: () => ChipMemory | null | undefined;
  readonly memoryBandwidth: () => number;
  readonly power: () => number;
}

export interface ChipMemory {
  readonly bytes: number;
  readonly from: string;
}

/** Reads a chip from the record or from arguments, which go before. */
export function selectChip(args: Arguments): ChipInput {
  const format = parseChoice('format', args.value('format') ?? 'bf16', formats);
  const id = args.value('chip');
  const catalogue = id === undefined ? undefined : knownCatalogue();
  if (id !== undefined && !catalogue!.chips.has(id))
    throw new RangeError(`--chip is "${id}": allowed are ${[...catalogue!.chips.keys()].join(', ')}`);

  /** The first of some properties that the chip has as a single number. */
  const recorded = (names: readonly string[]): number | undefined => {
    for (const name of names) {
      if (!catalogue?.chips.get(id!)?.properties[name]) continue;
      const { shown } = figureOf(catalogue, `${id!}.${name}`);
      if (typeof shown?.value === 'number') return inSi(shown);
    }
    return undefined;
  };
  const need = (name: string, example: string, value: number | undefined): number => {
    if (value === undefined)
      throw new RangeError(
        `--${name} is missing${id === undefined ? '' : ` and ${id} has none on record`}: allowed is for example --${name} ${example}`,
      );
    return value;
  };
  const given = (name: 'peak' | 'memory' | 'memory-bandwidth' | 'power'): number | undefined => {
    const text = args.value(name);
    const kinds = { peak: 'rate', memory: 'bytes', 'memory-bandwidth': 'bandwidth', power: 'power' } as const;
    return text === undefined ? undefined : parseQuantity(name, text, kinds[name]);
  };
  const rates = [`${format}-dense`, `${format}-pflops`, `${format}-tflops`];
  if (format === 'bf16') rates.push('fp16-tflops');
  const memory = (): ChipMemory | null | undefined => {
    const bytes = given('memory');
    if (bytes !== undefined) return { bytes, from: 'given with --memory' };
    if (!catalogue) return undefined;
    const figure = memoryFigure(catalogue, id!);
    if (typeof figure?.shown?.value !== 'number') return null;
    const { status, as_of: asOf } = figure.shown;
    return { bytes: inSi(figure.shown), from: `${figure.key}, ${status}, read ${asOf}; ${memoryRule}` };
  };
  return {
    peak: () => need('peak', '989TFLOPS', given('peak') ?? recorded(rates)),
    memory,
    memoryBandwidth: () =>
      need('memory-bandwidth', '3.35TB/s', given('memory-bandwidth') ?? recorded(['memory-bandwidth'])),
    power: () => need('power', '700W', given('power') ?? recorded(['tdp'])),
  };
}
