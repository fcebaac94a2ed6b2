import type { Catalogue } from '../../data/catalog.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import { cutFigure, cutSources } from '../selectFigure.ts';
import { recordKeys } from './known.ts';
import type { LabData } from './labData.ts';

/** The rack whose metres of copper are told. */
const rack = 'gb200-nvl72';

/**
 * Cuts from the record what the figure needs.
 * @throws where a reach or the wiring of the rack is missing, naming it
 */
export function selectLab(catalogue: Catalogue, topologies: readonly TopologyRecord[]): LabData {
  const figures = Object.fromEntries(recordKeys.map((key) => [key, cutFigure(catalogue, key)]));
  const record = topologies.find(({ id }) => id === rack);
  const [family] = record?.kind === 'machine' ? record.families : [];
  const metres = family?.family === 'clos' ? family.levels[0]?.link.length_m : undefined;
  if (!metres)
    throw new Error(`content/topologies/${rack}.yaml: families.0.levels.0.link.length_m is missing`);
  return { figures, sources: cutSources(catalogue, Object.values(figures)), insideMetres: metres };
}
