import type { Locator } from 'playwright-core';
import type { Figure } from './figureState.ts';

/** What a figure shows once it has answered the use of a control. */
export interface Used {
  /** The control, by its group and its words, and what was done to it. */
  readonly control: string;
  readonly state: Readonly<Record<string, string>>;
  /** The query that the page's address then shows. */
  readonly search: string;
  /** Whether the control offered a choice that was not the one shown: then something must have changed. */
  readonly chooses: boolean;
}

/**
 * Uses every control of a figure once: presses buttons, goes through the options of lists, sets numbers to their ends.
 * Controls that appear on the way are used too. One visit to the page: between visits the browser and the test wait for
 * one another. After each use the page is let come to rest; call `window.measured.hurry()` first, or it takes its time.
 * @throws where new controls still appear after 120 uses
 */
export const pressEveryControl = (figure: Locator): Promise<Used[]> =>
  figure.evaluate(async (element) => {
    const frame = () => new Promise<void>((next) => window.measured.nextFrame(() => next()));
    const stateNow = async () => (await (element as Figure).live()).state();
    const done = new Set<string>();
    /** The first use of a control that was not made yet. */
    const next = () => {
      const places = [...element.querySelectorAll('[data-slot="controls"], [data-slot="parts"]')];
      for (const control of places.flatMap((one) => [...one.querySelectorAll('button, select, input')])) {
        if ((control as HTMLButtonElement).disabled) continue;
        const group = control.closest('[role="group"], label')?.getAttribute('aria-label') ?? '';
        if (control instanceof HTMLButtonElement) {
          const name = `${group}: ${control.textContent}`;
          const chooses = control.getAttribute('aria-current') === 'false';
          if (!done.has(name)) return { name, chooses, use: () => control.click() };
        } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
          const values =
            control instanceof HTMLSelectElement
              ? [...control.options].map(({ value }) => value)
              : [control.min, control.max];
          const value = values.find((one) => !done.has(`${control.name}=${one}`));
          if (value === undefined) continue;
          const use = () => {
            control.value = value;
            control.dispatchEvent(new Event('change', { bubbles: true }));
          };
          return { name: `${control.name}=${value}`, chooses: false, use };
        }
      }
      return null;
    };
    const uses: { control: string; state: Record<string, string>; search: string; chooses: boolean }[] = [];
    let before = JSON.stringify(await stateNow());
    for (let use = next(); use; use = next()) {
      if (uses.length === 120) throw new Error(`still new controls after 120: ${use.name}`);
      const { name, chooses } = use;
      done.add(name);
      use.use();
      let state = await stateNow();
      // The code that answers comes with the first touch; another choice always changes something.
      for (let wait = 0; chooses && wait < 1200 && JSON.stringify(state) === before; wait++) {
        await frame();
        state = await stateNow();
      }
      for (let wait = 0; wait < 1200 && window.measured.pending(1000) > 0; wait++) await frame();
      // A field answers when its code has come too: what is compared with the address is the state at rest.
      state = await stateNow();
      before = JSON.stringify(state);
      uses.push({ control: name, state, search: location.search, chooses });
    }
    return uses;
  });
