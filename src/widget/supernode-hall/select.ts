import type { Catalogue } from '../../data/catalog.ts';
import { figureKeys, figureOf } from '../../data/figure.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import { cablingOf, type Cabling } from '../../model/hardware/cabling.ts';
import { machineFromLayout } from '../../model/hardware/fromLayout.ts';
import type { Machine } from '../../model/hardware/machine.ts';
import { buildTopology } from '../../model/topology/build.ts';
import { wiringOf } from '../../model/topology/fromRecord.ts';
import type { RecordedFigure } from '../recordedFigure.ts';
import { cutFigure, cutSources, numberOf } from '../selectFigure.ts';
import type { HallData, HallSystem } from './hallData.ts';
import { systemIds } from './params.ts';

/** Properties of a system that describe the machine as a whole, most telling first. */
const overview = [
  'npu-count', 'gpu-count', 'cabinet-count', 'power', 'power-ceiling-compute', 'floor-area', 'fp8-eflops', 'fp8-dense',
  'bf16-pflops', 'memory-capacity', 'hbm-total', 'memory', 'interconnect-bandwidth', 'nvlink-aggregate',
  'optical-modules', 'copper-cables', 'release-planned', 'release', 'status',
]; // prettier-ignore

/**
 * Cuts from the record what the widget needs: layouts, the figures their parts name, and the sources of these.
 * @throws one Error that lists every figure a layout names and the record does not have, and every missing layout
 */
export function selectHall(
  catalogue: Catalogue,
  layouts: ReadonlyMap<string, Layout>,
  topologies: readonly TopologyRecord[],
): HallData {
  const problems: string[] = [];
  const known = new Set(figureKeys(catalogue));
  const figures: Record<string, RecordedFigure> = {};
  const systems: Record<string, HallSystem> = {};

  for (const id of systemIds) {
    const layout = layouts.get(id);
    const record = catalogue.systems.get(id);
    if (!layout || !record) {
      problems.push(`${id}: ${layout ? 'no record in content/systems' : 'no layout in content/layouts'}`);
      continue;
    }
    const counted: string[] = [];
    const machine = machineFromLayout(layout, (key) => {
      const value = known.has(key) ? numberOf(catalogue, key) : null;
      if (value === null)
        problems.push(`content/layouts/${id}.yaml: count "${key}" is no number of the record`);
      counted.push(key);
      return value ?? 1;
    });
    const whole = overview.map((name) => `${id}.${name}`).filter((key) => known.has(key));
    const over = layout.overhead?.figure ?? null;
    const wanted = [
      ...counted,
      ...whole,
      ...machine.classes.flatMap((cls) => cls.figures),
      ...(over === null ? [] : [over]),
    ];
    for (const key of wanted) {
      const form = counted.includes(key) ? 'drawn' : 'told';
      if (known.has(key)) figures[key] ??= cutFigure(catalogue, key, form);
      else problems.push(`content/layouts/${id}.yaml: figure "${key}" is not in the record`);
    }
    const days = Object.keys(record.properties).map((name) => figureOf(catalogue, `${id}.${name}`).knownFrom);
    systems[id] = {
      name: record.name,
      chip: catalogue.chips.get(layout.chip)?.name ?? layout.chip,
      knownFrom: days.sort()[0]!,
      layout,
      cables: cablesOf(machine, topologies),
      figures: whole,
    };
  }
  if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));

  const sources = cutSources(catalogue, Object.values(figures));
  return { systems, figures, sources };
}

/** What runs where in a machine, counted from its topology. Throws where the record does not wire the machine. */
function cablesOf(machine: Machine, topologies: readonly TopologyRecord[]): Cabling {
  const record = topologies.find(({ id }) => id === machine.system);
  if (record?.kind !== 'machine')
    throw new Error(`${machine.system}: no wiring of one machine in content/topologies`);
  return cablingOf(buildTopology(wiringOf(record)), machine);
}
