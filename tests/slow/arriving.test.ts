import { afterAll, describe, expect, test } from 'vitest';
import { widgets, loadWidget } from '../../src/widget/registry.ts';
import { queryText } from '../../src/widget/parameter.ts';
import { queryOf, stateOf } from '../browser/figureState.ts';
import { useEarly } from '../browser/earlyChoice.ts';
import { address } from '../browser/harness.ts';
import { holdParts, type Part } from '../browser/heldRequests.ts';
import { closePool, withPage } from '../browser/pagePool.ts';
import { oneOfEach } from '../browser/parameterSamples.ts';
import { shownState } from '../browser/shownState.ts';

afterAll(closePool);

const parts = ['figure', 'work', 'scene'] as const satisfies readonly Part[];
/** Seconds by which a part comes late. */
const delays = [0, 0.3, 1, 3] as const;
const combinations = delays.flatMap((figure) =>
  delays.flatMap((work) => delays.map((scene) => ({ figure, work, scene }))),
);
const listed = process.env['FIGURES']?.split(/[\s,]+/);
const ids = Object.keys(widgets).filter((id) => listed?.includes(id) ?? true);
const declarations = await Promise.all(ids.map(async (id) => (await loadWidget(id)).declaration));

describe.each(declarations.map((declaration) => [declaration.id, declaration] as const))(
  '%s',
  (id, { parameters, has3d }) => {
    // The scene of a flat figure is none.
    const cases = combinations.filter(({ scene }) => has3d || scene === 0);
    test.each(cases)(
      'shows one state while its page’s code is $figure s late, its own $work s, its scene $scene s',
      (late) =>
        withPage({ reducedMotion: 'reduce', fresh: true }, async ({ page, thrown }) => {
          const sample = oneOfEach(parameters).find(({ name }) => parameters[name]!.kind === 'choice')!;
          const query = `?${queryText(new URLSearchParams({ [sample.name]: sample.text }))}`;
          const figure = page.locator('supernode-figure').first();
          const held = await holdParts(page);
          await page.goto(`${address}/en/widgets/${id}/${query}`, { waitUntil: 'load' });
          await figure.dispatchEvent('pointerover');
          // Every state that is shown on the way is seen, whenever the parts come.
          const seen: Awaited<ReturnType<typeof shownState>>[] = [];
          let arrived = false;
          const watching = (async () => {
            while (!arrived) seen.push(await shownState(figure));
          })();
          await Promise.all(
            parts.map(async (part) => {
              await new Promise((due) => setTimeout(due, 1000 * late[part]));
              held.release(part);
            }),
          );
          await expect.poll(() => figure.getAttribute('data-work')).not.toBeNull();
          if (has3d) await expect.poll(() => figure.locator('.widget-stage.live').count()).toBe(1);
          arrived = true;
          await watching;
          seen.push(await shownState(figure));
          for (const { drawn, title } of seen) {
            expect(drawn === null).toBe(title === null);
            if (drawn !== null) expect(drawn).toContain(sample.text);
          }
          expect(seen.at(-1)!.title).not.toBeNull();
          expect(queryOf(parameters, await stateOf(figure))).toBe(query);
          expect(thrown).toEqual([]);
        }),
    );

    test('does with every control what is done before its code comes', () => useEarly(id, true));
  },
);
