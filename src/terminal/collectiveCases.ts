import { readFileSync } from 'node:fs';
import { predictCollective } from '../model/collective/collective.ts';
import type { Dimension, DimensionKind } from '../model/collective/dimension.ts';
import type { Algorithm, Operation } from '../model/collective/operation.ts';
import { edition, editionText } from '../data/edition.ts';
import { formatCsv, parseCsv } from './csv.ts';

const kinds: Readonly<Record<string, DimensionKind>> = {
  Ring: 'ring',
  FullyConnected: 'fullmesh',
  Switch: 'switch',
};
const operations: Readonly<Record<string, Operation>> = {
  AllReduce: 'all-reduce',
  ReduceScatter: 'reduce-scatter',
  AllGather: 'all-gather',
  AllToAll: 'all-to-all',
  PointToPoint: 'point-to-point',
};
/** ASTRA-sim's double binary tree gives each chunk one tree only. */
const algorithms: Readonly<Record<string, Algorithm>> = {
  ring: 'ring',
  direct: 'direct',
  halvingDoubling: 'halving-doubling',
  doubleBinaryTree: 'binary-tree',
};
const columns = [
  'backend',
  'topology',
  'npus_per_dim',
  'bw_GiBps_per_dim',
  'lat_ns_per_dim',
  'collective',
  'algo_per_dim',
  'size_B',
  'splits',
  'active_chunks',
  'ar_mode',
] as const;

/**
 * Predicts every row of a table of ASTRA-sim runs (analytical network) as that simulator counts: whole nanoseconds,
 * 1 GB/s = 2³⁰ B/s, messages one by one. Backend `aware` stores and forwards with a queue at each link; `unaware` cuts
 * through and lets no message wait.
 * @returns the same table with a column `model_time_ns`.
 * @throws RangeError naming the line, the column, its value and what is allowed.
 */
export function predictCases(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new RangeError(`--cases is "${path}": allowed is a CSV file (${(error as Error).message})`, {
      cause: error,
    });
  }
  const { header, rows } = parseCsv(text);
  for (const column of columns)
    if (!header.includes(column))
      throw new RangeError(
        `--cases is "${path}": it lacks the column ${column}; needed are ${columns.join(', ')}`,
      );
  /** What costs nothing here must cost nothing there: ends of messages, and reductions in memory. */
  const free = (row: readonly string[]): void => {
    for (const [column, least, most] of [
      ['endpoint_delay_ns', 0, 0],
      ['local_mem_bw_GBps', 1e6, Infinity],
    ] as const) {
      const text = header.includes(column) ? row[header.indexOf(column)]! : '';
      if (text !== '' && !(Number(text) >= least && Number(text) <= most))
        throw new RangeError(
          `${column} is "${text}": allowed is ${most === 0 ? '0' : `${String(least)} and more`}, since ends and reductions take no time here`,
        );
    }
  };
  const times = rows.map((row, index) => {
    const cell = (column: (typeof columns)[number]): string => row[header.indexOf(column)]!.trim();
    try {
      free(row);
      return Math.round(predictRow(cell) * 1e9);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(`--cases is "${path}", line ${String(index + 2)}: ${error.message}`, {
        cause: error,
      });
    }
  });
  const from = editionText(edition());
  return formatCsv({
    header: [...header, 'model_time_ns', 'model_from'],
    rows: rows.map((row, index) => [...row, String(times[index]!), from]),
  });
}

function predictRow(cell: (column: (typeof columns)[number]) => string): number {
  const list = <Value>(column: (typeof columns)[number], read: (text: string) => Value): Value[] =>
    cell(column)
      .split('x')
      .map((text) => read(text));
  const number =
    (column: (typeof columns)[number]) =>
    (text: string): number => {
      const value = text === '' ? NaN : Number(text);
      if (!Number.isFinite(value)) throw new RangeError(`${column} is "${text}": allowed are numbers`);
      return value;
    };
  const word =
    <Value>(column: string, words: Readonly<Record<string, Value>>) =>
    (text: string): Value => {
      if (!Object.hasOwn(words, text))
        throw new RangeError(`${column} is "${text}": allowed are ${Object.keys(words).join(', ')}`);
      return words[text]!;
    };
  const sizes = list('npus_per_dim', number('npus_per_dim'));
  const bandwidths = list('bw_GiBps_per_dim', number('bw_GiBps_per_dim'));
  const latencies = list('lat_ns_per_dim', number('lat_ns_per_dim'));
  const names = list('topology', word('topology', kinds));
  for (const [column, values] of [
    ['npus_per_dim', sizes],
    ['bw_GiBps_per_dim', bandwidths],
    ['lat_ns_per_dim', latencies],
  ] as const)
    if (values.length !== names.length)
      throw new RangeError(
        `${column} is "${cell(column)}": allowed are ${String(names.length)} numbers joined by x, one for each dimension`,
      );
  const dimensions = names.map((kind, d): Dimension => ({
    kind,
    size: sizes[d]!,
    bandwidth: bandwidths[d]! * 2 ** 30,
    latency: latencies[d]! / 1e9,
  }));
  const [name, pair] = cell('collective').split(' ');
  const operation = word('collective', operations)(name!);
  const ends = operation === 'point-to-point' ? /^(\d+)->(\d+)$/.exec(pair ?? '') : null;
  if (operation === 'point-to-point' && !ends)
    throw new RangeError(`collective is "${cell('collective')}": allowed is PointToPoint A->B`);
  const aware = word('backend', { aware: true, unaware: false })(cell('backend'));
  return predictCollective(dimensions, {
    operation,
    algorithms: operation === 'point-to-point' ? [] : list('algo_per_dim', word('algo_per_dim', algorithms)),
    bytes: number('size_B')(cell('size_B')),
    chunks: number('splits')(cell('splits')),
    activeChunks: number('active_chunks')(cell('active_chunks')),
    mode: word('ar_mode', {
      '': 'local-bandwidth-aware',
      localBWAware: 'local-bandwidth-aware',
      baseline: 'baseline',
    } as const)(cell('ar_mode')),
    switching: aware ? 'store-and-forward' : 'cut-through',
    contention: aware,
    truncate: true,
    level: 'schedule',
    ...(ends ? { from: Number(ends[1]), to: Number(ends[2]) } : {}),
  }).seconds;
}
