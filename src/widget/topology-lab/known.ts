import type { CabinetHall } from '../../model/topology/cableRun.ts';
import type { CopperReach } from '../../model/topology/cableMedium.ts';
import { drawnOn, numberOn, type RecordSlice } from '../recordedFigure.ts';
import type { LabData } from './labData.ts';
import { rates, type LabValues } from './params.ts';

const passiveKey = (rate: string): string => `passive-copper.reach-${rate}g`;
const activeKey = 'active-copper.reach-100g';
/** Lanes of the widest switch that is on record. */
export const switchKey = 'ub-mesh.hrs-lanes';

/** What shops on the web ask, by the lane rate of what they sell: all the prices that are on record. */
export const priceKeys: Readonly<Partial<Record<LabValues['rate'], string>>> = {
  '100': 'linear-pluggable-optics.price-800g',
  '200': 'passive-copper.price-1600g',
};

export const recordKeys: readonly string[] = [
  ...rates.map(passiveKey),
  activeKey,
  switchKey,
  ...Object.values(priceKeys),
];

/** The figures behind a state. */
export const keysOf = ({ rate }: Pick<LabValues, 'rate'>): string[] => [
  passiveKey(rate),
  ...(rate === '100' ? [activeKey] : []),
  switchKey,
  ...[priceKeys[rate] ?? []].flat(),
];

/** How far copper reaches at a lane rate; with chips in its plugs it is known at 100 Gb/s alone, the longest that is told. */
export const reachOn = (
  data: RecordSlice,
  { rate, asof }: Pick<LabValues, 'rate' | 'asof'>,
): CopperReach => ({
  passive: numberOn(data, passiveKey(rate), asof),
  active: rate === '100' ? numberOn(data, activeKey, asof) : null,
});

/** Lanes of the widest switch on record. */
export const widestSwitch = (data: RecordSlice, asof: string): number => numberOn(data, switchKey, asof);

/** Chips of a cabinet, its size and the aisles are assumed: those of the cabinets that Huawei shows, in metres. */
export const hallOf = ({ insideMetres }: LabData): CabinetHall => ({
  chipsPerCabinet: 64,
  inside: insideMetres,
  pitch: 0.6,
  rowPitch: 2.4,
  rise: 1.55,
});

/** The statement on the reach of copper in a state. */
export const reachStatement = (data: RecordSlice, { rate, asof }: Pick<LabValues, 'rate' | 'asof'>) =>
  drawnOn(data.figures[passiveKey(rate)], asof);
