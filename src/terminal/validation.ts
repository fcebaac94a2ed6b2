import { readMeasurements } from '../data/readRecords.ts';
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

/** `validation`: published measurements beside the model's predictions. */
export const validation: Command = {
  summary: 'published measurements of collectives beside the predictions',
  help: `validation [--class ID] [--json]

  --class ID          one class of content/measurements; all by default
  --json              one line of JSON instead of tables

A class has hardware constants and at most one efficiency, taken from the rows named as calibration. The ratio is
predicted time over measured time: below 1 the model is too fast. Rows without a tolerance show where it stops.`,
  run: (args) => {
    const read = parseArguments(args, { class: 'value', json: 'flag' });
    const records = readMeasurements();
    const id = read.value('class');
    if (id !== undefined && !records.has(id))
      throw new RangeError(`--class is "${id}": allowed are ${[...records.keys()].join(', ')}`);
    const classes = [...records].filter(([own]) => id === undefined || own === id);
    const results = classes.map(([own, record]) => ({ id: own, record, rows: compareWithMeasured(record) }));
    if (read.flag('json'))
      return jsonText({
        classes: results.map(({ id: own, record, rows }) => ({
          class: own,
          efficiency: record.efficiency.value,
          calibrated_on: record.efficiency.calibrated_on,
          rows: rows.map(({ row, ranks, bytes, what, measured, predicted, ratio, tolerance, agrees }) => ({
            row,
            ranks,
            bytes,
            what,
            measured,
            predicted,
            ratio,
            tolerance,
            agrees,
          })),
        })),
      });
    return results
      .map(({ id: own, record, rows }) => {
        const { value, calibrated_on: on } = record.efficiency;
        const lines = rows.map((row) =>
          [
            row.row.padEnd(34),
            String(row.ranks).padStart(5),
            shown(row.bytes).padStart(12),
            `${row.what === 'time' ? `${shown(row.measured * 1e6)} us` : `${shown(row.measured / 1e9)} GB/s`}`.padStart(
              14,
            ),
            `${row.what === 'time' ? `${shown(row.predicted * 1e6)} us` : `${shown(row.predicted / 1e9)} GB/s`}`.padStart(
              14,
            ),
            row.ratio.toFixed(3).padStart(7),
            ` ${verdict(row)}`,
          ].join(' '),
        );
        const head = [
          'row'.padEnd(34),
          'ranks',
          'bytes'.padStart(12),
          'measured'.padStart(14),
          'predicted'.padStart(14),
          '  ratio',
        ].join(' ');
        const rule =
          on.length > 0 ? `efficiency ${String(value)} from ${on.join(', ')}` : 'no efficiency fitted';
        return `${own}: ${record.name}\n${rule}\n${record.reading}\n${head}\n${lines.join('\n')}`;
      })
      .join('\n\n');
  },
};
