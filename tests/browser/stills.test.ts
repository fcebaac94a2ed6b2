import { expect, test } from 'vitest';
import { address, article, open, useBrowser } from './harness.ts';

useBrowser();

const articles = [
  'one-machine',
  'inside-the-rack',
  'copper-and-light',
  'a-mesh-of-meshes',
  'adding-up-one-number',
  'what-the-rule-measures',
  'moves-and-counter-moves',
];

test.each(articles)('the stills of %s show what they are made of, at every width', async (name) => {
  const { page, errors } = await open(`/en/${name}/`);
  for (const width of [320, 375, 768, 1440, 2200]) {
    await page.setViewportSize({ width, height: 900 });
    const found = await page.locator('.still').evaluateAll((stills) =>
      stills.map((still) => {
        const drawing = still.querySelector('.still-drawing')!.getBoundingClientRect();
        const outside = [...still.querySelectorAll('text')].filter((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return (
            left < drawing.left - 1 ||
            right > drawing.right + 1 ||
            top < drawing.top - 2 ||
            bottom > drawing.bottom + 2
          );
        });
        const small = [...still.querySelectorAll('text')].filter((text) => {
          const scale = (text as SVGTextElement).getScreenCTM()!.a;
          return parseFloat(getComputedStyle(text).fontSize) * scale < 11;
        });
        return {
          room: drawing.height > 100 && drawing.right <= innerWidth,
          outside: outside.map((text) => text.textContent),
          small: innerWidth < 375 ? [] : small.map((text) => text.textContent),
        };
      }),
    );
    expect(found.length).toBeGreaterThan(2);
    for (const one of found) expect(one, `${width} px`).toEqual({ room: true, outside: [], small: [] });
  }
  expect(errors).toEqual([]);
});

test('a still stands beside its paragraph on a desk and after it on a phone', async () => {
  const { page } = await open(article);
  const places = () =>
    page.locator('.still:not(.still-wide)').evaluateAll((stills) =>
      stills.map((still) => {
        const before = still.previousElementSibling!.getBoundingClientRect();
        const { top, left } = still.getBoundingClientRect();
        return { beside: left > before.right, below: top >= before.bottom };
      }),
    );
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const one of await places()) expect(one).toEqual({ beside: true, below: false });
  await page.setViewportSize({ width: 375, height: 812 });
  for (const one of await places()) expect(one).toEqual({ beside: false, below: true });
});

test('the drawings follow the theme of the system and that of the page, and none comes before it is near', async () => {
  const { page, requests } = await open(article);
  const loaded = () => requests.filter((url) => /still-\d/.test(url));
  expect(loaded()).toEqual([]);
  const shown = () =>
    page
      .locator('.still-drawing > img')
      .evaluateAll((images) => [
        ...new Set(
          images
            .filter((image) => getComputedStyle(image).display !== 'none')
            .map((image) => (image as HTMLElement).dataset['ofTheme']),
        ),
      ]);
  expect(await shown()).toEqual(['light']);
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  expect(await shown()).toEqual(['dark']);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
  expect(await shown()).toEqual(['light']);
  await page.evaluate(() => delete document.documentElement.dataset['theme']);
  expect(await shown()).toEqual(['dark']);
  await page.locator('.still-drawing > img:visible').first().scrollIntoViewIfNeeded();
  await expect.poll(loaded).toContainEqual(expect.stringMatching(/still-2-dark\.svg$/));
  expect(loaded().filter((url) => url.includes('light'))).toEqual([]);
});

test('a drawing leads to its live state', async () => {
  const { page } = await open(article);
  await page.setViewportSize({ width: 1440, height: 900 });
  const still = page.locator('.still', { hasText: 'Follow the trays' });
  await still.locator('.still-drawing').scrollIntoViewIfNeeded();
  const { x, y, width } = (await still.locator('.still-drawing').boundingBox())!;
  await page.mouse.click(x + width / 2, y + 20);
  await page.waitForURL(`${address}/en/widgets/supernode-hall/?level=row&part=interconnect-cabinet.1`);
});
