import { expect, test } from 'vitest';
import { countsAtRest, wakeFigure } from '../../src/build/figureAtWork.ts';
import { settle } from '../../src/build/settle.ts';
import { inSlot, lookAt, stateOf } from './figureState.ts';
import { alive, open, useBrowser, word } from './harness.ts';

useBrowser();

const place = '/en/widgets/topology-lab/';
const viewport = { width: 1440, height: 900 };

test.each(['family=torus', 'family=clos', 'family=fullmesh', 'family=dragonfly&beside=clos'])(
  'at its largest its scene keeps to its means and rests: %s',
  async (query) => {
    const { page, figure, errors } = await open(`${place}?${query}&chips=16384`, { viewport });
    expect(await wakeFigure(page, figure)).toBe(true);
    await settle(page);
    await word(figure, 'Ring').first().click();
    await settle(page);
    const busy = await page.evaluate(() => window.measured.counts());
    expect(busy.drawsPerFrame).toBeLessThanOrEqual(25);
    expect(busy.trianglesPerFrame).toBeGreaterThan(1000);
    expect(busy.trianglesPerFrame).toBeLessThanOrEqual(150_000);
    expect(await countsAtRest(page)).toMatchObject({ draws: 0, ticks: 0 });
    expect(errors).toEqual([]);
  },
);

test('says how many links a line stands for: on paper, and in the scene', async () => {
  const { page, figure } = await open(`${place}?chips=256`, { viewport });
  await alive(figure);
  await expect.poll(() => inSlot(figure, 'scale').innerText()).toMatch(/links drawn 1\s:\s16/);
  expect(await wakeFigure(page, figure)).toBe(true);
  await settle(page);
  await expect.poll(() => inSlot(figure, 'scale').innerText()).toMatch(/links drawn 1\s:\s1$/);
});

test.each([
  ['family=torus&shape=8x9', 'shape', '8x9', 'whose product is 64'],
  ['family=dragonfly&chips=1009', 'chips', '1009', 'such as'],
  ['price-copper=0', 'price-copper', '0', 'above 0'],
  ['chips=7', 'chips', '7', '8 … 16384'],
])('what cannot be wired is told in the figure: %s', async (query, parameter, value, allowed) => {
  const { figure, errors } = await open(`${place}?${query}`, { viewport });
  await alive(figure);
  await expect.poll(async () => (await lookAt(figure)).problem).toContain(allowed);
  const { problem } = await lookAt(figure);
  expect(problem).toContain(parameter);
  expect(problem).toContain(value);
  expect(await figure.locator('svg.drawing path').count()).toBeGreaterThan(1);
  expect(errors).toEqual([]);
});

test('fields set it: a shape that does not fit is refused, a price brings the cost', async () => {
  const { page, figure } = await open(`${place}?family=torus`, { viewport });
  await alive(figure);
  const type = async (name: string, text: string) => {
    const field = figure.locator(`input[name="${name}"]`);
    await field.fill(text);
    await field.press('Enter');
  };
  await type('shape', '8x9');
  await expect.poll(async () => (await lookAt(figure)).problem).toContain('whose product is 64');
  await type('shape', '8 × 8');
  await expect.poll(async () => (await stateOf(figure))['shape']).toBe('8x8');
  await type('price-copper', '0');
  await expect.poll(async () => (await lookAt(figure)).problem).toContain('above 0');
  expect((await stateOf(figure))['price-copper']).toBe('none');
  await type('price-copper', '100');
  await expect.poll(() => inSlot(figure, 'parts').innerText()).toMatch(/Cost at your prices\s*25,600/);
  await expect.poll(() => new URL(page.url()).searchParams.get('price-copper')).toBe('100');
});
