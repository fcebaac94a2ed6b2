import type { Reporter, TestCase, TestModule } from 'vitest/node';

declare module 'vitest' {
  interface TaskMeta {
    /** Id of the figure that a test would not be run for if there were no such figure. */
    figure?: string;
    /** Path of the page of which the same holds. */
    page?: string;
  }
}

/** A stretch of the run, in milliseconds, and what it was spent on. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly spentOn: 'figure' | 'page' | 'fixed';
}

/**
 * Divides the time of a run among figures, pages and the rest. Where several tests run at once each has its equal share of
 * that time, so that the sum is the time of the run.
 * @returns seconds
 */
export function divideTime(stretches: readonly Stretch[]): Record<Stretch['spentOn'], number> {
  const spent = { figure: 0, page: 0, fixed: 0 };
  const moments = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  for (const [index, start] of moments.entries()) {
    const end = moments[index + 1] ?? start;
    const running = stretches.filter((one) => one.start <= start && one.end >= end);
    for (const { spentOn } of running) spent[spentOn] += (end - start) / 1000 / running.length;
    if (running.length === 0) spent.fixed += (end - start) / 1000;
  }
  return spent;
}

/** Prints at the end of a run what it takes in any case, what each figure adds, and what each page adds. */
export default class Seconds implements Reporter {
  readonly #begun = Date.now();
  readonly #figures = new Set<string>();
  readonly #pages = new Set<string>();
  readonly #stretches: Stretch[] = [];

  onTestCaseResult(test: TestCase): void {
    const { figure, page } = test.meta();
    const done = test.diagnostic();
    if (!done || test.result().state === 'skipped') return;
    if (figure) this.#figures.add(figure);
    else if (page) this.#pages.add(page);
    const spentOn = figure ? 'figure' : page ? 'page' : 'fixed';
    this.#stretches.push({ start: done.startTime, end: done.startTime + done.duration, spentOn });
  }

  onTestRunEnd(_modules: readonly TestModule[]): void {
    const whole = (Date.now() - this.#begun) / 1000;
    const { figure, page } = divideTime(this.#stretches);
    const each = (seconds: number, { size }: { size: number }) =>
      size === 0 ? 'none' : (seconds / size).toFixed(1);
    const figures = `${each(figure, this.#figures)} a figure (${this.#figures.size})`;
    const pages = `${each(page, this.#pages)} a page (${this.#pages.size})`;
    console.log(
      `Seconds: ${(whole - figure - page).toFixed(1)} fixed, ${figures}, ${pages}; ${whole.toFixed(1)} in all`,
    );
  }
}
