import type { Catalogue } from '../../data/catalog.ts';
import { citedSource, figureKeys } from '../../data/figure.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import { wiringOf } from '../../model/topology/fromRecord.ts';
import type { CabinetPlan } from '../../placement/links/cabinetRows.ts';
import type { RecordedFigure } from '../recordedFigure.ts';
import { cutFigure, cutSource, cutSources } from '../selectFigure.ts';
import type { ExplorerData, WiredSystem } from './explorerData.ts';
import { systemIds, type SystemId } from './params.ts';

/** A cabinet of the common size, where no layout of the machine is on record; metres. */
const plain: CabinetPlan = { row: [], rows: 0, aisle: 1.8, size: { width: 0.6, height: 2.25, depth: 1.2 } };

/** Rows of a hall as far as the drawing of its links needs them. */
function planOf(layout: Layout | undefined): CabinetPlan {
  if (!layout) return plain;
  const compute = layout.cabinets.filter(({ stack }) => stack.some(({ kind }) => kind === 'board'));
  const { width, height, depth } = layout.cabinet;
  return {
    row: layout.hall.row.map(([id, count]) => ({ compute: compute.some((one) => one.id === id), count })),
    rows: layout.hall.rows,
    aisle: layout.hall.aisle.value,
    size: { width: width.value, height: height.value, depth: depth.value },
  };
}

/**
 * Cuts from the record what the figure needs: how each machine is wired, how its cabinets stand, and who says so.
 * @throws where a machine of the figure has no wiring
 */
export function selectExplorer(
  catalogue: Catalogue,
  layouts: ReadonlyMap<string, Layout>,
  topologies: readonly TopologyRecord[],
): ExplorerData {
  const known = new Set(figureKeys(catalogue));
  const figures: Record<string, RecordedFigure> = {};
  const ids = new Set<string>();
  const systems = systemIds.map((id): [SystemId, WiredSystem] => {
    const record = topologies.find((one) => one.id === id);
    if (record?.kind !== 'machine') throw new Error(`${id}: no wiring of one machine in content/topologies`);
    const chips =
      ['npu-count', 'gpu-count', 'chip-count'].map((name) => `${id}.${name}`).find((key) => known.has(key)) ??
      null;
    if (chips !== null) figures[chips] = cutFigure(catalogue, chips, 'told');
    for (const source of record.sources) ids.add(source);
    const days = record.sources.flatMap((source) => citedSource(catalogue, source).published ?? []);
    const system = {
      name: catalogue.systems.get(id)?.name ?? id,
      summary: record.summary,
      wiring: { ...wiringOf(record), assumptions: [] },
      assumptions: record.assumptions,
      plan: planOf(layouts.get(id)),
      chips,
      sources: record.sources,
      published: days.sort().at(-1) ?? '',
    };
    return [id, system];
  });
  return {
    systems: Object.fromEntries(systems) as ExplorerData['systems'],
    figures,
    sources: {
      ...cutSources(catalogue, Object.values(figures)),
      ...Object.fromEntries([...ids].map((id) => [id, cutSource(catalogue, id)])),
    },
  };
}
