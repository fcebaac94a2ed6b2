import type { Architecture } from '../../model/workload/architecture.ts';
import { fitModel, plainArchitecture, type Fit } from '../../model/workload/fit.ts';
import type { FitChip, FitData, FitMachine } from './fitData.ts';
import { bytesOf, chipIds, type ChipId, type FitValues } from './params.ts';

/** A model on a chip: what it takes and where its machines end. */
export interface Reckoned {
  readonly chipId: ChipId;
  readonly chip: FitChip;
  readonly fit: Fit;
  /** The machine drawn. */
  readonly machine: FitMachine;
  /** Machines of that kind. */
  readonly machines: number;
  /** The smallest machine on record that holds everything without leaving its fast network, if one does. */
  readonly holder: FitMachine | null;
}

export function architectureOf(data: FitData, values: FitValues): Architecture {
  return data.models[values.model]?.architecture ?? plainArchitecture(values.params * 1e9);
}

/** The state's model on one chip. */
export function reckon(data: FitData, values: FitValues, chipId: ChipId = values.chip): Reckoned {
  const chip = data.chips[chipId];
  const { mode, context, batch } = values;
  const model = architectureOf(data, values);
  const fit = fitModel({ model, mode, bytesPerWeight: bytesOf[values.format], context, batch }, chip.memory);
  const machine = chip.machines[0]!;
  const holder = chip.machines.find(({ chips }) => chips >= fit.chips) ?? null;
  return { chipId, chip, fit, machine, machines: Math.ceil(fit.chips / machine.chips), holder };
}

/** The state's model on every chip. */
export function reckonAll(data: FitData, values: FitValues): Reckoned[] {
  return chipIds.map((chip) => reckon(data, values, chip));
}
