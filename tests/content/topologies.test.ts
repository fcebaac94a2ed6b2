import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTopologies } from '../../src/data/readTopologies.ts';
import type { MachineTopologyRecord } from '../../src/data/schema/topology.ts';
import { buildTopology } from '../../src/model/topology/build.ts';
import { dimensionOrderRoute } from '../../src/model/topology/dimensionOrder.ts';
import { wiringOf } from '../../src/model/topology/fromRecord.ts';
import { layOut } from '../../src/model/topology/layout.ts';
import { measure } from '../../src/model/topology/measure.ts';
import { bundleLinks } from '../../src/model/topology/bundle.ts';
import { checkedCounts, comparisonsOf } from './checkedCounts.ts';

const records = readTopologies();
const machines = records.filter((record) => record.kind === 'machine');

/** Figures that the graph does not reproduce, each with its reason in the record. */
const KNOWN_DIFFERENCES = [
  'atlas-900-a3-superpod: optical modules in all',
  'atlas-900-a3-superpod: sum over all NPUs, both directions, bytes/s',
  'ub-mesh-superpod: share of active copper cables',
];

describe('the machines of the record', () => {
  it('are all there', () => {
    expect(records.map(({ id }) => id)).toEqual([
      'atlas-900-a3-superpod',
      'atlas-950-supercluster',
      'atlas-950-superpod-1024',
      'atlas-950-superpod-8192',
      'atlas-960-supercluster',
      'atlas-960-superpod-15488',
      'atlas-960e-supercluster',
      'atlas-960e-superpod-4096',
      'dgx-h100-superpod',
      'gb200-nvl72',
      'gb300-nvl72',
      'hgx-h100',
      'tpu-ironwood-superpod',
      'tpu-v4-pod',
      'ub-mesh-pod',
      'ub-mesh-superpod',
    ]);
  });

  it.each(records.map(({ id, npus }) => [id, npus] as const))(
    '%s has the counts that are published, or says why not',
    (id, npus) => {
      const checks = comparisonsOf(id);
      expect(checks.some(({ modelled }) => modelled === npus)).toBe(true);
      for (const { label, modelled, agrees, reason, tolerance } of checks) {
        expect([label, Number.isFinite(modelled)]).toEqual([label, true]);
        expect([label, agrees]).toEqual([label, !KNOWN_DIFFERENCES.includes(`${id}: ${label}`)]);
        // Agreement within a hundredth is rounding; more than that needs a reason.
        if (!agrees || tolerance > 0.01) expect([label, reason]).not.toEqual([label, '']);
      }
    },
  );

  it('are compared in docs/model.md as they are here', () => {
    const cells = (row: string) => row.split('|').map((cell) => cell.trim()).join('|');
    const rows = new Set(readFileSync('docs/model.md', 'utf8').split('\n').map(cells));
    for (const row of checkedCounts()) expect(rows).toContain(cells(row));
  });

  it('name sources of the record', () => {
    for (const { id, sources, checks } of records)
      for (const source of [...sources, ...checks.flatMap((check) => check.sources)])
        expect([id, source, existsSync(`content/sources/${source}.yaml`)]).toEqual([id, source, true]);
  });

  it.each(machines.map((record) => [record.id, record] as const))(
    '%s joins all its NPUs, places every node and has no more than 40 bytes a link',
    (_, record) => {
      const wiring = wiringOf(record);
      const topology = buildTopology(wiring);
      const { diameter, mean } = measure(wiring, topology).distances;
      expect(mean).toBeGreaterThan(0);
      expect(mean).toBeLessThanOrEqual(diameter);
      const bytes = [
        topology.ends,
        topology.bandwidth,
        topology.latency,
        topology.medium,
        topology.tier,
        topology.length,
      ].reduce((sum, column) => sum + column.byteLength, 0);
      expect(bytes / topology.linkCount).toBeLessThanOrEqual(40);
      if (record.cabinet) {
        expect(Math.min(...topology.place.cabinet)).toBe(0);
        expect(Math.max(...topology.place.cabinet)).toBe(topology.place.cabinetCount - 1);
        const bundles = bundleLinks(topology, topology.place.cabinet);
        expect(bundles.reduce((sum, { links }) => sum + links, 0)).toBe(topology.linkCount / 2);
      }
      const layout = layOut(wiring);
      for (let k = 0; k < 50; k++) {
        const [from, to] = [(k * 7919) % topology.npuCount, (k * 104729 + 13) % topology.npuCount];
        let at = from;
        for (const link of dimensionOrderRoute(wiring, layout, from, to)) {
          expect(topology.ends[2 * link]).toBe(at);
          at = topology.ends[2 * link + 1]!;
        }
        expect(at).toBe(to);
      }
    },
  );

  it('state what they assume wherever the maker is silent', () => {
    for (const { id, assumptions } of records) expect([id, assumptions.length > 0]).toEqual([id, true]);
  });
});

describe('a wiring that does not add up', () => {
  const text = (npus: number, over: string, extra = '') => `id: probe
kind: machine
summary: A probe.
npus: ${String(npus)}
sources: [nowhere]
dimensions: [{ name: npu, size: 4 }]
families:
  - family: fullmesh
    over: ${over}
    ${extra}
    link: { tier: x, bandwidth_gb_s: 1, latency_ns: 1, medium: board, length_m: 1 }
`;
  const read = (content: string, name = 'probe.yaml') => {
    const folder = mkdtempSync(join(tmpdir(), 'topologies-'));
    writeFileSync(join(folder, name), content);
    return readTopologies(folder);
  };
  const wiring = (content: string) => wiringOf(read(content)[0] as MachineTopologyRecord);

  it('names file and key', () => {
    expect(() => read(text(4, 'npu', 'paralel: 2'))).toThrow(/content\/topologies\/probe\.yaml: families.*paralel/);
    expect(() => read('id: [')).toThrow(/content\/topologies\/probe\.yaml: cannot be read/);
    expect(() => read(text(4, 'npu'), 'other.yaml')).toThrow(/other\.yaml: id: "probe" is not the file's name/);
  });

  it('is refused where the shape does not give the count or a dimension is missing', () => {
    expect(wiring(text(4, 'npu')).shape).toEqual([4]);
    expect(() => wiring(text(8, 'npu'))).toThrow(/probe: dimensions: 4 is 4.*product is npus, 8/);
    expect(() => wiring(text(4, 'board'))).toThrow(/"board" is no dimension: allowed are npu/);
  });
});
