import { cableRuns } from '../../model/topology/cableRun.ts';
import { countCabling, type Cabling } from '../../model/topology/cableMedium.ts';
import { designOf, type Design } from '../../model/topology/design.ts';
import { type DesignFamily } from '../../model/topology/designFamily.ts';
import { measureDesign, type DesignMeasures } from '../../model/topology/designMeasure.ts';
import { readShape, usualShape } from '../../model/topology/designShape.ts';
import { networkPrice, type PartPrices } from '../../model/topology/networkPrice.ts';
import { hallOf, reachOn } from './known.ts';
import type { LabData } from './labData.ts';
import { pricedParts, type LabValues } from './params.ts';

/** One network of a state, wired and measured. */
export interface Wired {
  readonly design: Design;
  readonly measures: DesignMeasures;
  readonly cabling: Cabling;
  readonly price: ReturnType<typeof networkPrice>;
}

/** What a state amounts to. */
export interface Lab {
  readonly first: Wired;
  /** The network beside it; null where there is none. */
  readonly second: Wired | null;
  /** Cables of a full mesh of as many chips. */
  readonly fullMeshCables: number;
}

/** The networks of a state, the first and the one beside it. */
export const wiredOf = ({ first, second }: Lab): Wired[] => (second ? [first, second] : [first]);

const known = new WeakMap<LabValues, Lab>();

/** Wires and measures what a state asks for, once. @throws RangeError for a state that `checkedValues` would not leave */
export function labOf(data: LabData, values: LabValues): Lab {
  const found = known.get(values);
  if (found) return found;
  const lab = {
    first: wire(data, values, values.family, values.shape),
    second: values.beside === 'none' ? null : wire(data, values, values.beside, values['beside-shape']),
    fullMeshCables: (values.chips * (values.chips - 1)) / 2,
  };
  known.set(values, lab);
  return lab;
}

const pricesOf = (values: LabValues): PartPrices =>
  Object.fromEntries(
    pricedParts.map((part) => {
      const text = values[`price-${part}`];
      return [part, text === 'none' ? null : Number(text)];
    }),
  ) as PartPrices;

function wire(data: LabData, values: LabValues, family: DesignFamily, sizes: string): Wired {
  const { chips, lanes, planes, rate } = values;
  const shape = readShape(sizes) ?? usualShape(family, chips);
  if (!shape)
    throw new RangeError(`chips is ${String(chips)}: allowed are counts of which a ${family} can be made`);
  const design = designOf(family, shape, { lanes, planes, laneRate: Number(rate) * 1e9 });
  const measures = measureDesign(design);
  const cabling = countCabling(measures.tiers, cableRuns(design, hallOf(data)), reachOn(data, values));
  const price = networkPrice(cabling, measures.ports.switchPorts, pricesOf(values));
  return { design, measures, cabling, price };
}
