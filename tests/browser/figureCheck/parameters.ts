import { expect } from 'vitest';
import { allowedText, type ParameterDeclarations } from '../../../src/widget/parameter.ts';
import type { FigureCheck } from '../figureCheck.ts';
import { goTo, inSlot, queryOf, searchOf, stateOf } from '../figureState.ts';
import { alive } from '../harness.ts';
import { badSamples, goodSamples, oneOfEach } from '../parameterSamples.ts';

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
      const holds = async ({ name, text }: { name: string; text: string }, query: string) => {
        // A path to a part may be cut to what the level shows; everything else is taken as it is written. A figure that
        // the page scrolls is there once the page is.
        const taken = (state: Readonly<Record<string, string>>) =>
          parameters[name]!.kind === 'text' ? text.startsWith(state[name]! || '?') : state[name] === text;
        await expect.poll(async () => taken(await stateOf(figure)), { message: query }).toBe(true);
        const state = await stateOf(figure);
        expect(await inSlot(figure, 'problem').isVisible(), query).toBe(false);
        // A widget may add what a value implies, such as the part that a level opens, never another value of its own.
        await expect.poll(async () => searchOf(page)).toBe(queryOf(parameters, await stateOf(figure)));
        expect(new URLSearchParams(searchOf(page)).get(name) ?? plain[name]).toBe(state[name]);
      };
      for (const sample of goodSamples(parameters)) {
        const query = queryOf(parameters, { [sample.name]: sample.text });
        await goTo(page, query);
        await holds(sample, query);
      }
      for (const sample of oneOfEach(parameters)) {
        const query = queryOf(parameters, { [sample.name]: sample.text });
        await page.goto(place + query);
        await alive(figure);
        await holds(sample, query);
      }
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
      for (const { name, text } of bad) {
        await goTo(page, `?${new URLSearchParams({ [name]: text }).toString()}`);
        await says(name, text);
      }
      const shown = await inSlot(figure, 'title').innerText();
      await goTo(page, '');
      expect(await board.isVisible()).toBe(false);
      expect(await inSlot(figure, 'title').innerText()).toBe(shown);
      expect(errors).toEqual([]);
    },
  },
];
