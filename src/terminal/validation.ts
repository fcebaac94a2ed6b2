import { readLibraries, readMeasurements } from '../data/readRecords.ts';
import type { MeasurementRecord } from '../data/schema/measurement.ts';
import { agreementOf, countedRows, type Agreement } from '../model/collective/agreement.ts';
import { compareWithMeasured, type Comparison } from '../model/collective/measured.ts';
import { parseArguments } from './argument.ts';
import type { Command } from './command.ts';
import { jsonText } from './output.ts';

const verdict = ({ agrees, calibration, tolerance }: Comparison): string => {
  if (calibration) return 'calibration';
  if (agrees === null) return 'limit of the model';
  return `${agrees ? 'within' : 'outside'} ${String(Math.round(tolerance! * 100))} %`;
};

const shown = (value: number): string => String(Number(value.toPrecision(4)));

interface Result {
  readonly id: string;
  readonly record: MeasurementRecord;
  readonly rows: readonly Comparison[];
}

interface Count {
  readonly of: string;
  readonly ideal: Agreement;
  readonly library: Agreement;
  readonly own: Agreement;
}

/** Rows of 1 MiB and more whose network does not reduce; those that fixed an efficiency test the ideal level not at all. */
function count(results: readonly Result[]): Count {
  const rows = countedRows(results);
  return {
    of: 'rows of 1 MiB and more without reduction in the network, but for those that fixed an efficiency',
    ideal: agreementOf(rows, ({ ratio }) => ratio),
    library: agreementOf(rows, ({ library }) => library.ratio),
    own: agreementOf(rows, ({ library }) => library.free),
  };
}

/** Why a row stays outside at the library level, in the words of its class. */
function reasonOf(results: readonly Result[], row: string): string {
  const found = results
    .flatMap(({ record }) => record.library.outside)
    .find(({ rows }) => rows.includes(row));
  return found?.reason ?? 'below 1 MiB the time is software, which the plan counts in part';
}

const agreementJson = ({ rows, within, median, outside }: Agreement): object => ({
  rows,
  within_1_5: within,
  median_fold: median,
  outside,
});

function toJson(results: readonly Result[]): string {
  const { of, ideal, library, own } = count(results);
  return jsonText({
    agreement: {
      of,
      ideal: agreementJson(ideal),
      library: {
        ...agreementJson(library),
        outside: library.outside.map(({ row, ratio }) => ({ row, ratio, reason: reasonOf(results, row) })),
      },
      library_own_choice: agreementJson(own),
    },
    classes: results.map(({ id, record, rows }) => ({
      class: id,
      efficiency: record.efficiency.value,
      calibrated_on: record.efficiency.calibrated_on,
      library: record.library.name,
      rows: rows.map(
        ({ row, ranks, bytes, what, measured, predicted, ratio, tolerance, agrees, library: own }) => ({
          row,
          ranks,
          bytes,
          what,
          measured,
          predicted,
          ratio,
          tolerance,
          agrees,
          library: {
            predicted: own.predicted,
            ratio: own.ratio,
            algorithm: own.algorithm,
            protocol: own.protocol,
            channels: own.channels,
            taken: own.taken,
            own_choice_ratio: own.free,
          },
        }),
      ),
    })),
  });
}

function classText({ id, record, rows }: Result): string {
  const { value, calibrated_on: on } = record.efficiency;
  const figure = (row: Comparison, quantity: number): string =>
    row.what === 'time' ? `${shown(quantity * 1e6)} us` : `${shown(quantity / 1e9)} GB/s`;
  const lines = rows.map((row) =>
    [
      row.row.padEnd(38),
      String(row.ranks).padStart(5),
      shown(row.bytes).padStart(12),
      figure(row, row.measured).padStart(14),
      figure(row, row.predicted).padStart(14),
      row.ratio.toFixed(3).padStart(7),
      ` ${verdict(row).padEnd(18)}`,
      figure(row, row.library.predicted).padStart(14),
      row.library.ratio.toFixed(3).padStart(7),
      ` ${[row.library.algorithm, row.library.protocol].filter(Boolean).join(' ')}${row.library.taken ? ` (taken; its own choice ${row.library.free.toFixed(3)})` : ''}`,
    ].join(' '),
  );
  const head = [
    'row'.padEnd(38),
    'ranks',
    'bytes'.padStart(12),
    'measured'.padStart(14),
    'ideal'.padStart(14),
    '  ratio',
    ` ${''.padEnd(18)}`,
    record.library.name.toUpperCase().padStart(14),
    '  ratio',
  ].join(' ');
  const rule = on.length > 0 ? `efficiency ${String(value)} from ${on.join(', ')}` : 'no efficiency fitted';
  return [
    `${id}: ${record.name}`,
    `Ideal: ${rule}. ${record.reading}`,
    `Library: ${record.library.reason}`,
    head,
    ...lines,
  ].join('\n');
}

function countText(results: readonly Result[]): string {
  const { of, ideal, library, own } = count(results);
  const line = (name: string, { rows, within, median, outside }: Agreement): string =>
    `${name.padEnd(28)} ${String(within)} of ${String(rows)} within 1.5 times, median ${median.toFixed(2)}; outside: ${outside.map(({ row, ratio }) => `${row} ${ratio.toFixed(2)}`).join(', ') || 'none'}`;
  return [
    `${of[0]!.toUpperCase()}${of.slice(1)}`,
    line('ideal, efficiencies fitted', ideal),
    line('library, none fitted', library),
    line('library, its own choice', own),
    ...library.outside.map(({ row }) => `  ${row}: ${reasonOf(results, row)}`),
  ].join('\n');
}

/** `validation`: published measurements beside the model's predictions. */
export const validation: Command = {
  summary:
    'published measurements of collectives beside the predictions of the ideal levels and of the libraries',
  help: `validation [--class ID] [--json]

  --class ID          one class of content/measurements; all by default
  --json              one line of JSON instead of tables

Each row stands beside two predictions. Ideal: hardware constants and at most one efficiency a class, taken from the rows
named as calibration. Library: what NCCL or HCCL would choose and plan, with no efficiency from any row. The ratio is
predicted time over measured time: below 1 the model is too fast. Rows without a tolerance show where the ideal stops.
The last lines count the rows within 1.5 times at each level and name those outside.`,
  run: (args) => {
    const read = parseArguments(args, { class: 'value', json: 'flag' });
    const records = readMeasurements();
    const libraries = readLibraries();
    const id = read.value('class');
    if (id !== undefined && !records.has(id))
      throw new RangeError(`--class is "${id}": allowed are ${[...records.keys()].join(', ')}`);
    const results = [...records]
      .filter(([own]) => id === undefined || own === id)
      .map(([own, record]): Result => ({ id: own, record, rows: compareWithMeasured(record, libraries) }));
    return read.flag('json') ? toJson(results) : [...results.map(classText), countText(results)].join('\n\n');
  },
};
