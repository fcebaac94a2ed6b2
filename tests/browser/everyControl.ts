import { isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { stateOf, type Figure } from './figureState.ts';

/**
 * Uses every control of a figure once: presses buttons, goes through the options of lists, sets numbers to their ends.
 * Controls that appear on the way are used too.
 * @param after called with the state and the name of the control after each use
 * @returns names of the parameters that changed
 */
export async function pressEveryControl(
  figure: Locator,
  after: (state: Record<string, string>, used: string) => Promise<void>,
): Promise<Set<string>> {
  const used: string[] = [];
  const changed = new Set<string>();
  let before = await stateOf(figure);
  for (let turn = 0; turn < 120; turn++) {
    const now = await figure.evaluate(async (element, done) => {
      const places = [...element.querySelectorAll('[data-slot="controls"], [data-slot="parts"]')];
      for (const control of places.flatMap((one) => [...one.querySelectorAll('button, select, input')])) {
        const group = control.closest('[role="group"], label')?.getAttribute('aria-label') ?? '';
        const uses: [string, () => void][] = [];
        if (control instanceof HTMLButtonElement)
          uses.push([`${group}: ${control.textContent}`, () => control.click()]);
        else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
          const values =
            control instanceof HTMLSelectElement
              ? [...control.options].map(({ value }) => value)
              : [control.min, control.max];
          for (const value of values)
            uses.push([
              `${control.name}=${value}`,
              () => {
                control.value = value;
                control.dispatchEvent(new Event('change', { bubbles: true }));
              },
            ]);
        }
        const next = uses.find(([name]) => !done.includes(name));
        if (next && !(control as HTMLButtonElement).disabled) {
          const chooses = control.getAttribute('aria-current') === 'false';
          next[1]();
          const live = await (element as Figure).live();
          return { name: next[0], chooses, state: live.state() };
        }
      }
      return null;
    }, used);
    if (now === null) return changed;
    used.push(now.name);
    // The code that answers comes with the first touch; another choice always changes something.
    let { state } = now;
    if (now.chooses)
      await expect
        .poll(async () => (isDeepStrictEqual(state, before) ? (state = await stateOf(figure)) : state), {
          message: now.name,
        })
        .not.toEqual(before);
    for (const [name, value] of Object.entries(state)) if (before[name] !== value) changed.add(name);
    before = state;
    await after(state, now.name);
  }
  throw new Error(`still new controls after ${used.length}: ${used.slice(-5).join('; ')}`);
}
