import type { Catalogue } from '../data/catalog.ts';
import { ruledChipOf } from '../data/ruledChip.ts';
import type { LicenceCase } from '../data/schema/licenceCase.ts';
import { unlimited, type Interval } from '../model/exportControl/interval.ts';
import type { Question } from '../model/exportControl/question.ts';
import type { FormatRate, RuledChip } from '../model/exportControl/ruledChip.ts';
import { validateDay } from '../model/exportControl/validate.ts';
import { parseChoice, parseInteger, requireArgument, type Arguments } from './argument.ts';
import { parseAmount } from './licenceAmount.ts';

export const licenceArguments = {
  chip: 'value',
  format: 'values',
  'die-area-mm2': 'value',
  'dram-bandwidth': 'value',
  'io-bandwidth': 'value',
  datacenter: 'value',
  datacentre: 'value',
  'stack-bandwidth': 'value',
  'stack-area-mm2': 'value',
  maker: 'value',
  date: 'value',
  destination: 'value',
  parent: 'value',
  route: 'value',
  'us-sale': 'value',
} as const;

/** A chip nothing is known of. */
const blank: RuledChip = {
  id: null,
  name: 'a chip given by its figures',
  maker: null,
  released: null,
  formats: [],
  statedTpp: null,
  applicableDieAreaMm2: null,
  ioBandwidthGBs: null,
  dramBandwidthGBs: null,
  datacentre: null,
  usSale: null,
  memory: null,
};

/**
 * The question of a command line. Figures go before those of the chip.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function questionOfArguments(args: Arguments, catalogue: Catalogue): Question {
  const id = args.value('chip');
  const chip = id === undefined ? blank : recorded(catalogue, '--chip', id);
  const formats = args.values('format').map(parseFormat);
  const amount = (name: string, units: readonly string[], divides = false): Interval | null => {
    const text = args.value(name);
    return text === undefined ? null : parseAmount(`--${name}`, text, units, divides);
  };
  const bandwidth = amount('stack-bandwidth', ['GB/s', 'TB/s']);
  const areaMm2 = amount('stack-area-mm2', ['mm2'], true);
  const memory = bandwidth || areaMm2 ? { bandwidthGBs: bandwidth, areaMm2 } : null;
  const datacentre = flag(args, 'datacenter') ?? flag(args, 'datacentre');
  const question: Question = {
    chip: {
      ...chip,
      maker: args.value('maker') ?? chip.maker,
      ...(formats.length > 0 && { formats, statedTpp: null }),
      applicableDieAreaMm2: amount('die-area-mm2', ['mm2'], true) ?? chip.applicableDieAreaMm2,
      ioBandwidthGBs: amount('io-bandwidth', ['GB/s', 'TB/s']) ?? chip.ioBandwidthGBs,
      dramBandwidthGBs: amount('dram-bandwidth', ['GB/s', 'TB/s']) ?? chip.dramBandwidthGBs,
      datacentre: datacentre ?? chip.datacentre,
      ...(memory && { memory }),
    },
    date: day('--date', requireArgument(args, 'date', '2026-02-01')),
    destination: place('--destination', args.value('destination')),
    parent: place('--parent', args.value('parent')),
    route: args.value('route') === undefined ? null : parseChoice('route', args.value('route')!, ['us', 'other'] as const),
  };
  if (memory && (id !== undefined || formats.length > 0))
    throw new RangeError(
      `--stack-${bandwidth ? 'bandwidth' : 'area-mm2'} is given with ${id === undefined ? '--format' : '--chip'}: allowed is a memory by itself, or a processor`,
    );
  const usSale = flag(args, 'us-sale');
  return usSale === undefined ? question : { ...question, usSale };
} // prettier-ignore

/**
 * The question of one case of a file. A case whose id is that of a chip in the record is taken to be that chip, where
 * a letter names chips; its figures are those of the case.
 * @throws RangeError naming the case, the key, its value and what is allowed.
 */
export function questionOfCase(one: LicenceCase, where: string, catalogue: Catalogue): Question {
  const key = (name: string) => `${where}: ${name}`;
  const { inputs } = one;
  const base = one.chip ? recorded(catalogue, key('chip'), one.chip) : blank;
  const named = typeof one.id === 'string' && catalogue.chips.has(one.id) ? one.id : null;
  const amount = (name: Exclude<keyof NonNullable<typeof inputs>, 'formats' | 'datacentre' | 'datacenter'>, unit: string) => {
    const given = inputs?.[name];
    return given === null || given === undefined
      ? null
      : parseAmount(key(`inputs.${name}`), given, [unit], unit === 'mm2');
  };
  const formats = (inputs?.formats ?? []).map(({ label, bits, dense_tops }, index): FormatRate => {
    const at = key(`inputs.formats.${String(index)}`);
    return {
      name: label ?? `${String(bits)} bits`,
      bits: parseInteger(`${at}.bits`, String(bits), 1, mostBits),
      denseTops:
        dense_tops === null || dense_tops === undefined
          ? { low: 0, high: unlimited }
          : parseAmount(`${at}.dense_tops`, dense_tops, ['TOPS', 'TFLOPS']),
    };
  });
  const bandwidthGBs = amount('stack_bandwidth_gb_s', 'GB/s');
  const areaMm2 = amount('stack_area_mm2', 'mm2');
  if ((bandwidthGBs || areaMm2) && (one.chip || formats.length > 0))
    throw new RangeError(
      `${key('inputs.stack')} is given with ${one.chip ? 'a chip' : 'formats'}: allowed is a memory by itself, or a processor`,
    );
  const question: Question = {
    chip: {
      ...base,
      id: base.id ?? named,
      maker: one.maker ?? base.maker,
      ...(formats.length > 0 && { formats, statedTpp: null }),
      applicableDieAreaMm2: amount('die_area_mm2', 'mm2') ?? base.applicableDieAreaMm2,
      ioBandwidthGBs: amount('io_gb_s_bidirectional', 'GB/s') ?? base.ioBandwidthGBs,
      dramBandwidthGBs: amount('dram_gb_s', 'GB/s') ?? base.dramBandwidthGBs,
      datacentre: inputs?.datacentre ?? inputs?.datacenter ?? base.datacentre,
      ...((bandwidthGBs || areaMm2) && { memory: { bandwidthGBs, areaMm2 } }),
    },
    date: day(key('date'), one.date),
    destination: place(key('destination'), one.destination),
    parent: place(key('parent'), one.parent),
    route: one.route ?? null,
  };
  return one.us_sale === null || one.us_sale === undefined ? question : { ...question, usSale: one.us_sale };
} // prettier-ignore

const mostBits = 128;

function recorded(catalogue: Catalogue, name: string, id: string): RuledChip {
  if (!catalogue.chips.has(id))
    throw new RangeError(`${name} is "${id}": allowed are ${[...catalogue.chips.keys()].join(', ')}`);
  return ruledChipOf(catalogue, id);
}

/** `int8:296:8`: a name, dense tera-operations a second (a multiply-accumulate counted as two), and bits. */
function parseFormat(text: string): FormatRate {
  const [name, tops, bits, ...rest] = text.split(':');
  if (!name || !tops || !bits || rest.length > 0)
    throw new RangeError(
      `--format is "${text}": allowed are a name, dense TOPS and bits such as int8:296:8, repeated for more`,
    );
  return {
    name,
    bits: parseInteger('format', bits, 1, mostBits),
    denseTops: parseAmount('--format', tops, ['TOPS', 'TFLOPS']),
  };
}

function flag(args: Arguments, name: string): boolean | undefined {
  const text = args.value(name);
  return text === undefined ? undefined : parseChoice(name, text, ['true', 'false']) === 'true';
}

function place(name: string, text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const code = text.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code))
    throw new RangeError(
      `${name} is "${text}": allowed are countries by their two letters (ISO 3166-1), such as CN`,
    );
  return code;
}

function day(name: string, text: string): string {
  try {
    validateDay(text);
  } catch (error) {
    throw new RangeError(`${name} is "${text}": allowed are real whole days such as 2026-02-01`, {
      cause: error,
    });
  }
  return text;
}
