import type { Catalogue } from '../../data/catalog.ts';
import { citedSource, figureKeys, figureOf, inSi, type Figure } from '../../data/figure.ts';
import { lastDay } from '../../data/schema/date.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import { buildTopology } from '../../model/topology/build.ts';
import { wiringOf } from '../../model/topology/fromRecord.ts';
import { reachSteps } from '../../model/topology/reach.ts';
import type { CliffData, CliffSystem, Said } from './cliffData.ts';
import { systemIds } from './params.ts';

/** Properties of a system that say how many chips it has, and what each has towards other machines. */
const counts = ['npu-count', 'gpu-count', 'chip-count'];
const beyonds = ['scale-out-bandwidth-per-chip', 'rdma-bandwidth-per-npu'];

/**
 * Cuts from the record what the widget needs, and computes every staircase from the machine's wiring.
 * @throws where a machine has no wiring or no count of chips, naming it.
 */
export function selectCliff(catalogue: Catalogue, topologies: readonly TopologyRecord[]): CliffData {
  const known = new Set(figureKeys(catalogue));
  const sources: Record<string, { label: string; href: string }> = {};
  const cite = (ids: readonly string[]) => {
    for (const id of ids) {
      const { publisher, title, url } = citedSource(catalogue, id);
      sources[id] = { label: `${publisher}: ${title}`, href: url };
    }
    return ids;
  };
  const systems = systemIds.map((id): CliffSystem => {
    const record = topologies.find((one) => one.id === id);
    if (record?.kind !== 'machine') throw new Error(`${id}: no wiring of one machine in content/topologies`);
    const first = (names: readonly string[]) => {
      const name = names.find((one) => known.has(`${id}.${one}`));
      return name === undefined ? null : figureOf(catalogue, `${id}.${name}`);
    };
    const count = first(counts);
    if (!count?.shown) throw new Error(`${id}: no count of chips: allowed: one of ${counts.join(', ')}`);
    const wiring = wiringOf(record);
    const beyond = first(beyonds);
    const shown = [count, beyond].flatMap((figure) => figure?.shown?.sources ?? []);
    return {
      id,
      steps: reachSteps(wiring, buildTopology(wiring)),
      said: saidOf(count),
      beyond: beyond?.shown ? { bandwidth: inSi(beyond.shown), said: saidOf(beyond) } : null,
      assumptions: wiring.assumptions,
      sources: cite([...new Set([...record.sources, ...shown])]),
    };
  });
  return { systems, sources };
}

function saidOf({ shown, earlier }: Figure): Said[] {
  return [...(shown ? [shown] : []), ...earlier].map(({ status, stated_on, as_of }) => ({
    status,
    known: lastDay(stated_on),
    read: as_of,
  }));
}
