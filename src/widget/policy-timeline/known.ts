import type { ParameterProblem } from '../parameter.ts';
import type { Phrases } from '../phrases.ts';
import type { TimelineValues } from './params.ts';
import type { TimelineData } from './timelineData.ts';

/** A state without what the record has nothing of, which is told. */
export function onRecord(
  say: Phrases,
  data: TimelineData,
  values: TimelineValues,
  tell: (problem: ParameterProblem) => void,
): TimelineValues {
  const known = {
    event: data.events.some(({ id }) => id === values.event),
    chip: values.chip in data.chips,
    rule: values.rule in data.rules,
  };
  let left = values;
  for (const name of ['event', 'chip', 'rule'] as const) {
    if (values[name] === '' || known[name]) continue;
    tell({ parameter: name, value: values[name], allowed: say(`problem.${name}`) });
    left = { ...left, [name]: '' };
  }
  return left;
}
