import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { goTo, stateOf } from './figureState.ts';
import { address, alive } from './harness.ts';
import { holdParts } from './heldRequests.ts';
import { withPage } from './pagePool.ts';

const reached = ':is([data-slot="controls"], [data-slot="parts"])';
const controls = (figure: Locator) =>
  figure.locator(`${reached} :is(button, select, input, [role="treeitem"])`);

/** The field of a kind, wherever it stands among the others by now. */
const fieldOf = (figure: Locator, { name }: Kind) =>
  figure.locator(`${reached} [name="${name.split(' ')[1]}"]`).first();

/** One control of each kind that a figure has: each field, and of buttons that set the same the last that is not chosen. */
interface Kind {
  readonly name: string;
  /** Which of all controls it is. */
  readonly index: number;
  readonly field: 'select' | 'typed' | 'slider' | null;
}

const kindsOf = (figure: Locator): Promise<Kind[]> =>
  controls(figure).evaluateAll((all) => {
    const kinds = new Map<string, Kind>();
    all.forEach((one, index) => {
      if (!one.checkVisibility() || (one as HTMLButtonElement).disabled) return;
      if (one instanceof HTMLSelectElement)
        kinds.set(one.name, { name: `list ${one.name}`, index, field: 'select' });
      else if (one instanceof HTMLInputElement)
        kinds.set(one.name, { name: `field ${one.name}`, index, field: one.type === 'range' ? 'slider' : 'typed' });
      else {
        const given = (one as HTMLElement).dataset;
        // Turning and zooming set no parameter.
        if (/^(turn|tilt|zoom|reset|explore)/.test(given['do'] ?? '')) return;
        if (one.getAttribute('aria-current') === 'true' || one.getAttribute('aria-pressed') === 'true') return;
        const set = /=/.test(given['set'] ?? '') ? given['set']!.replace(/=[^&]*/g, '') : (given['set'] ?? given['flag'] ?? given['do']);
        const name = `${one.localName} ${set ?? Object.keys(given).join(' ')}`;
        kinds.set(name, { name, index, field: null });
      }
    });
    return [...kinds.values()];
  }); // prettier-ignore

/** Another text for a typed field: a day for a day, half the number for a number. */
const otherText = (text: string) =>
  /^\d{4}-|^$|latest|none/.test(text) ? '2024-06-03' : String(Math.round(Number(text) / 2));

/** Uses a control as a reader does, by keys where it is a field. */
async function use(page: Page, figure: Locator, kind: Kind): Promise<void> {
  const { index, field } = kind;
  const control = field ? fieldOf(figure, kind) : controls(figure).nth(index);
  if (field === null) return control.click();
  await control.focus();
  if (field === 'typed') {
    const text = otherText(await control.inputValue());
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
    return page.keyboard.press('Tab');
  }
  // What the code writes before it may move it among the others; the keys go where the focus is.
  const value = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  const before = await value();
  await page.keyboard.press('ArrowDown');
  if ((await value()) === before) await page.keyboard.press('ArrowUp');
}

/** Moves a slider as a browser does that knows nothing of what its keys mean to a figure: by one step. */
function slide(one: SVGElement | HTMLElement): void {
  const slider = one as HTMLInputElement;
  const before = slider.value;
  // A slider of any value has no step: browsers take a hundredth of its length.
  const hundredth = (Number(slider.max) - Number(slider.min)) / 100;
  const move = (by: 1 | -1) => {
    if (slider.step === 'any') slider.valueAsNumber += by * hundredth;
    else if (by < 0) slider.stepDown();
    else slider.stepUp();
  };
  move(-1);
  if (slider.value === before) move(1);
  for (const type of ['input', 'change']) slider.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Of each way to use a control the first: a list, a field, a slider, a button, an item of a tree. */
const oneOfEach = (kinds: readonly Kind[]): Kind[] => [
  ...new Map(kinds.toReversed().map((kind) => [kind.field ?? kind.name.split(' ')[0], kind])).values(),
];

/**
 * Uses controls of a figure before its code comes, one on each load, and holds what follows to what the same use does in the
 * figure at work.
 * @param every each control of each name; else one of each way
 */
export async function useEarly(id: string, every: boolean): Promise<void> {
  const path = `${address}/en/widgets/${id}/`;
  const still = { reducedMotion: 'reduce' } as const;
  await withPage(still, async (late) => {
    const atWork = late.page.locator('supernode-figure').first();
    await late.page.goto(path, { waitUntil: 'load' });
    await alive(atWork);
    const all = await kindsOf(atWork);
    const kinds = every ? all : oneOfEach(all);
    expect(kinds.length).toBeGreaterThan(0);
    const built = await stateOf(atWork);
    await controls(atWork).first().dispatchEvent('keydown', { key: 'Shift' });
    await expect.poll(() => atWork.getAttribute('data-work')).not.toBeNull();
    let changed = 0;
    for (const kind of kinds) {
      const { field, name } = kind;
      await goTo(late.page, '');
      if (field === 'slider') await fieldOf(atWork, kind).evaluate(slide);
      else await use(late.page, atWork, kind);
      const wanted = await stateOf(atWork);
      const shown = field && (await fieldOf(atWork, kind).inputValue());
      if (JSON.stringify(wanted) !== JSON.stringify(built)) changed++;
      await withPage({ ...still, fresh: true }, async ({ page, thrown }) => {
        const figure = page.locator('supernode-figure').first();
        const parts = await holdParts(page);
        await page.goto(path, { waitUntil: 'load' });
        await use(page, figure, kind);
        for (const part of ['work', 'scene', 'figure'] as const) parts.release(part);
        await expect.poll(() => figure.getAttribute('data-work'), { message: name }).not.toBeNull();
        await expect.poll(() => stateOf(figure), { message: name }).toEqual(wanted);
        if (field) expect(await fieldOf(figure, kind).inputValue(), name).toBe(shown);
        expect(thrown, name).toEqual([]);
      });
    }
    // Some stand at an end and do nothing there: "later" in a timeline that shows all.
    expect(changed).toBeGreaterThanOrEqual(Math.ceil(kinds.length / 2));
  });
}
