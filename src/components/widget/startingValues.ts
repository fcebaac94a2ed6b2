import {
  printValue,
  readParameters,
  type ParameterDeclarations,
  type ParameterValues,
} from '../../widget/parameter.ts';

/**
 * The state in which a figure of an article starts. Throws on a parameter that the widget does not have or accept.
 * @param where names the figure in the message
 */
export function startingValues(
  declarations: ParameterDeclarations,
  params: Readonly<Record<string, string | number | boolean>>,
  where: string,
): ParameterValues {
  for (const name of Object.keys(params)) {
    if (name in declarations) continue;
    throw new Error(`${where}: no parameter "${name}"; there are: ${Object.keys(declarations).join(', ')}`);
  }
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, printValue(value)]));
  const { values, problems } = readParameters(declarations, query);
  const [problem] = problems;
  if (problem)
    throw new Error(`${where}: ${problem.parameter}="${problem.value}"; allowed: ${problem.allowed}`);
  return values;
}
