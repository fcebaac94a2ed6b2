import type { Catalogue } from '../../data/catalog.ts';
import { citedSource, figureKeys } from '../../data/figure.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import { buildTopology } from '../../model/topology/build.ts';
import { wiringOf } from '../../model/topology/fromRecord.ts';
import { reachSteps } from '../../model/topology/reach.ts';
import type { RecordedFigure } from '../recordedFigure.ts';
import { cutFigure } from '../selectFigure.ts';
import type { CliffData, CliffSystem } from './cliffData.ts';
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
  const figures: Record<string, RecordedFigure> = {};
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
      if (name === undefined) return null;
      const key = `${id}.${name}`;
      figures[key] = cutFigure(catalogue, key);
      cite(figures[key].statements.flatMap(({ sources: ids }) => ids));
      return key;
    };
    const count = first(counts);
    if (count === null) throw new Error(`${id}: no count of chips: allowed: one of ${counts.join(', ')}`);
    const wiring = wiringOf(record);
    return {
      id,
      steps: reachSteps(wiring, buildTopology(wiring)),
      count,
      beyond: first(beyonds),
      assumptions: wiring.assumptions,
      sources: cite(record.sources),
    };
  });
  return { systems, figures, sources };
}
