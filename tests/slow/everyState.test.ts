import { afterAll, describe, expect, test } from 'vitest';
import { accessibilityViolations } from '../../src/build/accessibility.ts';
import { remount, wakeFigure } from '../../src/build/figureAtWork.ts';
import { settle } from '../../src/build/settle.ts';
import { loadWidget, widgets } from '../../src/widget/registry.ts';
import { goTo, queryOf, stateOf } from '../browser/figureState.ts';
import { address, alive } from '../browser/harness.ts';
import { goodSamples } from '../browser/parameterSamples.ts';
import { closePool, withPage } from '../browser/pagePool.ts';

afterAll(closePool);

const still = { reducedMotion: 'reduce' } as const;
const widths = [280, 320, 375, 480, 768, 1024, 1440, 2200];
const declarations = await Promise.all(
  Object.keys(widgets).map(async (id) => (await loadWidget(id)).declaration),
);

describe.each(declarations.map((declaration) => [declaration.id, declaration] as const))(
  '%s',
  (id, { parameters, has3d }) => {
    test('has no barrier in any state that one parameter leads to, in either theme', () =>
      withPage(still, async ({ page }) => {
        const figure = page.locator('supernode-figure').first();
        await page.goto(`${address}/en/widgets/${id}/`);
        await alive(figure);
        for (const { name, text } of goodSamples(parameters)) {
          const query = queryOf(parameters, { [name]: text });
          await goTo(page, query);
          await settle(page);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            expect(await accessibilityViolations(page), `${query} ${colorScheme}`).toEqual([]);
          }
        }
      }));

    test('fits every width in every state that one parameter leads to', () =>
      withPage(still, async ({ page }) => {
        await page.goto(`${address}/en/widgets/${id}/`);
        await alive(page.locator('supernode-figure').first());
        for (const { name, text } of goodSamples(parameters)) {
          const query = queryOf(parameters, { [name]: text });
          await goTo(page, query);
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            const sideways = () =>
              page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
              );
            await expect.poll(sideways, { message: `${query} at ${width} px` }).toBe(0);
          }
        }
      }));

    test('is taken out of the page and put back fifty times, and works', () =>
      withPage(still, async ({ page, errors }) => {
        const figure = page.locator('supernode-figure').first();
        await page.goto(`${address}/en/widgets/${id}/`);
        await alive(figure);
        if (has3d) expect(await wakeFigure(page, figure)).toBe(true);
        const before = await stateOf(figure);
        expect((await remount(page, figure, 50)).alive).toBeLessThanOrEqual(1);
        expect(await stateOf(figure)).toEqual(before);
        expect(errors).toEqual([]);
      }));
  },
);
