import { expect } from 'vitest';
import type { FigureCheck, Load } from '../figureCheck.ts';

/** A figure whose stage has no height has lost its drawing, whatever its words still say. */
const stands = (on: Load): FigureCheck => ({
  name: `gives its drawing room: ${on}`,
  on,
  leaves: 'as found',
  async check({ figure }) {
    const { stage, drawn } = await figure.evaluate((element) => {
      const sizeOf = (one: Element) => {
        const { width, height } = one.getBoundingClientRect();
        return { width, height };
      };
      const shown = [...element.querySelectorAll('[data-slot="poster"] > svg, .flight-still > svg')].filter(
        (one) => one.checkVisibility(),
      );
      return {
        stage: sizeOf(element.querySelector('[data-slot="stage"]')!),
        drawn: shown.map(sizeOf).filter(({ height }) => height > 0),
      };
    });
    expect(stage.height).toBeGreaterThan(0.4 * stage.width);
    expect(drawn.length).toBeGreaterThan(0);
    for (const { height } of drawn) expect(height).toBeGreaterThan(150);
  },
});

export const checks: readonly FigureCheck[] = (
  ['page', 'phone', 'without script', 'without WebGL'] as const
).map(stands);
