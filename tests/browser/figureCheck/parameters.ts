import { expect } from 'vitest';
import { allowedText, type ParameterDeclarations } from '../../../src/widget/parameter.ts';
import type { FigureCheck } from '../figureCheck.ts';
import { arrive, goTo, inSlot, lookAt, queryOf, stateOf, tour, type Seen } from '../figureState.ts';
import { alive } from '../harness.ts';
import { badSamples, goodSamples, oneOfEach, type Sample } from '../parameterSamples.ts';

/** The first bad text of every parameter that has one, as a query. */
function oneBadOfEach(parameters: ParameterDeclarations): URLSearchParams {
  const first = new Map(
    badSamples(parameters)
      .toReversed()
      .map(({ name, text }) => [name, text]),
  );
  return new URLSearchParams([...first].toReversed());
}

export const checks: readonly FigureCheck[] = [
  {
    name: 'reads every good parameter from the address and prints it back',
    on: 'page',
    leaves: 'as found',
    async check({ page, figure, errors, place, declaration }) {
      const { parameters } = declaration;
      const plain = await stateOf(figure);
      const queryFor = ({ name, text }: Sample) => queryOf(parameters, { [name]: text });
      const faultsOf = ({ name, text }: Sample, { state, problem, search }: Seen) => {
        // A path to a part may be cut to what the level shows; everything else is taken as it is written.
        const taken =
          parameters[name]!.kind === 'text' ? text.startsWith(state[name]! || '?') : state[name] === text;
        return [
          ...(taken ? [] : [`${name}=${text} is taken for "${state[name]}"`]),
          ...(problem === '' ? [] : [`${name}=${text} is answered "${problem}"`]),
          // A widget may add what a value implies, such as the part that a level opens, never another value of its own.
          ...(search === queryOf(parameters, state) ? [] : [`${name}=${text} is printed as "${search}"`]),
          ...((new URLSearchParams(search).get(name) ?? plain[name]) === state[name]
            ? []
            : [`${name}=${text}: the address keeps something else than "${state[name]}"`]),
        ];
      };
      // A figure that the page scrolls is there once the page is, and the address follows when it has rested.
      const holds = async (sample: Sample) =>
        expect.poll(async () => faultsOf(sample, await lookAt(figure))).toEqual([]);
      const good = goodSamples(parameters);
      const seen = await tour(figure, good.map(queryFor));
      for (const sample of good.filter((one, index) => faultsOf(one, seen[index]!).length > 0)) {
        await goTo(page, queryFor(sample));
        await holds(sample);
      }
      const [first, ...rest] = oneOfEach(parameters);
      await page.goto(place + queryFor(first!));
      await alive(figure);
      await holds(first!);
      for (const sample of rest)
        if (faultsOf(sample, await arrive(figure, queryFor(sample))).length > 0) await holds(sample);
      expect(errors).toEqual([]);
    },
  },
  {
    name: 'answers every bad parameter in words and shows its default',
    on: 'page',
    query: ({ parameters }) => `?${oneBadOfEach(parameters).toString()}`,
    leaves: 'as found',
    async check({ page, figure, errors, declaration }) {
      const { parameters } = declaration;
      const bad = badSamples(parameters);
      const board = inSlot(figure, 'problem');
      const says = async (name: string, value: string) => {
        await expect.poll(() => board.innerText()).toContain(`${name}=${value} `);
        expect(await board.innerText()).toContain(allowedText(parameters[name]!));
        expect(queryOf(parameters, await stateOf(figure))).toBe('');
      };
      for (const [name, value] of oneBadOfEach(parameters)) await says(name, value);
      const answers = await tour(
        figure,
        bad.map(({ name, text }) => `?${new URLSearchParams({ [name]: text }).toString()}`),
      );
      for (const [index, { name, text }] of bad.entries()) {
        const { problem, state } = answers[index]!;
        expect(problem).toContain(`${name}=${text} `);
        expect(problem).toContain(allowedText(parameters[name]!));
        expect(queryOf(parameters, state)).toBe('');
      }
      const shown = await inSlot(figure, 'title').innerText();
      await goTo(page, '');
      expect(await board.isVisible()).toBe(false);
      expect(await inSlot(figure, 'title').innerText()).toBe(shown);
      expect(errors).toEqual([]);
    },
  },
];
