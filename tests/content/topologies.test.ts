import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTopologies } from '../../src/data/readTopologies.ts';
import type { MachineTopologyRecord } from '../../src/data/schema/topology.ts';
import { buildTopology } from '../../src/model/topology/build.ts';
import { measureCluster } from '../../src/model/topology/cluster.ts';
import { dimensionOrderRoute } from '../../src/model/topology/dimensionOrder.ts';
import { assumptionsOf, linkOf, wiringOf } from '../../src/model/topology/fromRecord.ts';
import { layOut } from '../../src/model/topology/layout.ts';
import { measure } from '../../src/model/topology/measure.ts';
import { compareClusterWithPublished, compareWithPublished } from '../../src/model/topology/publishedCheck.ts';
import { bundleLinks } from '../../src/model/topology/bundle.ts';

const records = readTopologies();
const machines = records.filter((record) => record.kind === 'machine');
const clusters = records.filter((record) => record.kind === 'cluster');

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

  it.each(machines.map((record) => [record.id, record] as const))(
    '%s has the counts that are published, or says why not',
    (id, record) => {
      const wiring = wiringOf(record);
      const topology = buildTopology(wiring);
      const checks = compareWithPublished(wiring, topology, measure(wiring, topology), record.checks);
      expect(checks.length).toBeGreaterThan(0);
      for (const check of checks) {
        expect(Number.isFinite(check.modelled)).toBe(true);
        const known = KNOWN_DIFFERENCES.includes(`${id}: ${check.label}`);
        expect([check.label, check.agrees]).toEqual([check.label, !known]);
        if (check.tolerance > 0 || known) expect([check.label, check.reason !== '' || check.tolerance <= 0.005]).toEqual([check.label, true]);
      }
    },
  );

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

  it.each(clusters.map((record) => [record.id, record] as const))(
    '%s has the published number of NPUs',
    (_, record) => {
      const pod = machines.find(({ id }) => id === record.pod) as MachineTopologyRecord;
      const measures = measureCluster({
        pod: wiringOf(pod),
        pods: record.pods,
        levels: record.levels.map((level) => ({ ...level, link: linkOf(level.link) })),
        assumptions: assumptionsOf(record),
      });
      expect(measures.npus).toBe(record.npus);
      expect(compareClusterWithPublished(measures, record.checks).every(({ agrees }) => agrees)).toBe(true);
      expect(measures.bisection.bandwidth).toBeGreaterThan(0);
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
