import { expect, test } from 'vitest';
import { alive, article, downloaded, explore, open, query, useBrowser, widgetPage, word } from './harness.ts';

useBrowser();

const take = (name: string) => ({ name, exact: true });

test('data: the table on the screen as CSV and JSON, with where it comes from', async () => {
  const { page, figure } = await open(`${widgetPage}?system=gb200-nvl72`);
  await alive(figure);
  await expect.poll(() => figure.locator('[data-slot="title"]').innerText()).toContain('NVL72');
  const shown = await figure.locator('[data-slot="table"] tbody tr').count();
  const download = async (name: string) =>
    (await downloaded(page, () => figure.getByRole('button', take(name)).click())).toString();
  const csv = await download('CSV');
  expect(csv).toContain('# CC BY 4.0');
  expect(csv).toContain('system=gb200-nvl72');
  const json = JSON.parse(await download('JSON')) as {
    parameters: Record<string, string>;
    sources: string[];
    tables: { rows: unknown[] }[];
  };
  expect(json.parameters['system']).toBe('gb200-nvl72');
  expect(json.sources.length).toBeGreaterThan(0);
  expect(json.tables.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(shown);
});

test('picture: before 3D, the drawing as an SVG that stands alone', async () => {
  const { page, figure } = await open(widgetPage, { reducedMotion: 'reduce' });
  await alive(figure);
  const content = await downloaded(page, () =>
    figure.getByRole('button', take('Picture')).evaluate((button) => (button as HTMLElement).click()),
  );
  const isPng = content.subarray(1, 4).toString() === 'PNG';
  if (isPng) expect(content.length).toBeGreaterThan(5000);
  else {
    const text = content.toString();
    expect(text).toMatch(/^<svg[^>]+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(text).toContain('CC BY 4.0');
    expect(text).not.toContain('var(--');
  }
});

test('link: the address of the state, or the address itself where the clipboard is refused', async () => {
  const { page, figure } = await open(article, { permissions: ['clipboard-read', 'clipboard-write'] });
  await alive(figure);
  await explore(figure);
  await word(figure, 'Cabinet').click();
  await expect.poll(() => query(page)['supernode-hall.level']).toBe('cabinet');
  await figure.getByRole('button', take('Link')).click();
  const wanted = `${page.url()}#supernode-hall`;
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(wanted);

  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await figure.getByRole('button', take('Link')).click();
  const field = figure.locator('[data-slot="panel"] textarea');
  await expect.poll(() => field.isVisible()).toBe(true);
  expect(await field.inputValue()).toBe(wanted);
  expect(await page.evaluate(() => getSelection()!.toString())).toBe(wanted);
  await page.keyboard.press('Escape');
  expect(await field.isVisible()).toBe(false);
});

test('embed: the code carries the state on the screen', async () => {
  const { figure } = await open(`${widgetPage}?level=cabinet`);
  await alive(figure);
  await figure.getByRole('button', take('Embed')).click();
  const field = figure.locator('[data-slot="panel"] textarea');
  await expect.poll(() => field.isVisible()).toBe(true);
  const code = await field.inputValue();
  expect(code).toContain('<supernode-embed widget="supernode-hall" level="cabinet"></supernode-embed>');
  expect(code).toContain('/embed/v1/supernode-hall/?level=cabinet"');
  expect(code).toContain('/embed/v1/host.js"');
});

test('full screen: the figure fills it and comes back', async () => {
  const { page, figure } = await open(widgetPage);
  await alive(figure);
  const button = figure.getByRole('button', take('Full screen'));
  await button.click();
  await expect
    .poll(() => page.evaluate(() => document.fullscreenElement?.localName))
    .toBe('supernode-figure');
  await button.click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});
