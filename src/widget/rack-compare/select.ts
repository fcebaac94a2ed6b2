import type { Catalogue } from '../../data/catalog.ts';
import type { AmountRecord, CabinetRecord } from '../../data/schema/cabinet.ts';
import type { Layout } from '../../data/schema/layout.ts';
import { units } from '../../data/schema/unit.ts';
import { machineFromLayout } from '../../model/hardware/fromLayout.ts';
import { figuresOf, parseExpression } from '../../model/unit/expression.ts';
import type { RecordedFigure } from '../recordedFigure.ts';
import { cutFigure, cutSources, numberOf } from '../selectFigure.ts';
import { cabinetIds } from './params.ts';
import type { AmountSource, ComparedCabinet, RackData } from './rackData.ts';

/**
 * Cuts from the record what the widget needs: the cabinets compared, the layouts they stand in, every statement of the
 * figures behind them, and their sources.
 * @throws where a cabinet, its layout, its class or a figure is missing
 */
export function selectRacks(
  catalogue: Catalogue,
  layouts: ReadonlyMap<string, Layout>,
  records: ReadonlyMap<string, CabinetRecord>,
): RackData {
  const systems: Record<string, RackData['systems'][string]> = {};
  const cabinets: Record<string, ComparedCabinet> = {};
  const figures: Record<string, RecordedFigure> = {};
  const named = (keys: readonly string[]) => {
    for (const key of keys) figures[key] ??= cutFigure(catalogue, key);
  };
  for (const id of cabinetIds) {
    const record = records.get(id);
    const layout = record && layouts.get(record.system);
    if (!record || !layout)
      throw new Error(`content/cabinets/${id}.yaml: no such file, or no layout of its system`);
    const machine = machineFromLayout(layout, (key) => {
      named([key]);
      return numberOf(catalogue, key) ?? NaN;
    });
    if (!machine.classes.some((cls) => cls.id === record.cabinet)) {
      const has = layout.cabinets.map((one) => one.id).join(', ');
      throw new Error(`content/cabinets/${id}.yaml: cabinet: "${record.cabinet}": allowed: ${has}`);
    }
    systems[record.system] = { layout };
    const { chips, power, mass, footprint } = record;
    for (const amount of [chips, power, mass]) named(keysOf(amount));
    named(footprint);
    cabinets[id] = {
      system: record.system,
      classId: record.cabinet,
      asked: {
        chips: sourceOf(chips),
        power: sourceOf(power),
        mass: sourceOf(mass),
        density: { perFootprint: footprint },
      },
    };
  }
  return { cabinets, systems, figures, sources: cutSources(catalogue, Object.values(figures)) };
}

function keysOf(amount: AmountRecord): string[] {
  if ('of' in amount) return [amount.of];
  if ('none' in amount) return [amount.none];
  return 'expression' in amount ? figuresOf(parseExpression(amount.expression)) : [];
}

/** With how many base units the unit of a sum is. */
const sourceOf = (amount: AmountRecord): AmountSource =>
  'expression' in amount ? { ...amount, factor: units.get(amount.unit)!.factor } : amount;
