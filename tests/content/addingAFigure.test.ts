import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { PNG } from 'pngjs';
import { check, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, follow, stepsOf } from '../guide.ts';

const id = 'memory-per-chip';
const steps = stepsOf(readFileSync('docs/adding-a-figure.md', 'utf8'));
const whole = steps.filter(({ kind }) => kind === 'whole');
/** Pages without a figure, which the build of the copy need not make. */
const leftOut = [
  'src/pages/{404,index}.astro',
  'src/pages/data/*',
  'src/pages/en/{about,changelog,data,glossary,index,sources}.astro',
];

let project: string;
const run = (...words: string[]): string =>
  execFileSync(process.execPath, words, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', VITEST: '', COMMIT: 'copy', SOURCE_DATE_EPOCH: '0' },
    maxBuffer: 1e8,
  });
const built = (path: string): Buffer => readFileSync(join(project, 'dist', path));
const page = (path: string): Document => parseHTML(built(path).toString()).document;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'adding-a-figure-'));
  copyProject(project);
  follow(steps, project);
  const aside = leftOut.flatMap((pattern) => globSync(pattern));
  for (const path of aside) rmSync(join(project, path));
  if (existsSync('.cache/fonts')) cpSync('.cache/fonts', join(project, '.cache/fonts'), { recursive: true });
  run('node_modules/astro/bin/astro.mjs', 'build', '--silent');
  for (const path of aside) cpSync(path, join(project, path));
}, 900_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Text of a figure's tables, by row. */
const rowsIn = (found: Document): string[][] =>
  [...found.querySelectorAll(`supernode-figure[widget="${id}"] [data-slot="table"] tr`)].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent.trim()),
  );

describe('the figure of the guide', () => {
  test.each(whole)('$file is as the formatter would have it', async ({ file, text }) => {
    expect(await check(text, { ...(await resolveConfig('package.json')), filepath: file })).toBe(true);
  });

  test('stands on its own page, in a frame and in the article, whole before any script', () => {
    const own = [`en/widgets/${id}/index.html`, `embed/v1/${id}/index.html`];
    for (const path of [...own, 'en/one-machine/index.html']) {
      const figure = page(path).querySelector(`supernode-figure[widget="${id}"]`)!;
      expect(figure.querySelectorAll('[data-slot="poster"] svg .memory-bar'), path).toHaveLength(9);
      expect(figure.querySelector('[data-slot="summary"]')!.textContent).toMatch(/80\sGB.*128\sGB.*144\sGB/);
    }
    for (const path of own) {
      expect(rowsIn(page(path)), path).toHaveLength(4);
      expect(page(path).querySelectorAll('[data-slot="sources"] a').length, path).toBeGreaterThan(1);
    }
  });

  test('has its files for other sites', () => {
    const offer = JSON.parse(built(`embed/v1/${id}/oembed.json`).toString()) as Record<string, string>;
    expect(offer['title']).toContain('Memory of a chip');
    expect(offer['html']).toContain(`/embed/v1/${id}/`);
    const file = JSON.parse(built(`en/widgets/${id}/figure.json`).toString()) as { data: { figures: object } };
    expect(Object.keys(file.data.figures)).toContain('nvidia-h100.memory-capacity');
    const poster = built(`en/widgets/${id}/poster.svg`).toString();
    expect(poster.match(/class="memory-bar"/g)).toHaveLength(3);
    expect(poster).toContain('.memory-bar {');
    const { width, height, data } = PNG.sync.read(built(`en/widgets/${id}/card.png`));
    expect([width, height]).toEqual([1200, 630]);
    // Paper and bars: colours that cover a twentieth of the picture each.
    const pixels = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = data.readUInt32BE(at);
      pixels.set(colour, (pixels.get(colour) ?? 0) + 1);
    }
    expect([...pixels.values()].filter((count) => count > data.length / 4 / 20)).toHaveLength(2);
  });

  test('prints at the terminal what its page has', () => {
    const printed = JSON.parse(run('src/terminal/main.ts', 'figure', id, '--json')) as {
      readonly question: { readonly answer: string };
      readonly tables: readonly { readonly rows: readonly Readonly<Record<string, string>>[] }[];
    };
    expect(printed.question.answer).toBe('ascend-950dt');
    const rows = printed.tables[0]!.rows.map((row) => Object.values(row));
    expect(rows).toEqual(rowsIn(page(`en/widgets/${id}/index.html`)).slice(1));
  });

  test('passes its own tests, and those of places and of layers', () => {
    const files = whole.map(({ file }) => file).filter((file) => file.endsWith('.test.ts'));
    expect(files).toHaveLength(2);
    run('node_modules/vitest/vitest.mjs', 'run', ...files, 'tests/figures.test.ts', 'tests/layers.test.ts');
  }, 600_000);

  test('has types that hold', () => {
    expect(run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.test.json')).toBe('');
  }, 600_000);
});
