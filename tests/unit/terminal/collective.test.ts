import { gzipSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collective } from '../../../src/terminal/collective.ts';
import { formatCsv, parseCsv } from '../../../src/terminal/csv.ts';
import { flows } from '../../../src/terminal/flows.ts';

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');
const answer = (line: string): Record<string, unknown> =>
  JSON.parse(collective.run(words(line)) as string) as Record<string, unknown>;

const ring = '--topology ring:4 --bandwidth 50GiB/s --latency 500ns';

describe('collective', () => {
  it('answers with the keys of its contract', () => {
    const result = answer(
      `${ring} --operation all-reduce --algorithm ring --bytes 1KiB --chunks 1 --active-chunks 1 --switching cut-through --truncate-ns --level closed --json`,
    );
    expect(result).toMatchObject({ time_s: 3.024e-6, steps: 6, bottleneck: 'latency of 6 steps' });
    expect(result['bus_bandwidth_bytes_per_s']).toBeCloseTo((1.5 * 1024) / 3.024e-6, 0);
  });

  it('answers at every level, and with failures at the flow level', () => {
    const request = '--operation all-to-all --bytes 1GiB --json';
    const mesh = '--topology fullmesh:4,fullmesh:4 --bandwidth 56GB/s,28GB/s --latency 150ns';
    const [closed, schedule, flow] = ['closed', 'schedule', 'flow'].map(
      (level) => answer(`${mesh} ${request} --level ${level}`)['time_s'] as number,
    ) as [number, number, number];
    expect(schedule).toBeCloseTo(closed, 12);
    expect(flow).toBeCloseTo(closed, 9);
    const broken = answer(`${mesh} ${request} --fail link:0-1`);
    expect(broken['level']).toBe('flow');
    expect(broken['time_s']).toBeGreaterThan(closed);
  });

  it('answers as a library would choose', () => {
    const racks = answer(
      '--level library --library nccl --links nvlink5,network --topology switch:72,switch:2 --bandwidth 900GB/s,50GB/s --latency 500ns,2500ns --operation all-reduce --bytes 8GiB --json',
    );
    expect(racks).toMatchObject({
      level: 'library',
      ranks: 144,
      algorithm: 'NVLSTree',
      protocol: 'Simple',
      channels: 32,
    });
    const supernode = answer(
      '--level library --library hccl --system atlas-950-superpod-8192 --operation all-reduce --bytes 1GiB --json',
    );
    expect(supernode).toMatchObject({ library: 'hccl', ranks: 8192, algorithm: 'nhr+nhr', protocol: null });
    expect(
      collective.run(
        words(
          '--level library --library hccl --system atlas-900-a3-superpod --operation all-reduce --bytes 1GiB',
        ),
      ),
    ).toMatch(/thresholds are not documented/);
    const h200 =
      '--level library --library nccl --links nvlink4 --topology switch:8 --bandwidth 450GB/s --latency 300ns --operation all-reduce --bytes 2MiB --json';
    const [bare, called] = [h200, `${h200} --host 25us`].map((line) => answer(line)['time_s'] as number) as [
      number,
      number,
    ];
    expect(called - bare).toBeCloseTo(25e-6, 12);
    const one = answer(
      '--level library --library nccl --links nvlink5 --topology switch:1 --bandwidth 900GB/s --latency 500ns --operation all-reduce --bytes 1MiB --json',
    );
    expect(one).toMatchObject({ time_s: 0, bus_bandwidth_bytes_per_s: 0 });
  });

  it('runs on the machines of the record', () => {
    const result = answer('--system gb200-nvl72 --operation all-reduce --bytes 1GiB --json');
    expect(result).toMatchObject({ ranks: 72 });
    expect(collective.run(words('--system gb200-nvl72 --operation all-gather --bytes 1MiB'))).toMatch(
      /bus bandwidth/,
    );
  });

  it('sends one message between two ranks', () => {
    const result = answer(
      `${ring} --operation point-to-point --from 1 --to 3 --bytes 1MiB --truncate-ns --json`,
    );
    expect(result['time_s']).toBeCloseTo(20.531e-6, 12);
  });

  it.each([
    ['--operation all-reduce --bytes 0B', /--bytes is "0B"/],
    ['--operation all-reduce --bytes -1MiB', /--bytes is "-1MiB"/],
    ['--operation sum --bytes 1MiB', /--operation is "sum": allowed are all-reduce/],
    ['--operation all-reduce', /--bytes is missing/],
    ['--operation all-reduce --bytes 1MiB --chunks 0', /--chunks is "0"/],
    ['--operation all-reduce --bytes 1MiB --algorithm magic', /--algorithm is "magic": allowed are ring/],
    [
      '--operation all-to-all --bytes 1MiB --algorithm binary-tree',
      /allowed for all-to-all are ring, direct/,
    ],
    ['--operation all-reduce --bytes 1MiB --algorithm ring,ring', /number of algorithms is 2/],
    [
      '--operation all-reduce --bytes 1MiB --fail link:0-1 --level closed',
      /--fail is "link:0-1" with --level closed/,
    ],
    ['--operation all-reduce --bytes 1MiB --fail link:0-2', /--fail: link:0-2: no link joins/],
    [
      '--operation all-reduce --bytes 1MiB --level flow --truncate-ns',
      /--truncate-ns is given with --level flow/,
    ],
    ['--operation all-reduce --bytes 1MiB --level library', /--library is missing/],
    ['--operation all-reduce --bytes 0 --level library --library nccl --links network', /--bytes is "0"/],
    ['--operation all-reduce --bytes NaN --level library --library nccl --links network', /--bytes is "NaN"/],
    [
      '--operation all-reduce --bytes 1MiB --level library --library nccl --links nvlink6',
      /--links is "nvlink6"/,
    ],
    [
      '--operation all-reduce --bytes 1MiB --level library --library nccl --links nvlink4',
      /dimension 0 is a ring/,
    ],
    ['--operation all-reduce --bytes 1MiB --links nvlink4', /--links is "nvlink4" with --level closed/],
    [
      '--operation all-reduce --bytes 1MiB --level library --library nccl --links network --product atlas-a3',
      /--product is "atlas-a3" with --library nccl/,
    ],
    [
      '--operation all-reduce --bytes 1MiB --level library --library hccl --fail link:0-1',
      /--fail is "link:0-1" with --level library/,
    ],
    ['--operation all-reduce --bytes 1MiB --from 1', /--from is "1" with all-reduce/],
    ['--operation point-to-point --bytes 1MiB --to 4', /to is 4: allowed are whole numbers from 0 to 3/],
  ])('refuses %s', (line, message) => {
    expect(() => collective.run(words(`${ring} ${line}`))).toThrow(message);
  });
});

describe('flows', () => {
  const write = (content: string | Buffer): string => {
    const folder = mkdtempSync(join(tmpdir(), 'flows-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const file = join(folder, 'case.json');
    writeFileSync(file, content);
    return file;
  };
  const small = JSON.stringify({ link_bw: [10, 20], bytes: [20, 20, 5], route: [[0], [0, 1], []] });

  it('prints the end of every flow in the order of the file, plain or gzipped', () => {
    for (const content of [small, gzipSync(small)])
      expect(JSON.parse(flows.run(['--file', write(content), '--json']) as string)).toEqual({
        finish_s: [4, 4, 0],
        from: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/), commit: expect.stringMatching(/./) },
      });
    expect(flows.run(['--file', write(small)])).toMatch(/flows\s+3/);
  });

  it.each([
    ['{', /allowed is a JSON file/],
    ['{"bytes":[],"route":[]}', /link_bw: allowed is a list/],
    ['{"link_bw":[1],"bytes":[1],"route":[1]}', /route: allowed is a list of link numbers/],
    ['{"link_bw":[1],"bytes":[1],"route":[[3]]}', /link 0 of flow 0 is 3/],
    ['{"link_bw":[0],"bytes":[1],"route":[[0]]}', /bandwidth of link 0 is 0/],
  ])('refuses %s', (content, message) => {
    expect(() => flows.run(['--file', write(content), '--json'])).toThrow(message);
  });
  it('refuses files that are not there', () => {
    expect(() => flows.run(['--file', 'no-such-case.json'])).toThrow(/--file is "no-such-case.json"/);
  });
});

describe('comma-separated values', () => {
  it('come back as they went in, quoted cells included', () => {
    const text = 'a,b\n1,"x, ""y"""\n,"two\nlines"';
    expect(parseCsv(`\uFEFF${text}\r\n`)).toEqual({
      header: ['a', 'b'],
      rows: [
        ['1', 'x, "y"'],
        ['', 'two\nlines'],
      ],
    });
    expect(formatCsv(parseCsv(text))).toBe(text);
  });
  it('are refused with rows of another length or an open quote', () => {
    expect(() => parseCsv('a,b\n1')).toThrow(/line 2 has 1 cells: allowed are 2/);
    expect(() => parseCsv('a\n"1')).toThrow(/double quote is not closed/);
  });
});
