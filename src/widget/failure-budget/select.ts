import type { Catalogue } from '../../data/catalog.ts';
import { figureKeys } from '../../data/figure.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import { checkFigures } from '../../model/failure/published.ts';
import { rateFigures } from '../../model/failure/partRate.ts';
import { machineParts } from '../../model/failure/machineParts.ts';
import { buildTopology } from '../../model/topology/build.ts';
import { wiringOf } from '../../model/topology/fromRecord.ts';
import { cutFigure, cutSource, cutSources } from '../selectFigure.ts';
import type { FailureData, FailureSystem } from './failureData.ts';
import { systemIds, type SystemId } from './params.ts';

/** Figures that say how many chips a machine has, the record's own first. */
const counts = (id: SystemId): string[] =>
  id === 'ub-mesh-superpod'
    ? ['ub-mesh.npus-per-superpod']
    : ['npu-count', 'gpu-count'].map((name) => `${id}.${name}`);

/**
 * Cuts from the record what the widget needs, and counts the parts of every machine in its wiring.
 * @throws where a machine has no wiring or no count of chips, or a rate is missing, naming it
 */
export function selectFailures(catalogue: Catalogue, topologies: readonly TopologyRecord[]): FailureData {
  const known = new Set(figureKeys(catalogue));
  const machines = systemIds.map((id): [SystemId, FailureSystem] => {
    const record = topologies.find((one) => one.id === id);
    if (record?.kind !== 'machine') throw new Error(`${id}: no wiring of one machine in content/topologies`);
    const count = counts(id).find((key) => known.has(key));
    if (count === undefined) throw new Error(`${id}: no count of chips: allowed: ${counts(id).join(', ')}`);
    const wiring = wiringOf(record);
    return [
      id,
      {
        parts: machineParts(wiring, buildTopology(wiring)),
        count,
        assumptions: wiring.assumptions,
        sources: record.sources,
      },
    ];
  });
  const keys = new Set([
    ...Object.values(rateFigures).flatMap((all) => all.map(({ key }) => key)),
    ...machines.map(([, { count }]) => count),
    ...checkFigures,
  ]);
  const figures = Object.fromEntries([...keys].map((key) => [key, cutFigure(catalogue, key)]));
  const wired = machines.flatMap(([, { sources }]) => sources);
  return {
    figures,
    sources: {
      ...Object.fromEntries(wired.map((id) => [id, cutSource(catalogue, id)])),
      ...cutSources(catalogue, Object.values(figures)),
    },
    systems: Object.fromEntries(machines) as Record<SystemId, FailureSystem>,
  };
}
