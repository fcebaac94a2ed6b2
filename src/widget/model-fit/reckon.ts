import type { Architecture } from '../../model/workload/architecture.ts';
import { fitModel, plainArchitecture, type Fit } from '../../model/workload/fit.ts';
import { formatFor } from '../../model/workload/weightFormat.ts';
import type { FitData, FitMachine, KnownChip } from './fitData.ts';
import { chipOn } from './known.ts';
import { chipIds, formats, type ChipId, type FitValues } from './params.ts';

/** A model on a chip: what it takes and where its machines end. */
export interface Reckoned {
  readonly chipId: ChipId;
  readonly chip: KnownChip;
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

/** What was last reckoned for a slice of the record: a state is asked for by chip, in list, table and words. */
const lately = new WeakMap<FitData, { readonly state: string; readonly chips: Map<ChipId, Reckoned> }>();

/** The state's model on one chip. */
export function reckon(data: FitData, values: FitValues, chipId: ChipId = values.chip): Reckoned {
  const { model, params, mode, format, context, batch, asof } = values;
  const state = [model, params, mode, format, context, batch, asof].join();
  let known = lately.get(data);
  if (known?.state !== state) lately.set(data, (known = { state, chips: new Map() }));
  const found = known.chips.get(chipId) ?? reckonAnew(data, values, chipId);
  known.chips.set(chipId, found);
  return found;
}

function reckonAnew(data: FitData, values: FitValues, chipId: ChipId): Reckoned {
  const chip = chipOn(data, chipId, values.asof);
  const { mode, context, batch } = values;
  const model = architectureOf(data, values);
  const format = formatFor(formats[values.format], data.models[values.model]?.release);
  const fit = fitModel({ model, mode, format, context, batch }, chip.memory);
  const machine = chip.machines[0]!;
  const holder = chip.machines.find(({ chips }) => chips >= fit.chips) ?? null;
  return { chipId, chip, fit, machine, machines: Math.ceil(fit.chips / machine.chips), holder };
}

/** The state's model on every chip. */
export function reckonAll(data: FitData, values: FitValues): Reckoned[] {
  return chipIds.map((chip) => reckon(data, values, chip));
}
