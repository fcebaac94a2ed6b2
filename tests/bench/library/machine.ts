import { readTopologies } from '../../../src/data/readTopologies.ts';
import { buildTopology } from '../../../src/model/topology/build.ts';
import { maskFailures, type Failure, type FailureMask } from '../../../src/model/topology/failure.ts';
import { wiringOf } from '../../../src/model/topology/fromRecord.ts';
import type { Topology } from '../../../src/model/topology/topology.ts';
import type { Task } from './task.ts';

const machine = 'atlas-950-superpod-8192';
const failedLinks = 16;
/** Numbers without a common factor with the counts they step through. */
const [stride, hop] = [9973, 4099];

/** The announced Atlas 950 with sixteen failed links, and what is asked of it; the same at every call. */
export function brokenMachine(): { task: Task; build: () => { topology: Topology; mask: FailureMask } } {
  const record = readTopologies().find(({ id }) => id === machine);
  if (record?.kind !== 'machine') throw new Error(`${machine} is no machine`);
  const wiring = wiringOf(record);
  const build = () => {
    const topology = buildTopology(wiring);
    const failures = Array.from({ length: failedLinks }, (_, i): Failure => {
      const link = 2 * ((i * stride) % (topology.linkCount / 2));
      return { kind: 'link', from: topology.ends[2 * link]!, to: topology.ends[2 * link + 1]! };
    });
    return { topology, mask: maskFailures(topology, failures) };
  };
  const { topology, mask } = build();
  const { nodeCount, npuCount, linkCount, ends } = topology;
  const cables: [number, number][] = [];
  for (let link = 0; link < linkCount; link += 2)
    if (!mask.links[link]) cables.push([ends[2 * link]!, ends[2 * link + 1]!]);
  const sources = Array.from({ length: 64 }, (_, i) => i);
  const pairs = Array.from({ length: 1000 }, (_, i): [number, number] => [i, (i * hop + 17) % npuCount]);
  return { task: { nodeCount, npuCount, cables, sources, pairs }, build };
}
