import { readTopologies } from '../../src/data/readTopologies.ts';
import type { MachineTopologyRecord } from '../../src/data/schema/topology.ts';
import { buildTopology } from '../../src/model/topology/build.ts';
import { measureCluster } from '../../src/model/topology/cluster.ts';
import { assumptionsOf, linkOf, wiringOf } from '../../src/model/topology/fromRecord.ts';
import { measure } from '../../src/model/topology/measure.ts';
import { compareClusterWithPublished, compareWithPublished } from '../../src/model/topology/publishedCheck.ts';
import type { PublishedCheck } from '../../src/model/topology/publishedCheck.ts';

/** Every comparison of a machine of the record with published figures. */
export function comparisonsOf(id: string): PublishedCheck[] {
  const records = readTopologies();
  const record = records.find((each) => each.id === id)!;
  if (record.kind === 'machine') {
    const wiring = wiringOf(record);
    const topology = buildTopology(wiring);
    return compareWithPublished(wiring, topology, measure(wiring, topology), record.checks);
  }
  const pod = records.find((each) => each.id === record.pod) as MachineTopologyRecord;
  const measures = measureCluster({
    pod: wiringOf(pod),
    pods: record.pods,
    levels: record.levels.map((level) => ({ ...level, link: linkOf(level.link) })),
    assumptions: assumptionsOf(record),
  });
  return compareClusterWithPublished(measures, record.checks);
}

/** The rows that docs/model.md prints, one for every comparison. */
export function checkedCounts(): string[] {
  return readTopologies().flatMap(({ id }) =>
    comparisonsOf(id).map(({ label, published, modelled, agrees }) => {
      const bandwidth = label.endsWith(', bytes/s');
      const print = (value: number): string =>
        bandwidth
          ? `${String(Number((value / 1e12).toPrecision(5)))} TB/s`
          : Number(value.toPrecision(7)).toLocaleString('en-US');
      const name = bandwidth ? label.slice(0, -', bytes/s'.length) : label;
      return `| ${id} | ${name} | ${print(published)} | ${print(modelled)} | ${agrees ? 'yes' : 'no'} |`;
    }),
  );
}
