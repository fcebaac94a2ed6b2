import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../../src/terminal/csv.ts';
import { predictCases } from '../../../../src/terminal/collectiveCases.ts';
import { planPhases } from '../../../../src/model/collective/phase.ts';
import { predictCollective } from '../../../../src/model/collective/collective.ts';
import type { Dimension } from '../../../../src/model/collective/dimension.ts';
import { ask } from './machines.ts';

const file = 'tests/fixtures/reference/collectives.csv';

describe("ASTRA-sim's analytical network", () => {
  it('is met within 0.01 % in every case', () => {
    const { header, rows } = parseCsv(predictCases(file));
    const column = (name: string): number => header.indexOf(name);
    expect(rows.length).toBe(parseCsv(readFileSync(file, 'utf8')).rows.length);
    const off = rows
      .map((row) => ({
        row,
        error: Math.abs(Number(row[column('model_time_ns')]) / Number(row[column('time_ns')]) - 1),
      }))
      .filter(({ error }) => !(error <= 1e-4));
    expect(off).toEqual([]);
  });

  it('is met by the formulas alone where chunks take a dimension one at a time', () => {
    const { header, rows } = parseCsv(readFileSync(file, 'utf8'));
    const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)]!;
    let checked = 0;
    for (const row of rows) {
      if (cell(row, 'active_chunks') !== '1' || cell(row, 'collective').startsWith('Point')) continue;
      const kinds = { Ring: 'ring', FullyConnected: 'fullmesh', Switch: 'switch' } as const;
      const numbers = (name: string): number[] => cell(row, name).split('x').map(Number);
      const dimensions = cell(row, 'topology')
        .split('x')
        .map((name, d): Dimension => ({
          kind: kinds[name as keyof typeof kinds],
          size: numbers('npus_per_dim')[d]!,
          bandwidth: numbers('bw_GiBps_per_dim')[d]! * 2 ** 30,
          latency: numbers('lat_ns_per_dim')[d]! / 1e9,
        }));
      const algorithms = cell(row, 'algo_per_dim')
        .split('x')
        .map(
          (name) =>
            ({
              ring: 'ring',
              direct: 'direct',
              halvingDoubling: 'halving-doubling',
              doubleBinaryTree: 'binary-tree',
            })[name] as 'ring',
        );
      const operation = { AllReduce: 'all-reduce', ReduceScatter: 'reduce-scatter', AllGather: 'all-gather' }[
        cell(row, 'collective')
      ] as 'all-reduce' | undefined;
      const { seconds } = predictCollective(
        dimensions,
        ask({
          operation: operation ?? 'all-to-all',
          algorithms,
          bytes: Number(cell(row, 'size_B')),
          chunks: Number(cell(row, 'splits')),
          mode: cell(row, 'ar_mode') === 'baseline' ? 'baseline' : 'local-bandwidth-aware',
          switching: cell(row, 'backend') === 'aware' ? 'store-and-forward' : 'cut-through',
          truncate: true,
        }),
      );
      expect(Math.abs((seconds * 1e9) / Number(cell(row, 'time_ns')) - 1), cell(row, 'case')).toBeLessThan(
        1e-4,
      );
      checked++;
    }
    expect(checked).toBeGreaterThan(700);
  });

  it('refuses tables that lack a column or hold what cannot be', () => {
    expect(() => predictCases('tests/fixtures/reference/maxmin.csv')).toThrow(/lacks the column backend/);
    expect(() => predictCases('no-such-file.csv')).toThrow(/--cases is "no-such-file.csv"/);
  });
});

describe('phases', () => {
  const dimensions: Dimension[] = [2, 1, 4, 3].map((size) => ({
    kind: 'ring',
    size,
    bandwidth: 1e9,
    latency: 0,
  }));
  const shown = (operation: 'all-reduce' | 'all-gather' | 'all-to-all', mode?: 'baseline'): string[] =>
    planPhases(dimensions, operation, ['ring'], 24, mode).map(
      ({ dimension, operation: part, bytes }) => `${String(dimension)} ${part} ${String(bytes)}`,
    );

  it('scatter inwards first, reduce on the outermost dimension and gather back', () => {
    expect(shown('all-reduce')).toEqual([
      '0 reduce-scatter 24',
      '2 reduce-scatter 12',
      '3 all-reduce 3',
      '2 all-gather 3',
      '0 all-gather 12',
    ]);
  });
  it('run a whole all-reduce in each dimension in the baseline', () => {
    expect(shown('all-reduce', 'baseline')).toEqual([
      '0 all-reduce 24',
      '2 all-reduce 24',
      '3 all-reduce 24',
    ]);
  });
  it('gather from the outermost dimension in, and exchange the full size in each', () => {
    expect(shown('all-gather')).toEqual(['3 all-gather 24', '2 all-gather 72', '0 all-gather 288']);
    expect(shown('all-to-all')).toEqual(['0 all-to-all 24', '2 all-to-all 24', '3 all-to-all 24']);
  });
});
