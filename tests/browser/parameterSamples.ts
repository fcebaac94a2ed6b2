import type { Parameter, ParameterDeclarations } from '../../src/widget/parameter.ts';

/** A parameter with one text for it, as it stands in a query. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** Texts that a declaration promises to understand: every choice, both words of a flag, both ends of a range. */
function goodTexts(parameter: Parameter): readonly string[] {
  switch (parameter.kind) {
    case 'choice':
      return parameter.values;
    case 'flag':
      return ['on', 'off'];
    case 'integer':
      return [String(parameter.min), String(parameter.max)];
    case 'date':
      return ['2026-06-30', 'latest'];
    case 'text': {
      // Its examples, and what a list starts out with.
      const examples = [...parameter.allowed.matchAll(/such as (\S+?):?(?=\s|$)/g)].map(
        ([, example]) => example!,
      );
      return [...examples, ...parameter.default.split(',')].filter(
        (text) => text !== '' && parameter.valid(text),
      );
    }
  }
}

/** Texts that a declaration must refuse. */
function badTexts(parameter: Parameter): readonly string[] {
  switch (parameter.kind) {
    case 'choice':
      return ['no-such-word', ''];
    case 'flag':
      return ['maybe'];
    case 'integer':
      return [String(parameter.min - 1), String(parameter.max + 1), '1.5', 'many'];
    case 'date':
      return ['2026-02-30', 'tomorrow'];
    case 'text':
      return ['<b>no</b>', '../../etc'].filter((text) => !parameter.valid(text));
  }
}

const samples = (
  parameters: ParameterDeclarations,
  texts: (parameter: Parameter) => readonly string[],
): Sample[] =>
  Object.entries(parameters).flatMap(([name, parameter]) => {
    const all = texts(parameter);
    if (all.length === 0) throw new Error(`${name}: its declaration gives no text to try`);
    return all.map((text) => ({ name, text }));
  });

export const goodSamples = (parameters: ParameterDeclarations): Sample[] => samples(parameters, goodTexts);
export const badSamples = (parameters: ParameterDeclarations): Sample[] => samples(parameters, badTexts);

/** The first sample of each parameter that differs from its default. */
export function oneOfEach(parameters: ParameterDeclarations): Sample[] {
  return Object.entries(parameters).map(([name, parameter]) => {
    const shown =
      typeof parameter.default === 'boolean' ? (parameter.default ? 'on' : 'off') : parameter.default;
    const text = goodTexts(parameter).find((one) => one !== String(shown));
    if (text === undefined) throw new Error(`${name}: its declaration allows nothing but its default`);
    return { name, text };
  });
}
