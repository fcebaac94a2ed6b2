import { describe, expect, it } from 'vitest';
import { failure } from '../../../src/terminal/failure.ts';

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');
const run = (line: string): string => failure.run(words(line)) as string;
const answer = (line: string): Record<string, unknown> =>
  JSON.parse(run(`${line} --json`)) as Record<string, unknown>;

describe('failure', () => {
  it('counts the parts of a machine and says when the first fails', () => {
    const found = answer('--system atlas-950-superpod-8192');
    expect(found['parts']).toContainEqual(
      expect.objectContaining({ part: 'module', count: 65_536, fit: 1000 }),
    );
    expect((found['first_failure_s'] as number) / 3600).toBeCloseTo(5.07, 2);
    expect(found['availability']).toBeCloseTo(0.802, 3);
  });

  it('gives the exact answer and the simulation side by side', () => {
    const found = answer('--system atlas-950-superpod-8192 --spares 1 --retry 1 --seed 4');
    const { value, error } = (found['simulated'] as { availability: { value: number; error: number } })
      .availability;
    expect(Math.abs(value - (found['availability'] as number))).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(0.01);
  });

  it('recomputes what others print', () => {
    expect(answer('--parts network:1@98.5h --repair 13min')['availability']).toBeCloseTo(0.9978, 4);
    expect(answer('--parts module:100000@1000000h')['first_failure_s']).toBeCloseTo(36_000, 6);
    expect(run('--checks')).toContain('ub-mesh-fast');
  });

  it('says of an unknown rate that it is unknown', () => {
    expect(answer('--system gb200-nvl72')).toMatchObject({ unknown: ['cable'] });
    expect(run('--system gb200-nvl72')).toContain('without cable, of which no rate is published');
    expect(answer('--system gb200-nvl72 --asof 2020-01-01')).toMatchObject({
      availability: null,
      first_failure_s: null,
      simulated: null,
    });
    expect(run('--system gb200-nvl72 --asof 2020-01-01')).toContain('no rate of any part is known');
  });

  it.each([
    ['', '--system or --parts is missing'],
    ['--system x', '--system is "x": allowed are '],
    ['--system gb200-nvl72 --parts a:1@1h', 'both given'],
    ['--system gb200-nvl72 --spares 99', '--spares is "99": allowed are whole numbers from 0 to 64'],
    [
      '--system gb200-nvl72 --repair NaN',
      '--repair is "NaN": allowed are numbers from 0 on with s, min, h or days',
    ],
    ['--system gb200-nvl72 --exchange 0h', '--exchange is "0h": allowed are times above 0'],
    ['--system gb200-nvl72 --fit chip:-1', '--fit is "chip:-1": allowed is a list'],
    ['--system gb200-nvl72 --groups 4', '--groups is "4": allowed with --parts only'],
    ['--parts chip:64@100h --spares 1 --groups 5', '--groups is "5": allowed are numbers that divide 64'],
    ['--parts chip:8@0h', '--parts has "chip:8@0h": allowed is name:count@rate'],
    ['--parts chip:8@1e400FIT', '--parts has "chip:8@1e400FIT"'],
    ['--parts a:1@1h,a:2@1h', '--parts has "a" twice'],
    ['--parts a:1@1h --retry 1', '--retry is "1" beside --parts'],
  ])('refuses %s', (line, message) => {
    expect(() => run(line)).toThrow(message);
    expect(() => run(line)).toThrow(RangeError);
  });
});
