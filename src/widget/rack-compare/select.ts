import type { Catalogue } from '../../data/catalog.ts';
import { figureOf, inSi, rangeInSi } from '../../data/figure.ts';
import type { AmountRecord, CabinetRecord } from '../../data/schema/cabinet.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { Statement } from '../../data/schema/statement.ts';
import { units } from '../../data/schema/unit.ts';
import { formatNumber, formatRounded, formatStatement, withUnit } from '../../encoding/format.ts';
import { machineFromLayout } from '../../model/hardware/fromLayout.ts';
import { evaluate, figuresOf, parseExpression, printExpression } from '../../model/unit/expression.ts';
import { cutSource, numberOf } from '../selectFigure.ts';
import { cabinetIds } from './params.ts';
import type { Amount, ComparedCabinet, KnownAmount, RackData } from './rackData.ts';

/**
 * Cuts from the record what the widget needs: the cabinets compared, the layouts they stand in, and their sources.
 * @throws where a cabinet, its layout, its class or a figure is missing
 */
export function selectRacks(
  catalogue: Catalogue,
  layouts: ReadonlyMap<string, Layout>,
  records: ReadonlyMap<string, CabinetRecord>,
): RackData {
  const systems: Record<string, RackData['systems'][string]> = {};
  const cabinets: Record<string, ComparedCabinet> = {};
  for (const id of cabinetIds) {
    const record = records.get(id);
    const layout = record && layouts.get(record.system);
    if (!record || !layout)
      throw new Error(`content/cabinets/${id}.yaml: no such file, or no layout of its system`);
    const counts: Record<string, number> = {};
    const machine = machineFromLayout(layout, (key) => (counts[key] = numberOf(catalogue, key) ?? NaN));
    if (!machine.classes.some((cls) => cls.id === record.cabinet)) {
      const has = layout.cabinets.map((one) => one.id).join(', ');
      throw new Error(`content/cabinets/${id}.yaml: cabinet: "${record.cabinet}": allowed: ${has}`);
    }
    systems[record.system] = { layout, counts };
    const chips = cutAmount(catalogue, record.chips);
    cabinets[id] = {
      system: record.system,
      classId: record.cabinet,
      amounts: {
        chips,
        power: cutAmount(catalogue, record.power),
        mass: cutAmount(catalogue, record.mass),
        density: density(catalogue, chips, layout, record.footprint),
      },
    };
  }
  const cited = Object.values(cabinets).flatMap(({ amounts }) =>
    Object.values(amounts).flatMap((amount) => ('unknown' in amount ? [] : amount.sources)),
  );
  const sources = Object.fromEntries([...new Set(cited)].map((id) => [id, cutSource(catalogue, id)]));
  return { cabinets, systems, sources };
}

function shownOf(catalogue: Catalogue, key: string): Statement {
  const { shown } = figureOf(catalogue, key);
  if (!shown) throw new Error(`content/cabinets: "${key}" has no statement that is not disputed`);
  return shown;
}

function cutAmount(catalogue: Catalogue, record: AmountRecord): Amount {
  if ('unknown' in record) return record;
  if ('of' in record) {
    const shown = shownOf(catalogue, record.of);
    const { status, as_of: read, sources } = shown;
    const note = record.reason ?? shown.note ?? '';
    return { ...rangeInSi(shown), text: formatStatement(shown), status, note, read, sources };
  }
  if ('none' in record) {
    const { as_of: read, sources } = shownOf(catalogue, record.none);
    return { low: 0, high: 0, text: formatNumber(0), status: 'derived', note: record.reason, read, sources };
  }
  const parsed = parseExpression(record.expression);
  const operands = figuresOf(parsed).map((key) => shownOf(catalogue, key));
  const value = evaluate(parsed, (key) => inSi(shownOf(catalogue, key)));
  const sum = printExpression(parsed, (key) => formatStatement(shownOf(catalogue, key)), formatNumber);
  const bound = { 'at-least': 'at least ', 'at-most': 'up to ', about: 'about ' }[record.bound ?? 'about'];
  const number = formatRounded(value / units.get(record.unit)!.factor);
  return {
    low: value,
    high: value,
    text: (record.bound ? bound : '') + withUnit(number, record.unit),
    status: 'derived',
    note: `${record.reason}: ${sum}`,
    read: operands
      .map((one) => one.as_of)
      .sort()
      .at(-1)!,
    sources: [...new Set(operands.flatMap((one) => one.sources))],
  };
}

/** Chips over the outer footprint; only as firm as the footprint. */
function density(
  catalogue: Catalogue,
  chips: Amount,
  { cabinet: { width, depth } }: Layout,
  footprint: readonly string[],
): Amount {
  if ('unknown' in chips) return chips;
  const area = width.value * depth.value;
  const ground = [width, depth].find(({ basis }) => basis !== 'published');
  const sides = footprint.map((key) => shownOf(catalogue, key));
  const known: KnownAmount = {
    low: chips.low / area,
    high: chips.high / area,
    text: formatRounded(chips.low / area, 2),
    status: ground?.basis === 'assumed' ? 'assumed' : 'derived',
    note: ground ? ground.reason : '',
    read: chips.read,
    sources: [...new Set([...chips.sources, ...sides.flatMap((one) => one.sources)])],
  };
  return known;
}
