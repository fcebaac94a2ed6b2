import {
  leastChips,
  mostChips,
  switchedFamilies,
  type DesignFamily,
} from '../../model/topology/designFamily.ts';
import { readShape, shapeProblem, usualShape } from '../../model/topology/designShape.ts';
import type { ParameterProblem } from '../parameter.ts';
import type { LabValues } from './params.ts';

/** A state whose networks can be wired: what cannot is left at a value that can, and told. */
export function checkedValues(values: LabValues): { values: LabValues; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const taken = { ...values };
  const shapes = [
    ['family', 'shape'],
    ['beside', 'beside-shape'],
  ] as const;
  const families = shapes.flatMap(([family]) => (values[family] === 'none' ? [] : [values[family]]));
  for (const [of, name] of shapes) {
    const family = values[of];
    if (family === 'none') continue;
    const shape = readShape(values[name]);
    const problem = shape && shapeProblem(family, shape, values.chips);
    if (problem === null) continue;
    problems.push({ parameter: name, value: values[name], allowed: problem });
    taken[name] = 'auto';
  }
  const without = shapes.find(
    ([of, name]) => values[of] !== 'none' && taken[name] === 'auto' && !usualShape(values[of], values.chips),
  );
  if (without) {
    const chips = nearestCount(families, values.chips);
    const family = values[without[0]];
    const allowed = `counts of which a ${family} can be made, such as ${String(chips)}`;
    problems.push({ parameter: 'chips', value: String(values.chips), allowed });
    taken.chips = chips;
    taken.shape = 'auto';
    taken['beside-shape'] = 'auto';
  }
  const switched = families.some((family) => switchedFamilies.includes(family));
  if (switched && values.planes > values.lanes) {
    const allowed = `1 … ${String(values.lanes)}, one of the chip’s lanes to each`;
    problems.push({ parameter: 'planes', value: String(values.planes), allowed });
    taken.planes = values.lanes;
  }
  return { values: problems.length > 0 ? taken : values, problems };
}

/** The nearest count of chips of which each of some families can be made. */
function nearestCount(families: readonly DesignFamily[], chips: number): number {
  const fits = (count: number) =>
    count >= leastChips && count <= mostChips && families.every((family) => usualShape(family, count));
  for (let off = 1; ; off++) {
    if (fits(chips - off)) return chips - off;
    if (fits(chips + off)) return chips + off;
  }
}
