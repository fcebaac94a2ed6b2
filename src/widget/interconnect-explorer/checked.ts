import type { ParameterProblem } from '../parameter.ts';
import type { ExplorerData } from './explorerData.ts';
import { machineOf } from './machine.ts';
import { objection } from './part.ts';
import { parameters, type ExplorerValues } from './params.ts';

/** A state that its machine can take: what it cannot is left at a value that it can, and told. */
export function checkedValues(
  data: ExplorerData,
  values: ExplorerValues,
): { values: ExplorerValues; problems: ParameterProblem[] } {
  const { topology } = machineOf(data, values.system);
  const problems: ParameterProblem[] = [];
  const taken = { ...values };
  const last = topology.npuCount - 1;
  const chips = `0 … ${String(last)}`;
  const put = <Name extends 'from' | 'to' | 'failed' | 'tiers' | 'part'>(
    name: Name,
    value: ExplorerValues[Name],
    allowed: string,
  ) => {
    problems.push({ parameter: name, value: String(values[name]), allowed });
    taken[name] = value;
  };
  if (Number(values.from) > last) put('from', '0', chips);
  if (Number(values.to) > last) put('to', String(last), chips);
  const failed = objection(topology, values.failed);
  // What the address leaves out is a cut that not every machine can have.
  if (failed !== null && values.failed === parameters.failed.default) taken.failed = '';
  else if (failed !== null) put('failed', '', failed);
  const part = objection(topology, values.part);
  if (part !== null) put('part', '', part);
  const unknown =
    values.tiers !== 'all' && values.tiers.split(',').some((one) => !topology.tiers.includes(one));
  if (unknown) put('tiers', 'all', `all, or of ${topology.tiers.join(', ')}`);
  return { values: taken, problems };
}

/** The state after another machine was chosen: what was said of the first does not hold for it. */
export function onMachine(
  data: ExplorerData,
  values: ExplorerValues,
  system: ExplorerValues['system'],
): ExplorerValues {
  const next = { ...values, system, tiers: 'all', part: '', failed: '' };
  const last = machineOf(data, system).topology.npuCount - 1;
  const within = (chip: string) => String(Math.min(Number(chip), last));
  return { ...next, from: within(values.from), to: within(values.to) };
}
