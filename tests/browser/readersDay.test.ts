import { expect, test } from 'vitest';
import { downloaded, open, useBrowser } from './harness.ts';

useBrowser();

const sheet = '/en/widgets/policy-timeline/';
const pause = 'tr[data-row="us-affiliates-suspended"]';
const written =
  'in force on 8 October 2026, the last day of the evidence; by its own text it ends on 9 November 2026';
const since = 'That day has passed, and what holds since is not known here.';

/** The sheet as a reader sees it whose clock stands on a day. */
async function on(day: string) {
  const { page } = await open(sheet, { day });
  const row = page.locator(pause);
  return { page, row };
}

test.each([
  ['2026-10-20', false],
  ['2026-11-09', false],
  ['2026-11-10', true],
  ['2027-03-01', true],
])('on %s a pause written to 9 November 2026 tells that its day has passed: %s', async (day, passed) => {
  const { page, row } = await on(day);
  await expect.poll(() => page.locator('supernode-figure').first().evaluate((one) => one.matches(':defined'))).toBe(true);
  if (passed) await expect.poll(() => row.textContent()).toContain(since);
  const text = (await row.textContent())!;
  expect(text).toContain(written);
  expect(text.includes(since)).toBe(passed);
}); // prettier-ignore

test('without scripts the words are true on any day', async () => {
  const { page } = await open(sheet, { javaScriptEnabled: false });
  const text = (await page.locator(pause).textContent())!;
  expect(text).toContain(written);
  expect(text).not.toContain(since);
});

test('a summons has no state of being in force', async () => {
  const { page } = await open(sheet, { javaScriptEnabled: false });
  expect(await page.locator('tr[data-row="cn-cac-summons"]').textContent()).not.toMatch(/in force/);
});

test('a file made of the list says nothing that depends on the day', async () => {
  const { page, row } = await on('2026-12-01');
  await expect.poll(() => row.textContent()).toContain(since);
  const csv = await downloaded(page, () => page.getByRole('button', { name: 'CSV', exact: true }).click());
  expect(csv.toString()).toContain('it ends on 9 November 2026');
  expect(csv.toString()).not.toContain(since);
});

test.each(['/en/glossary/', '/en/moves-and-counter-moves/', '/en/what-the-rule-measures/'])(
  '%s says it too where it prints a measure whose day has passed',
  async (path) => {
    const before = await open(path, { day: '2026-11-01' });
    const dated = before.page.locator('main [data-ends]:not(supernode-figure *)');
    expect(await dated.count()).toBeGreaterThan(0);
    expect(await dated.filter({ hasText: since }).count()).toBe(0);
    const after = await open(path, { day: '2026-12-01' });
    const told = after.page.locator('main [data-ends]:not(supernode-figure *)');
    await expect.poll(() => told.filter({ hasText: since }).count()).toBe(await dated.count());
  },
);
