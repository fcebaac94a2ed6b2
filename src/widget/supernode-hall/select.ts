import type { Catalogue } from '../../data/catalog.ts';
import { citedSource, figureKeys, figureOf, inSi } from '../../data/figure.ts';
import { lastDay } from '../../data/schema/date.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { Statement } from '../../data/schema/statement.ts';
import { formatNumber, formatStatement } from '../../encoding/format.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import { cablingOf, type Cabling } from '../../model/hardware/cabling.ts';
import { machineFromLayout } from '../../model/hardware/fromLayout.ts';
import type { Machine } from '../../model/hardware/machine.ts';
import { buildTopology } from '../../model/topology/build.ts';
import { wiringOf } from '../../model/topology/fromRecord.ts';
import { parseExpression, printExpression } from '../../model/unit/expression.ts';
import type { HallData, HallFigure, HallSource, HallStatement, HallSystem } from './hallData.ts';
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
  const figures: Record<string, HallFigure> = {};
  const systems: Record<string, HallSystem> = {};

  for (const id of systemIds) {
    const layout = layouts.get(id);
    const record = catalogue.systems.get(id);
    if (!layout || !record) {
      problems.push(`${id}: ${layout ? 'no record in content/systems' : 'no layout in content/layouts'}`);
      continue;
    }
    const counts: Record<string, number> = {};
    const machine = machineFromLayout(layout, (key) => {
      const value = known.has(key) ? numberOf(catalogue, key) : null;
      if (value === null)
        problems.push(`content/layouts/${id}.yaml: count "${key}" is no number of the record`);
      return (counts[key] = value ?? 1);
    });
    const whole = overview.map((name) => `${id}.${name}`).filter((key) => known.has(key));
    const over = layout.overhead?.figure ?? null;
    const wanted = [
      ...whole,
      ...machine.classes.flatMap((cls) => cls.figures),
      ...(over === null ? [] : [over]),
    ];
    for (const key of wanted) {
      if (known.has(key)) figures[key] ??= cutFigure(catalogue, key);
      else problems.push(`content/layouts/${id}.yaml: figure "${key}" is not in the record`);
    }
    const days = Object.keys(record.properties).map((name) => figureOf(catalogue, `${id}.${name}`).knownFrom);
    systems[id] = {
      name: record.name,
      chip: catalogue.chips.get(layout.chip)?.name ?? layout.chip,
      knownFrom: days.sort()[0]!,
      layout,
      cables: cablesOf(machine, topologies),
      counts,
      figures: whole,
    };
  }
  if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));

  const cited = Object.values(figures).flatMap(({ statements }) => statements.flatMap((one) => one.sources));
  const sources = Object.fromEntries([...new Set(cited)].map((id) => [id, cutSource(catalogue, id)]));
  return { systems, figures, sources };
}

/** What runs where in a machine, counted from its topology. Throws where the record does not wire the machine. */
function cablesOf(machine: Machine, topologies: readonly TopologyRecord[]): Cabling {
  const record = topologies.find(({ id }) => id === machine.system);
  if (record?.kind !== 'machine')
    throw new Error(`${machine.system}: no wiring of one machine in content/topologies`);
  return cablingOf(buildTopology(wiringOf(record)), machine);
}

function numberOf(catalogue: Catalogue, key: string): number | null {
  const { shown } = figureOf(catalogue, key);
  return shown && typeof shown.value === 'number' ? inSi(shown) : null;
}

function cutFigure(catalogue: Catalogue, key: string): HallFigure {
  const { label, record, shown, earlier, disputed } = figureOf(catalogue, key);
  const all = [...(shown ? [shown] : []), ...earlier, ...disputed];
  return { label, record: record.name, statements: all.map((one) => cutStatement(catalogue, one)) };
}

/** A derivation with its values in place of its keys: `16 cabinets × 100 kW`; what leads to words is in words. */
function derivationText(catalogue: Catalogue, { value, derivation }: Statement): string | undefined {
  if (derivation === undefined || typeof value === 'string' || Array.isArray(value)) return derivation;
  const valueOf = (key: string) => {
    const { shown } = figureOf(catalogue, key);
    return shown ? formatStatement(shown) : key;
  };
  return printExpression(parseExpression(derivation), valueOf, formatNumber);
}

function cutStatement(catalogue: Catalogue, one: Statement): HallStatement {
  const derivation = derivationText(catalogue, one);
  return {
    text: formatStatement(one, 'full'),
    status: one.status,
    stated: one.stated_on,
    known: lastDay(one.stated_on),
    read: one.as_of,
    ...(one.note !== undefined && { note: one.note }),
    ...(one.reason !== undefined && { reason: one.reason }),
    ...(derivation !== undefined && { derivation }),
    ...(one.disputed && { disputed: one.disputed }),
    sources: one.sources,
  };
}

function cutSource(catalogue: Catalogue, id: string): HallSource {
  const { title, publisher, url, access } = citedSource(catalogue, id);
  return { title, publisher, url, access };
}
