import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityViolations } from '../../src/build/accessibility.ts';
import { settle } from '../../src/build/settle.ts';
import { foreignPage } from './foreignPage.ts';
import { address, embedPage, open, useBrowser } from './harness.ts';

useBrowser();

/** What a page of somebody else hears. */
interface Heard {
  type: string;
  detail: Record<string, unknown>;
}

/** Comes back when a page's window has been given every message that was sent to it before. */
const allHeard = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        addEventListener('message', ({ data }) => data === 'last of all' && done());
        postMessage('last of all', '*');
      }),
  );

/** A strict policy: the host allows our script and our frame, and nothing else of anybody. */
const strict = {
  'Content-Security-Policy': `default-src 'none'; script-src ${address} 'nonce-own'; frame-src ${address}`,
};

const hostPage = (attributes: string) => `
<p>Before</p>
<supernode-embed widget="supernode-hall" ${attributes}></supernode-embed>
<p>After</p>
<script nonce="own">
  window.heard = [];
  const embed = document.querySelector('supernode-embed');
  for (const type of ['ready', 'state', 'select', 'error', 'fallback'])
    embed.addEventListener(type, (event) => heard.push({ type, detail: event.detail }));
</script>
<script async src="${address}/embed/v1/host.js"></script>`;

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
const heardTypes = async (page: Page) => (await heard(page)).map(({ type }) => type);

async function inner(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1]!;
  await frame.waitForSelector('supernode-figure[data-live]', { state: 'attached' });
  return frame;
}

describe('the element for hosts', () => {
  test('works under a strict policy: makes the frame, passes attributes, sizes it, relays what happens', async () => {
    const { page, errors } = await open(
      await foreignPage(hostPage('system="gb200-nvl72" level="cabinet"'), strict),
    );
    const frame = await inner(page);
    await expect.poll(() => heardTypes(page)).toContain('ready');
    const [ready] = (await heard(page)).filter(({ type }) => type === 'ready');
    expect(ready!.detail['state']).toMatchObject({ system: 'gb200-nvl72', level: 'cabinet' });
    expect(await frame.evaluate(() => origin)).toBe('null');

    const element = page.locator('supernode-embed');
    const content = () =>
      frame.evaluate(() => document.querySelector('#embed')!.getBoundingClientRect().height);
    await expect
      .poll(async () => Math.abs((await element.boundingBox())!.height - (await content())))
      .toBeLessThanOrEqual(1);

    await frame.getByRole('button', { name: 'Board', exact: true }).click();
    await expect
      .poll(async () => (await heard(page)).filter(({ type }) => type === 'state').at(-1)?.detail['state'])
      .toMatchObject({ level: 'board' });
    await frame.locator('[role="treeitem"]').nth(1).click();
    await expect.poll(() => heardTypes(page)).toContain('select');
    expect(errors).toEqual([]);
  });

  test('a word pressed while the code is still on its way is not lost, though what comes moves it', async () => {
    let letCome = () => {};
    const held = new Promise<void>((resolve) => (letCome = resolve));
    const { page } = await open('/robots.txt', { fresh: true });
    await page.route(/_assets\/atWork/, async (route) => {
      await held;
      await route.continue();
    });
    const coming = page.waitForRequest(/_assets\/atWork/);
    await page.goto(await foreignPage(hostPage('system="gb200-nvl72" level="cabinet"'), strict));
    await coming;
    const frame = await inner(page);
    const board = frame.getByRole('button', { name: 'Board', exact: true });
    await board.scrollIntoViewIfNeeded();
    const box = (await board.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    const come = page.waitForResponse(/_assets\/atWork/);
    letCome();
    await (await come).finished();
    await settle(page);
    await page.mouse.up();
    const state = async () =>
      (await heard(page)).filter(({ type }) => type === 'state').at(-1)?.detail['state'];
    await expect.poll(state).toMatchObject({ system: 'gb200-nvl72', level: 'board' });
  });

  test('a changed attribute changes the figure; one that cannot be used comes back as an error', async () => {
    const { page } = await open(await foreignPage(hostPage(''), strict));
    const frame = await inner(page);
    await page.locator('supernode-embed').evaluate((embed) => embed.setAttribute('level', 'row'));
    const row = frame.getByRole('button', { name: 'Row', exact: true });
    await expect.poll(() => row.getAttribute('aria-current')).toBe('true');
    await page.locator('supernode-embed').evaluate((embed) => embed.setAttribute('level', 'basement'));
    await expect.poll(() => heardTypes(page)).toContain('error');
    const error = (await heard(page)).find(({ type }) => type === 'error')!;
    expect(error.detail['message']).toMatch(/level=basement.*cabinet/);
    expect(await row.getAttribute('aria-current')).toBe('true');
  });

  test('what other windows say is not relayed', async () => {
    const { page } = await open(await foreignPage(hostPage(''), strict));
    await inner(page);
    await expect.poll(() => heardTypes(page)).toContain('ready');
    const before = (await heard(page)).length;
    await page.evaluate(() => {
      postMessage({ source: 'supernode', version: 1, type: 'state', state: { level: 'package' } }, '*');
      postMessage({ source: 'supernode', version: 1, type: 'height', height: 9999 }, '*');
    });
    await allHeard(page);
    expect((await heard(page)).length).toBe(before);
    expect((await page.locator('supernode-embed').boundingBox())!.height).toBeLessThan(5000);
  });
});

describe('an iframe alone, as WordPress makes it: sandbox="allow-scripts" and nothing else', () => {
  const frameOf = (query = '', size = 'width="700" height="900"', extra = '') =>
    `<p>Before</p><div style="height:${extra || '0'}"></div><iframe src="${address}${embedPage}${query}" title="Figure" ${size} sandbox="allow-scripts"></iframe>
<script>window.said = []; addEventListener('message', (event) => said.push(event.data));</script>`;
  const said = (page: Page) => page.evaluate(() => (window as unknown as { said: unknown[] }).said);

  test('the figure works: controls, table, 3D, and the text of what may not be saved or copied', async () => {
    const { page, errors } = await open(await foreignPage(frameOf('?level=cabinet')));
    const frame = await inner(page);
    expect(await frame.evaluate(() => origin)).toBe('null');
    await frame.getByRole('button', { name: 'Hall', exact: true }).click();
    await expect
      .poll(() => frame.getByRole('button', { name: 'Hall', exact: true }).getAttribute('aria-current'))
      .toBe('true');
    await frame.locator('[data-slot="stage"]').hover();
    await frame.waitForFunction(() => window.measured.counts().draws > 0);
    await frame.getByRole('button', { name: 'CSV', exact: true }).click();
    const field = frame.locator('[data-slot="panel"] textarea');
    await expect.poll(() => field.isVisible()).toBe(true);
    expect(await field.inputValue()).toContain('# CC BY 4.0');
    await frame.getByRole('button', { name: 'Link', exact: true }).click();
    await expect.poll(() => field.inputValue()).toMatch(/\/en\/widgets\/supernode-hall\/(\?.*)?$/);
    expect(errors).toEqual([]);
  });

  test('its height is told in our words and in those of WordPress, AMP, Canvas, Medium and pym', async () => {
    const { page } = await open(await foreignPage(frameOf('?childId=box#?secret=S3cret')));
    await inner(page);
    await expect
      .poll(() => said(page))
      .toContainEqual(expect.objectContaining({ message: 'height', secret: 'S3cret' }));
    const all = await said(page);
    expect(all).toContainEqual(expect.objectContaining({ source: 'supernode', type: 'height' }));
    expect(all).toContainEqual(expect.objectContaining({ sentinel: 'amp', type: 'embed-size' }));
    const text = all.filter((message) => typeof message === 'string');
    expect(text.some((message) => message.includes('lti.frameResize'))).toBe(true);
    expect(text.some((message) => message.includes('iframe.resize'))).toBe(true);
    expect(text.some((message) => message.startsWith('pymxPYMxboxxPYMxheightxPYMx'))).toBe(true);
  });

  test('the host is never scrolled and never loses its focus', async () => {
    const { page } = await open(
      await foreignPage(`<button id="own">Own</button>${frameOf('', undefined, '3000px')}`),
    );
    await page.locator('#own').focus();
    await page.evaluate(
      (query) => {
        const frame = document.querySelector('iframe')!;
        frame.contentWindow!.postMessage(
          { source: 'supernode', version: 1, type: 'setState', state: query },
          '*',
        );
        frame.contentWindow!.postMessage({ source: 'supernode', version: 1, type: 'start' }, '*');
      },
      { level: 'board' },
    );
    await expect.poll(async () => JSON.stringify(await said(page))).toContain('"level":"board"');
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe')!;
      contentWindow!.postMessage({ source: 'supernode', version: 1, type: 'reset' }, '*');
    });
    const lastState = async () => {
      const all = (await said(page)) as { type?: string }[];
      return JSON.stringify(all.findLast(({ type }) => type === 'state'));
    };
    await expect.poll(lastState).toContain('"level":"hall"');
    await settle(page, 1500);
    expect(await page.evaluate(() => [scrollY, document.activeElement?.id])).toEqual([0, 'own']);
  });

  test('what is asked in no word of the protocol is not done', async () => {
    const { page } = await open(await foreignPage(frameOf()));
    const frame = await inner(page);
    const before = frame.url();
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe')!;
      contentWindow!.postMessage(
        { source: 'supernode', version: 1, type: 'navigate', url: 'https://example.org' },
        '*',
      );
      contentWindow!.postMessage(
        { source: 'supernode', version: 1, type: 'setState', state: { level: 4 } },
        '*',
      );
      contentWindow!.postMessage('<img src=x onerror=alert(1)>', '*');
    });
    // The answer to a question asked after them says that they have been heard.
    const answers = async () =>
      (await said(page)).filter((one) => (one as { type?: string }).type === 'state').length;
    const answered = await answers();
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe')!;
      contentWindow!.postMessage({ source: 'supernode', version: 1, type: 'getState' }, '*');
    });
    await expect.poll(answers).toBe(answered + 1);
    expect(frame.url()).toBe(before);
    const hall = frame.getByRole('button', { name: 'Hall', exact: true });
    expect(await hall.getAttribute('aria-current')).toBe('true');
  });
});

test('a page that is cross-origin isolated may hold it', async () => {
  const isolated = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  const { page, errors } = await open(
    await foreignPage(
      `<iframe src="${address}${embedPage}" title="Figure" width="700" height="900"></iframe>`,
      isolated,
    ),
  );
  const frame = await inner(page);
  expect(await frame.locator('[data-slot="title"]').innerText()).not.toBe('');
  expect(errors).toEqual([]);
});

test('an article may not be framed by others', async () => {
  const { page } = await open(await foreignPage(`<iframe src="${address}/en/" title="Stolen"></iframe>`));
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  const frame = page.frames()[1]!;
  expect(await frame.locator('main').count()).toBe(0);
});

describe('fit: nothing is cut off in any box', () => {
  const boxes = [280, 480, 800, 1200].flatMap((width) =>
    ([[16, 9], [16, 10], [1, 1], [3, 4]] as const).map(([across, down]) => [width, Math.round((width * down) / across)] as const),
  ); // prettier-ignore

  test('from 280 to 1200 px, at 16:9, 16:10, 1:1 and 3:4', async () => {
    const { page } = await open(`${embedPage}?size=fit`);
    await page.waitForSelector('supernode-figure[data-live]', { state: 'attached' });
    for (const [width, height] of boxes) {
      await page.setViewportSize({ width, height });
      const found = await page.evaluate(() => {
        const stage = document.querySelector('[data-slot="stage"]')!.getBoundingClientRect();
        const credit = document.querySelector('.embed-credit')!.getBoundingClientRect();
        const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
        return {
          sideways: scrollWidth > clientWidth,
          below: scrollHeight > clientHeight,
          stage: stage.width > 0.9 * innerWidth && stage.height >= 64,
          credit: credit.top >= 0 && credit.bottom <= innerHeight + 0.5,
        };
      });
      expect(found, `${width} × ${height}`).toEqual({
        sideways: false,
        below: false,
        stage: true,
        credit: true,
      });
    }
  });

  test('details and sources are one word away', async () => {
    const { page } = await open(`${embedPage}?size=fit`, { viewport: { width: 480, height: 360 } });
    await page.waitForSelector('supernode-figure[data-live]', { state: 'attached' });
    const sources = page.locator('[data-slot="sources"]');
    expect(await sources.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Details and sources' }).click();
    expect(await sources.isVisible()).toBe(true);
    expect(await page.locator('[data-slot="stage"]').isVisible()).toBe(false);
  });
});

test.each(['full', 'min', 'none'])(
  'chrome=%s: where it is from and what it rests on never vanish',
  async (chrome) => {
    const { page } = await open(`${embedPage}?chrome=${chrome}`);
    await page.waitForSelector(`html[data-chrome="${chrome}"]`);
    expect(await page.locator('.embed-credit a').isVisible()).toBe(true);
    expect(await page.locator('[data-slot="sources"]').isVisible()).toBe(true);
    expect(await page.locator('[data-slot="controls"]').isVisible()).toBe(chrome !== 'none');
    expect(await accessibilityViolations(page)).toEqual([]);
  },
);

test('theme= fixes the colours on their own opaque paper, whatever the system asks', async () => {
  const { page } = await open(`${embedPage}?theme=dark`, { colorScheme: 'light' });
  await page.waitForSelector('html[data-theme="dark"]');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(13, 20, 24)');
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('theme=purple is answered like any other parameter', async () => {
  const { page, figure } = await open(`${embedPage}?theme=purple`);
  const message = figure.locator('[data-slot="problem"]');
  await expect.poll(() => message.isVisible()).toBe(true);
  expect(await message.innerText()).toMatch(/theme=purple.*auto, light, dark/);
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
});

test('the first Tab lands on a named control', async () => {
  const { page } = await open(embedPage);
  await page.waitForSelector('supernode-figure[data-live]', { state: 'attached' });
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-slot="controls"]') !== null)).toBe(
    true,
  );
});

test('it is found by oEmbed, and not by search engines', async () => {
  const { page } = await open('/en/widgets/supernode-hall/');
  const link = page.locator('link[type="application/json+oembed"]');
  const path = new URL((await link.getAttribute('href'))!).pathname;
  const answer = (await (await page.request.get(address + path)).json()) as Record<string, string | number>;
  expect(answer).toMatchObject({ version: '1.0', type: 'rich' });
  const source = /src="([^"]+)"/.exec(String(answer['html']))![1]!;
  expect((await page.request.get(address + new URL(source).pathname)).status()).toBe(200);
  const picture = await page.request.get(address + new URL(String(answer['thumbnail_url'])).pathname);
  expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG');
  await page.goto(address + embedPage);
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
});
