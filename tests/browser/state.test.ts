import { describe, expect, test } from 'vitest';
import { alive, article, explore, open, query, useBrowser, widgetPage, word } from './harness.ts';

useBrowser();

const current = (name: string) => ({ name, current: true });

describe('a figure and its address', () => {
  test('a choice makes a history entry, and Back and Forward walk through them', async () => {
    const { page, figure } = await open(widgetPage);
    await alive(figure);
    const title = figure.locator('[data-slot="title"]');
    const whole = await title.innerText();
    await word(figure, 'Cabinet').click();
    await expect.poll(() => query(page)['level']).toBe('cabinet');
    await expect.poll(() => title.innerText()).not.toBe(whole);
    await word(figure, 'Board').click();
    await expect.poll(() => query(page)['level']).toBe('board');
    await page.goBack();
    await expect.poll(() => query(page)['level']).toBe('cabinet');
    await page.goBack();
    await expect.poll(() => query(page)['level']).toBeUndefined();
    await expect.poll(() => title.innerText()).toBe(whole);
    await page.goForward();
    await expect.poll(() => title.innerText()).not.toBe(whole);
    expect(await word(figure, 'Cabinet').getAttribute('aria-current')).toBe('true');
  });

  test('an address opens the state it names, in the drawing, the words and the table', async () => {
    const { figure } = await open(`${widgetPage}?system=gb200-nvl72&level=cabinet`);
    await alive(figure);
    await expect.poll(() => figure.locator('[data-slot="title"]').innerText()).toMatch(/GB200|NVL72/);
    await expect.poll(() => figure.locator('[data-slot="table"]').textContent()).toContain('72');
    expect(await word(figure, 'Cabinet').getAttribute('aria-current')).toBe('true');
  });

  test('in an article the keys carry the figure’s name and leave others alone', async () => {
    const { page, figure } = await open(`${article}?from=mail`);
    await alive(figure);
    await explore(figure);
    await word(figure, 'Row').click();
    await expect.poll(() => query(page)).toEqual({ from: 'mail', 'supernode-hall.level': 'row' });
  });
});

describe('what cannot be shown', () => {
  test.each([
    ['level=basement', /level=basement.*hall, row, cabinet, board, package/],
    ['system=xyz', /system=xyz.*atlas-950-superpod-1024/],
    ['asof=tomorrow', /asof=tomorrow.*YYYY-MM-DD, latest/],
    ['chips=9', /chips=9.*72 … 15488/],
    ['xray=maybe', /xray=maybe.*on, off/],
  ])('%s is named with what is allowed, and the default is shown', async (text, sentence) => {
    const { figure, errors } = await open(`${widgetPage}?${text}`);
    await alive(figure);
    const message = figure.locator('[data-slot="problem"]');
    await expect.poll(() => message.isVisible()).toBe(true);
    expect(await message.innerText()).toMatch(sentence);
    const plain = await open(widgetPage);
    expect(await figure.locator('[data-slot="title"]').innerText()).toBe(
      await plain.figure.locator('[data-slot="title"]').innerText(),
    );
    expect(errors).toEqual([]);
    await message.getByRole('button').click();
    expect(await message.isVisible()).toBe(false);
  });

  test('the message moves nothing', async () => {
    const { page, figure } = await open(`${widgetPage}?level=basement`);
    await alive(figure);
    const { shift, shifted } = await page.evaluate(() => window.measured.counts());
    expect(shift.toFixed(3), shifted.join(', ')).toBe('0.000');
  });

  test('a part that the machine does not have is answered too', async () => {
    const { figure, errors } = await open(`${widgetPage}?part=compute-cabinet.999`);
    await alive(figure);
    const message = figure.locator('[data-slot="problem"]');
    await expect.poll(() => message.isVisible()).toBe(true);
    expect(await message.innerText()).toContain('compute-cabinet.999');
    expect(errors).toEqual([]);
  });
});

describe('the text and the figure', () => {
  test('a link in a sentence drives the figure, updates the address, and says so of itself', async () => {
    const { page, figure } = await open(article);
    const link = page.locator('p a[data-drives]').first();
    await link.scrollIntoViewIfNeeded();
    await link.click();
    await expect.poll(() => query(page)['supernode-hall.level']).toBe('cabinet');
    await expect.poll(() => link.getAttribute('aria-current')).toBe('true');
    await expect.poll(() => figure.locator('[data-slot="stage"]').isVisible()).toBe(true);
    await page.goBack();
    await expect.poll(() => link.getAttribute('aria-current')).toBeNull();
  });

  test('the part picked is marked where the text names it', async () => {
    const { page, figure } = await open(article);
    await alive(figure);
    await page.evaluate(() => {
      const element = document.querySelector('supernode-figure') as unknown as {
        live(): Promise<{ drive(query: URLSearchParams): unknown }>;
      };
      return element
        .live()
        .then((live) =>
          live.drive(new URLSearchParams('level=cabinet&part=compute-cabinet.1/compute-board.2')),
        )
        .then(() => undefined);
    });
    const name = page.locator('[data-names-part="compute-board"]').first();
    await expect.poll(() => name.getAttribute('data-marked')).not.toBeNull();
  });

  test('every driving link of the article leads to a state that can be shown', async () => {
    const { page, figure } = await open(article);
    await alive(figure);
    const title = figure.locator('[data-slot="title"]');
    const first = await title.innerText();
    await explore(figure);
    await word(figure, 'Package').click();
    await expect.poll(() => title.innerText()).not.toBe(first);
    const sets = await page.locator('a[data-drives]').evaluateAll((links) =>
      links.map((link) => ({
        text: link.textContent,
        drives: (link as HTMLAnchorElement).dataset['drives']!,
        pairs: [...new URL((link as HTMLAnchorElement).href).searchParams].map(([key, value]) => [
          key.replace(/^[^.]*\./, ''),
          value,
        ]),
      })),
    );
    expect(sets.length).toBeGreaterThan(5);
    for (const { text, drives, pairs } of sets) {
      const driven = page.locator(`supernode-figure[name="${drives}"]`);
      const problems = await driven.evaluate(async (element, all) => {
        const named = element as unknown as {
          live(): Promise<{ drive(query: URLSearchParams): unknown[] }>;
        };
        return (await named.live()).drive(new URLSearchParams(all));
      }, pairs);
      expect(problems, String(text)).toEqual([]);
      expect(await driven.locator('[data-slot="problem"] p').allInnerTexts(), String(text)).toEqual([]);
    }
  });
});

test.each([current('Hall'), current('Axonometric')])(
  'the way of looking is said, not only drawn: %o',
  async ({ name }) => {
    const { figure } = await open(widgetPage);
    expect(await word(figure, name).getAttribute('aria-current')).toBe('true');
  },
);
