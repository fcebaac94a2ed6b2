import type { MachineParts } from './machineParts.ts';
import type { OwnRates } from './ownRates.ts';
import type { PartClass } from './part.ts';
import {
  partIds,
  publishedRate,
  type FigureReader,
  type Optics,
  type PartId,
  type RateEnd,
} from './partRate.ts';

/** How a machine is reckoned: whose rates, and what it bears. */
export interface MachineOptions {
  readonly optics: Optics;
  readonly rates: RateEnd;
  /** In FIT; they go before published ones. */
  readonly own: OwnRates;
  /** Spare chips of each cabinet. */
  readonly spares: number;
  /** Optical cables that each cabinet may miss; fewer where it has no more. */
  readonly retry: number;
  readonly switchoverHours: number;
}

/** The kinds of parts that a machine has, with their rates and with what it bears of each. */
export function machineClasses(
  { chips, boards, switches, opticalCables, copperCables, cabinets }: MachineParts,
  { optics, rates, own, spares, retry, switchoverHours }: MachineOptions,
  read: FigureReader,
): PartClass[] {
  const units: Readonly<Record<PartId, number>> = {
    module: opticalCables,
    cable: copperCables,
    switch: switches,
    board: boards,
    chip: chips,
  };
  const missing = Math.min(retry, Math.floor(opticalCables / cabinets) - 1);
  const bears: Partial<Record<PartId, PartClass['redundancy']>> = {
    chip: spares > 0 ? { groups: cabinets, spares, missing: 0, switchoverHours } : null,
    module: missing > 0 ? { groups: cabinets, spares: 0, missing, switchoverHours: 0 } : null,
  };
  return partIds
    .filter((id) => units[id] > 0)
    .map((id): PartClass => {
      const fit = own[id];
      return {
        id,
        units: units[id],
        partsPerUnit: id === 'module' ? 2 : 1,
        ratePerHour: fit === undefined ? (publishedRate(id, optics, read)?.[rates] ?? null) : fit / 1e9,
        redundancy: bears[id] ?? null,
      };
    });
}
