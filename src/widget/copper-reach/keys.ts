import type { Medium } from '../../model/channel/medium.ts';
import type { Rate } from './params.ts';

/** Keys of the record that tell of a lane. */
export interface LaneKeys {
  readonly frequency: string;
  readonly budget: string;
  /** How far its standard asks a plain cable to reach; null where the record does not say. */
  readonly asked: string | null;
}

const common = 'long-reach-serdes.loss-budget';

export const laneKeys: Readonly<Record<Rate, LaneKeys>> = {
  25: { frequency: 'lane-25g.nyquist', budget: common, asked: 'passive-copper.reach-25g' },
  56: { frequency: 'lane-50g.nyquist', budget: common, asked: null },
  112: { frequency: 'lane-100g.nyquist', budget: common, asked: 'passive-copper.reach-100g' },
  224: {
    frequency: 'lane-200g.nyquist',
    budget: 'lane-200g.loss-budget',
    asked: 'passive-copper.reach-200g',
  },
  448: {
    frequency: 'lane-400g.nyquist',
    budget: 'lane-400g.loss-budget',
    asked: 'passive-copper.reach-400g',
  },
};

/** Keys of what the model of a link is made of. */
export const partKeys = {
  boardLow: 'board-trace.loss-at-12ghz',
  boardHigh: 'board-trace.loss-near-56ghz',
  delay: 'passive-copper.wire-delay',
  lossTangent: 'passive-copper.loss-tangent',
  chipToChip: common,
  ballToBall: 'long-reach-serdes.loss-budget-ball-to-ball',
  connector: 'long-reach-serdes.connector-loss-100g',
  /** The frequency at which the last three were read. */
  reference: 'lane-100g.nyquist',
} as const;

/** Keys of what a medium costs at a rate; what is not on record has none. */
export interface CostKeys {
  readonly power?: string;
  readonly price?: string;
  /** Mean time between failures of one end. */
  readonly mtbf?: string;
  /** How far it is said to reach. */
  readonly reach?: string;
}

/** What stands in the list, the plain cable first. */
export const listed = ['passive', 'active', 'near', 'co', 'plug', 'linear'] as const;
/** A medium of the list; `linear` is a plug without a processor. */
export type Listed = (typeof listed)[number];

/** The medium that is drawn for an entry of the list. */
export const drawnAs = (one: Listed): Medium => (one === 'linear' ? 'plug' : one);

const plugMtbf = 'pluggable-optics.module-mtbf';
const plugReach = 'pluggable-optics.reach';

/** An end has eight lanes. Failures are counted for ends of up to 800 Gb/s alone, which is what was counted. */
export const costKeys: Readonly<Record<Listed, Partial<Record<Rate, CostKeys>>>> = {
  passive: {
    112: { power: 'passive-copper.power-800g' },
    224: { price: 'passive-copper.price-1600g' },
  },
  active: { 112: { reach: 'active-copper.reach-100g' } },
  near: { 112: { power: 'near-packaged-optics.power-800g' } },
  co: {
    112: { power: 'co-packaged-optics.power-800g', mtbf: 'co-packaged-optics.module-mtbf' },
    224: { power: 'co-packaged-optics.power-1600g' },
  },
  plug: {
    56: { power: 'pluggable-optics.power-400g', mtbf: plugMtbf },
    112: { power: 'pluggable-optics.power-800g', mtbf: plugMtbf, reach: plugReach },
    224: { power: 'pluggable-optics.power-1600g', reach: plugReach },
  },
  linear: {
    112: { power: 'linear-pluggable-optics.power-800g', price: 'linear-pluggable-optics.price-800g' },
  },
};

/** Keys of the shares of media in a published design, in the order of their lengths. */
export const shareKeys = {
  passive: 'ub-mesh.link-share-passive-copper',
  active: 'ub-mesh.link-share-active-copper',
  light: 'ub-mesh.link-share-optical',
} as const;
export type Share = keyof typeof shareKeys;

/** Lengths sold at 100 Gb/s a lane, which the model is held against. */
export const soldKeys = {
  26: 'passive-copper.sold-26awg-100g',
  30: 'passive-copper.sold-30awg-100g',
} as const;

/** Every key that the figure reads. */
export const allKeys: readonly string[] = [
  ...new Set([
    ...Object.values(laneKeys).flatMap(({ frequency, budget, asked }) => [
      frequency,
      budget,
      ...(asked ? [asked] : []),
    ]),
    ...Object.values(partKeys),
    ...Object.values(costKeys).flatMap((byRate) =>
      Object.values(byRate).flatMap((keys) => Object.values(keys) as string[]),
    ),
    ...Object.values(shareKeys),
    ...Object.values(soldKeys),
  ]),
];
