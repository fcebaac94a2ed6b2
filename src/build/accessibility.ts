import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

/** One rule of axe that a page breaks, and where. */
export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly places: readonly string[];
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  violations: {
    id: string;
    impact: string;
    help: string;
    nodes: { target: unknown[]; failureSummary: string }[];
  }[];
}

/** Rules of axe whose answer depends on colours: all that another theme can change in a page that was looked at. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/**
 * Everything that axe objects to in a page or frame, best practices and sizes of targets included.
 * @param of colours alone, where the rest was looked at in another theme at the same width
 */
export async function accessibilityViolations(
  page: Page | Frame,
  of: 'all' | 'colours' = 'all',
): Promise<Violation[]> {
  // The page's own policy forbids foreign scripts; what a test evaluates stands outside it.
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    async (rules) => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
      return axe.run({
        resultTypes: ['violations'],
        iframes: false,
        ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
      });
    },
    of === 'colours' ? ofColour : null,
  );
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact,
    help,
    places: nodes.map(
      ({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  }));
}
