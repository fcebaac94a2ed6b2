import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settle } from '../../src/build/settle.ts';
import { open, useBrowser } from './harness.ts';

useBrowser();

const article = '/en/moves-and-counter-moves/';

interface Guess {
  readonly page: Page;
  readonly guess: Locator;
  readonly errors: string[];
  order(): Promise<string[]>;
}

/** Opens the article, whose guess asks for an order, and waits until its lines can be moved. */
async function openGuess(options = {}): Promise<Guess> {
  const { page, errors } = await open(article, options);
  const guess = page.locator('guess-first[data-kind="order"]');
  await guess.scrollIntoViewIfNeeded();
  await settle(page);
  const order = () =>
    guess
      .locator('.guess-order > li')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-id') ?? ''));
  return { page, guess, errors, order };
}

const moved = (ids: readonly string[], from: number, to: number) => {
  const left = ids.toSpliced(from, 1);
  return left.toSpliced(to, 0, ids[from]!);
};

test('a line is moved by its buttons and by the arrow keys, keeps the focus, and says where it stands', async () => {
  const { page, guess, errors, order } = await openGuess();
  const before = await order();
  const second = guess.locator('.guess-order > li').nth(1);
  await second.locator('button').first().click();
  expect(await order()).toEqual(moved(before, 1, 0));
  const status = guess.locator('[role="status"]');
  expect(await status.innerText()).toContain('1 of 5');
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowDown');
  expect(await order()).toEqual(moved(before, 1, 4));
  expect(await status.innerText()).toContain('5 of 5');
  expect(await page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-id'))).toBe(
    before[1],
  );
  const numbers = await guess.locator('.guess-order b').allInnerTexts();
  expect(numbers).toEqual(['1', '2', '3', '4', '5']);
  expect(errors).toEqual([]);
});

test('a line is dragged with a mouse, and the page stays where it is', async () => {
  const { page, guess, order } = await openGuess();
  const before = await order();
  const lines = guess.locator('.guess-order > li');
  const [from, to] = [(await lines.nth(4).boundingBox())!, (await lines.nth(0).boundingBox())!];
  const scrolled = await page.evaluate(() => scrollY);
  await page.mouse.move(from.x + 90, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + 90, to.y + 4, { steps: 8 });
  await page.mouse.up();
  await page.mouse.move(from.x + 90, from.y + 12);
  expect(await order()).toEqual(moved(before, 4, 0));
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test('the answer stays beside the guess, and counts what stands in its place', async () => {
  const { guess, order } = await openGuess();
  const answer = (await guess.getAttribute('data-answer'))!.split(' ');
  const first = await order();
  await guess.locator('.guess-commit').click();
  const right = first.filter((id, i) => id === answer[i]).length;
  expect(await guess.locator('[role="status"]').innerText()).toContain(`${right} of 5`);
  const pair = guess.locator('.guess-pair > div');
  expect(await pair.nth(0).locator('li').count()).toBe(5);
  expect(await pair.nth(1).locator('li').count()).toBe(5);
  for (const [place, id] of answer.entries()) {
    const now = (await order()).indexOf(id);
    for (let step = now; step > place; step--)
      await guess.locator(`li[data-id="${id}"] button`).first().click();
  }
  expect(await order()).toEqual(answer);
  await guess.locator('.guess-commit').click();
  const told = await pair.nth(1).locator('li').allInnerTexts();
  const yours = await pair.nth(0).locator('li').allInnerTexts();
  yours.forEach((name, i) => expect(told[i]).toContain(name));
});

test('without script the five stand in their order behind the question', async () => {
  const { page } = await open(article, { javaScriptEnabled: false });
  const guess = page.locator('guess-first[data-kind="order"]');
  expect(await guess.locator('form').isVisible()).toBe(false);
  await guess.locator('summary').click();
  const days = await guess.locator('.guess-pair li').allInnerTexts();
  expect(days).toHaveLength(5);
  const years = days.map((text) => Number(/\d{4}$/.exec(text)![0]));
  expect(years).toEqual(years.toSorted((a, b) => a - b));
});
