/**
 * Compares the looks of this site's figures with those of another built copy: every figure in three states, on a wide
 * and on a narrow frame, in both themes. Prints a line for each that differs, and fails where more than `most` of the
 * pixels differ by more than `step`, or any word does.
 *
 *     npm run look:compare -- PATH-OF-THE-OTHER-DIST or its address [--figure supernode-hall] [--keep FOLDER]
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pixelmatch from 'pixelmatch';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { findBrowser, launchArguments } from '../../src/build/browser.ts';
import { serve } from '../../src/build/serve.ts';
import { loadWidget } from '../../src/widget/registry.ts';
import { oneOfEach } from './parameterSamples.ts';

/** A channel of a pixel differs when it does so by more than this, of 255; and how many may, as a share. */
const step = 8;
const most = 0.001;
const frames = [
  { width: 1200, height: 900 },
  { width: 400, height: 800 },
];
const themes = ['light', 'dark'] as const;

interface Look {
  readonly picture: PNG;
  readonly words: string;
}

async function look(page: Page, address: string): Promise<Look> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  const figure = page.locator('supernode-figure figure').first();
  return { picture: PNG.sync.read(await figure.screenshot()), words: await figure.innerText() };
}

/** Share of the pixels that differ, and the largest difference of a channel. */
function difference(a: PNG, b: PNG): { share: number; worst: number } {
  if (a.width !== b.width || a.height !== b.height) return { share: 1, worst: 255 };
  let [count, worst] = [0, 0];
  for (let at = 0; at < a.data.length; at += 4) {
    const [r, g, b3] = [0, 1, 2].map((k) => Math.abs(a.data[at + k]! - b.data[at + k]!));
    const most = Math.max(r!, g!, b3!);
    if (most > step) count++;
    worst = Math.max(worst, most);
  }
  return { share: count / (a.width * a.height), worst };
}

/** Both pictures over each other, what differs in colour. */
function overlay(a: PNG, b: PNG): Buffer | null {
  if (a.width !== b.width || a.height !== b.height) return null;
  const picture = new PNG({ width: a.width, height: a.height });
  pixelmatch(a.data, b.data, picture.data, a.width, a.height, { threshold: 0.03, includeAA: true });
  return PNG.sync.write(picture);
}

/** The default state, and two that differ from it in one parameter each. */
async function queriesOf(id: string): Promise<string[]> {
  const samples = oneOfEach((await loadWidget(id)).declaration.parameters);
  const chosen = [...new Set([samples[0], samples.at(-1)])];
  return ['', ...chosen.flatMap((one) => (one ? [`?${one.name}=${encodeURIComponent(one.text)}`] : []))];
}

async function compare(
  browser: Browser,
  roots: readonly [string, string],
  ids: readonly string[],
  keep = '',
) {
  let failures = 0;
  for (const viewport of frames)
    for (const colorScheme of themes) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const id of ids)
        for (const query of await queriesOf(id)) {
          const path = `/embed/v1/${id}/${query}`;
          const [ours, theirs] = [await look(page, roots[0] + path), await look(page, roots[1] + path)];
          const { share, worst } = difference(ours.picture, theirs.picture);
          const words = ours.words !== theirs.words;
          const failed = share > most || words;
          if (failed) failures++;
          console.log(
            `${failed ? 'differs' : 'alike  '} ${(share * 100).toFixed(3)} % of pixels, at most ${worst}` +
              `${words ? ', and words' : ''}: ${path} ${viewport.width} px ${colorScheme}`,
          );
          const picture = keep && share > 0 ? overlay(ours.picture, theirs.picture) : null;
          const name = `${id}${query}-${viewport.width}-${colorScheme}.png`.replaceAll(/[^\w.-]+/g, '-');
          if (picture) writeFileSync(join(keep, name), picture);
        }
      await context.close();
    }
  return failures;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { figure: { type: 'string', multiple: true }, keep: { type: 'string' } },
});
const [other] = positionals;
if (other === undefined) {
  console.error(
    'npm run look:compare -- PATH-OF-THE-OTHER-DIST or its address [--figure ID] [--keep FOLDER]',
  );
  process.exit(2);
}
if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });
const ours = await serve('dist');
const theirs = /^https?:/.test(other) ? null : await serve(other);
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...launchArguments] });
const ids =
  values.figure ??
  readdirSync('dist/embed/v1', { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name);
const failures = await compare(
  browser,
  [ours.address, theirs?.address ?? other.replace(/\/$/, '')],
  ids,
  values.keep,
);
await browser.close();
await ours.close();
await theirs?.close();
console.log(failures === 0 ? 'All figures look alike.' : `${failures} pictures differ.`);
process.exitCode = failures === 0 ? 0 : 1;
