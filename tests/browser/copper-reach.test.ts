import { expect, test } from 'vitest';
import { stateOf } from './figureState.ts';
import { alive, open, useBrowser } from './harness.ts';
import { twinFaults } from './tableTwin.ts';

useBrowser();

const place = '/en/widgets/copper-reach/';

test('a cabinet is moved in the drawing by hand, and the link closes under it', async () => {
  const { page, figure } = await open(`${place}?rate=112&length=200`, {
    viewport: { width: 1440, height: 900 },
  });
  await alive(figure);
  // The code that moves it comes with the first touch.
  await figure.locator('button[data-gauge="28"]').click();
  await expect.poll(async () => (await stateOf(figure))['gauge']).toBe('28');
  const cabinet = figure.locator('svg:visible .reach-hold');
  await cabinet.scrollIntoViewIfNeeded();
  const box = (await cabinet.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // The drawing is as wide as its units here: three metres are a hundred each.
  await page.mouse.move(x + 150, y, { steps: 4 });
  await page.mouse.move(x + 300, y, { steps: 4 });
  await page.mouse.up();
  const { length } = await stateOf(figure);
  expect(Number(length)).toBeGreaterThan(450);
  expect(Number(length)).toBeLessThan(550);
  await expect.poll(() => figure.locator('[data-slot="summary"]').innerText()).toMatch(/and is closed/);
});

test('keys move it too, and show it held', async () => {
  const { page, figure } = await open(`${place}?rate=112&length=390`, {
    viewport: { width: 1440, height: 900 },
  });
  await alive(figure);
  // The address asks for another state than was built, which brings the code by itself.
  await expect.poll(() => figure.getAttribute('data-work')).not.toBeNull();
  const slider = figure.locator('input[name="length"]');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await stateOf(figure))['length']).toBe('410');
  expect(await slider.getAttribute('aria-valuetext')).toBe('4.1 m');
  const held = figure.locator('svg:visible .reach-hold');
  expect(await held.evaluate((one) => getComputedStyle(one).stroke)).not.toBe('none');
});

test.each(['', '?rate=224&length=300&medium=active', '?asof=2024-06-01&rate=25&gauge=30'])(
  'its table says what is drawn: %s',
  async (query) => {
    const { figure } = await open(place + query);
    expect(await twinFaults(figure)).toEqual([]);
  },
);
