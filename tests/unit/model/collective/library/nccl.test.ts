import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLibraries } from '../../../../../src/data/readRecords.ts';
import type { Dimension } from '../../../../../src/model/collective/dimension.ts';
import { channelCount } from '../../../../../src/model/collective/library/nccl/channel.ts';
import { predictNccl, type NcclOptions } from '../../../../../src/model/collective/library/nccl/nccl.ts';
import { ringGraph, switchGraph } from '../../../../../src/model/collective/library/nccl/search.ts';
import { clusterOf, links, type Link } from '../../../../../src/model/collective/library/nccl/server.ts';
import type { LibraryResult } from '../../../../../src/model/collective/library/result.ts';
import { busBandwidth, operations, type Operation } from '../../../../../src/model/collective/operation.ts';
import { fold } from '../../../../../src/model/collective/agreement.ts';

const { nccl } = readLibraries();
const MiB = 2 ** 20;
const GiB = 2 ** 30;

/** GPUs of one server and their NVLinks' GB/s; then servers, the GB/s of a port, and the µs that its plug-in reports. */
const machine = (
  kind: Link,
  gpus: number,
  wire: number,
  servers = 1,
  port = 50,
  reported = 0,
): [Dimension[], Link[]] => [
  [
    { kind: 'switch', size: gpus, bandwidth: wire * 1e9, latency: 3e-7 },
    ...(servers > 1
      ? [{ kind: 'switch' as const, size: servers, bandwidth: port * 1e9, latency: reported * 1e-6 }]
      : []),
  ],
  servers > 1 ? [kind, 'network'] : [kind],
];

const reduce = (
  [dimensions, kinds]: [Dimension[], Link[]],
  bytes: number,
  options: NcclOptions = {},
): LibraryResult => predictNccl(nccl, dimensions, kinds, { operation: 'all-reduce', bytes }, options);

const bus = (result: LibraryResult): number => result.busBandwidth / 1e9;

describe('the search of NCCL', () => {
  // Lines "N coll channels, M nvls channels" of published logs: eight A100, eight H100 (EFA test of a p5 server), eight
  // H800 (NVIDIA/nccl issue 892), and three servers of H100 over InfiniBand (issue 1453).
  it.each([
    ['8 A100', machine('nvlink3', 8, 300), 24],
    ['8 H100', machine('nvlink4', 8, 450), 24],
    ['8 H800', machine('nvlink4', 8, 200), 16],
    ['3 × 8 H100', machine('nvlink4', 8, 450, 3), 16],
  ])('finds the channels that its log prints on %s', (_, [dimensions, kinds], channels) => {
    const cluster = clusterOf(nccl, dimensions, kinds);
    expect(channelCount(nccl, cluster, ringGraph(nccl, cluster))).toBe(channels);
  });

  it('plans 370.8 GB/s of NVLink for an H100, as its log prints it', () => {
    expect(clusterOf(nccl, ...machine('nvlink4', 8, 450)).nvlink).toBeCloseTo(370.8, 9);
  });

  it('takes no more from a link than it has', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('nvlink3' as const, 'nvlink4' as const, 'nvlink5' as const),
        fc.integer({ min: 1, max: 18 }),
        fc.integer({ min: 2, max: 72 }),
        fc.integer({ min: 1, max: 64 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (kind, count, gpus, servers, port) => {
          const wire = count * nccl.generations[kind].link_wire_gb_s;
          const cluster = clusterOf(nccl, ...machine(kind, gpus, wire, servers, port));
          const ring = ringGraph(nccl, cluster);
          expect(ring.channels * ring.node).toBeLessThanOrEqual(cluster.nvlink * (1 + 1e-9));
          if (servers > 1) expect(ring.channels * ring.network).toBeLessThanOrEqual(gpus * port * (1 + 1e-9));
          const reducing = switchGraph(nccl, cluster);
          if (reducing)
            expect((reducing.channels + 1) * reducing.node).toBeLessThanOrEqual(cluster.nvlink * (1 + 1e-9));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the choice of NCCL', () => {
  // "Algo RING proto LL up to a 1MiB payload and Algo NVLS proto SIMPLE from 2MiB up" on eight H200, and "Algo RING proto
  // SIMPLE" for large payloads without NVLS: stas00/ml-engineering, network/README.md.
  it('is a ring in LL up to 1 MiB on eight H200, and the switch from 2 MiB', () => {
    const h200 = machine('nvlink4', 8, 450);
    for (let bytes = 32 * 1024; bytes <= MiB; bytes *= 2)
      expect(reduce(h200, bytes)).toMatchObject({ algorithm: 'Ring', protocol: 'LL' });
    for (let bytes = 2 * MiB; bytes <= 16 * GiB; bytes *= 2)
      expect(reduce(h200, bytes)).toMatchObject({ algorithm: 'NVLS', protocol: 'Simple', channels: 16 });
  });

  it('is the cheapest of what it weighs', () => {
    const result = reduce(machine('nvlink4', 8, 450, 4), 64 * MiB);
    expect(result.candidates[0]).toMatchObject({ algorithm: result.algorithm, protocol: result.protocol });
    expect(result.candidates[0]!.seconds + result.fillSeconds).toBeCloseTo(result.seconds, 12);
    for (let i = 1; i < result.candidates.length; i++)
      expect(result.candidates[i]!.seconds).toBeGreaterThanOrEqual(result.candidates[i - 1]!.seconds);
  });

  it('can be taken from it, and then takes no less time', () => {
    const h100 = machine('nvlink4', 8, 450);
    const ring = reduce(h100, 16 * GiB, { algorithm: 'Ring', protocol: 'Simple' });
    expect(ring).toMatchObject({ algorithm: 'Ring', protocol: 'Simple' });
    expect(ring.seconds).toBeGreaterThan(reduce(h100, 16 * GiB).seconds);
    expect(() => reduce(h100, MiB, { algorithm: 'NVLSTree' })).toThrow(
      /algorithm is NVLSTree: allowed for all-reduce here are Tree with LL/,
    );
    expect(() => reduce(machine('nvlink3', 8, 300), MiB, { algorithm: 'NVLS' })).toThrow(/algorithm is NVLS/);
  });

  it('gives small messages fewer channels', () => {
    const a100 = machine('nvlink3', 8, 300);
    const channels = [1024, 64 * 1024, MiB, GiB].map((bytes) => reduce(a100, bytes).channels!);
    expect(channels[0]).toBe(1);
    expect(channels.at(-1)).toBe(24);
    expect([...channels].sort((a, b) => a - b)).toEqual(channels);
  });
});

describe('the time of NCCL beside published runs that no constant was taken from', () => {
  // Plateaus of NVIDIA's GTC 2025 session S72583, as the record of the same book has them.
  it.each([
    ['8 A100', machine('nvlink3', 8, 300), {}, 232],
    ['8 H100, ring', machine('nvlink4', 8, 450), { algorithm: 'Ring' as const }, 370],
    ['8 H100', machine('nvlink4', 8, 450), {}, 480],
    ['8 B200, ring', machine('nvlink5', 8, 900), { algorithm: 'Ring' as const }, 700],
    ['8 B200', machine('nvlink5', 8, 900), {}, 850],
    ['4 × 8 A100 over 8 × 200 Gb/s', machine('nvlink3', 8, 300, 4, 25), {}, 192],
    ['4 × 8 H100 over 8 × 400 Gb/s', machine('nvlink4', 8, 450, 4), {}, 370],
    ['32 of an NVL72, ring', machine('nvlink5', 32, 900), { algorithm: 'Ring' as const }, 680],
    ['32 of an NVL72', machine('nvlink5', 32, 900), {}, 850],
  ])('%s: within a fifth of the plateau', (_, cluster, options, plateau) => {
    expect(fold(bus(reduce(cluster, 16 * GiB, options)) / plateau)).toBeLessThan(1.2);
  });

  // coreweave/nccl-tests: one rack of 72, and two racks joined by InfiniBand; NCCL 2.26.2.
  it.each([
    [1, [586.06, 681.17, 757.78, 839.16, 834.57]],
    [2, [493.94, 596.1, 680.3, 743.09, 793.06, 810.41]],
  ])('GB200 NVL72, %d racks: within a third from 512 MiB to 16 GiB', (racks, published) => {
    published.forEach((figure, i) => {
      const result = reduce(machine('nvlink5', 72, 900, racks, 50, 2.5), 2 ** i * 512 * MiB);
      expect(fold(bus(result) / figure)).toBeLessThan(4 / 3);
    });
  });

  // stas00/ml-engineering, network/README.md: four servers of eight B200 over EFA, whose plug-in reports 35 µs for them;
  // each call timed with PyTorch's 20 to 30 µs on the host.
  it('4 × 8 B200 over Ethernet: within half from 1 MiB to 16 GiB', () => {
    const published = [
      5.37, 10.38, 18.9, 35.12, 64.43, 91.19, 156.74, 197.94, 229.09, 326.9, 361.99, 372.42, 377.34, 380.39,
      381.8,
    ];
    published.forEach((figure, i) => {
      const bytes = 2 ** i * MiB;
      const seconds = reduce(machine('nvlink5', 8, 900, 4, 50, 35), bytes).seconds + 25e-6;
      expect(fold(busBandwidth('all-reduce', 32, bytes, seconds) / 1e9 / figure)).toBeLessThan(1.5);
    });
  });

  // The same page: eight H200, all-gather 361.4 GB/s and reduce-scatter 362.9, both by a ring; four H200 363.3, a ring.
  it('H200 whose switch does not reduce: a ring, within a fiftieth', () => {
    const [dimensions, kinds] = machine('nvlink4', 8, 450);
    for (const [operation, bytes, figure] of [
      ['all-gather', 2 * GiB, 361.4],
      ['reduce-scatter', 16 * GiB, 362.9],
    ] as const) {
      const result = predictNccl(nccl, dimensions, kinds, { operation, bytes });
      expect(result).toMatchObject({ algorithm: 'Ring', protocol: 'Simple' });
      expect(fold(bus(result) / figure)).toBeLessThan(1.02);
    }
    const four = reduce(machine('nvlink4', 4, 450), 8 * GiB);
    expect(four.algorithm).toBe('Ring');
    expect(fold(bus(four) / 363.3)).toBeLessThan(1.02);
  });
});

describe('the plan of NCCL', () => {
  it('starts no collective sooner than it plans, and none is faster than its links', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...operations),
        fc.constantFrom('nvlink3' as const, 'nvlink4' as const, 'nvlink5' as const, 'network' as const),
        fc.integer({ min: 1, max: 72 }),
        fc.integer({ min: 1, max: 128 }),
        fc.double({ min: 0, max: 36, noNaN: true }),
        (operation: Operation, kind, gpus, servers, magnitude) => {
          const bytes = 2 ** magnitude;
          const [dimensions, kinds] =
            kind === 'network'
              ? machine('network', gpus, 50)
              : machine(kind, gpus, kind === 'nvlink5' ? 900 : 300, servers);
          const result = predictNccl(nccl, dimensions, kinds, { operation, bytes });
          expect(Number.isFinite(result.seconds) && Number.isFinite(result.busBandwidth)).toBe(true);
          expect(result.ranks === 1 ? result.seconds === 0 : result.seconds > 6e-6).toBe(true);
          if (result.ranks > 1) expect(result.channels).toBeGreaterThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('grows with the message, but where the library changes its way', () => {
    const h100 = machine('nvlink4', 8, 450, 8);
    for (let bytes = 1024; bytes < 64 * GiB; bytes *= 2)
      expect(reduce(h100, 2 * bytes).candidates[0]!.seconds).toBeGreaterThan(
        reduce(h100, bytes).candidates[0]!.seconds * 0.999,
      );
  });

  it('is longer over a network whose plug-in reports more latency', () => {
    const time = (reported: number): number =>
      reduce(machine('nvlink4', 8, 450, 8, 50, reported), 16 * MiB).candidates[0]!.seconds;
    expect(time(75)).toBeGreaterThan(time(35));
    expect(time(35)).toBeGreaterThan(time(0));
  });

  it('refuses what it cannot read as servers', () => {
    const [dimensions, kinds] = machine('nvlink4', 8, 450, 4);
    const ask = (d: Dimension[], k: Link[]) =>
      predictNccl(nccl, d, k, { operation: 'all-reduce', bytes: MiB });
    expect(() => ask(dimensions, [kinds[0]!])).toThrow(
      `links is nvlink4, 1 values: allowed are 2, one for each dimension: ${links.join(', ')}`,
    );
    expect(() => ask(dimensions, ['network', 'nvlink4'])).toThrow(
      /links of dimension 1 is nvlink4: allowed is network/,
    );
    expect(() => ask([{ ...dimensions[0]!, kind: 'fullmesh' }], ['nvlink4'])).toThrow(
      /dimension 0 is a fullmesh/,
    );
    expect(() => ask([{ ...dimensions[0]!, bandwidth: 1e9 }], ['nvlink4'])).toThrow(
      /bandwidth of dimension 0 is 1 GB\/s: allowed on nvlink4 is 25 GB\/s/,
    );
    for (const bytes of [0, -1, NaN, Infinity])
      expect(() => predictNccl(nccl, dimensions, kinds, { operation: 'all-reduce', bytes })).toThrow(
        new RegExp(`bytes is ${String(bytes)}: allowed are`),
      );
  });
});
