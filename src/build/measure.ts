import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { accessibilityViolations } from './accessibility.ts';
import { findBrowser, launchArguments } from './browser.ts';
import { documentWeight } from './documentWeight.ts';
import { countsAtRest, drag, heap, longestTask, remount, setHidden, wakeFigure } from './figureAtWork.ts';
import { instrument } from './instrument.ts';
import { lighthouseMedian } from './lighthouse.ts';
import { networkQuiet, watchWeight, type Weight } from './pageWeight.ts';
import { besidePeer } from './besidePeer.ts';
import { brotli, serve } from './serve.ts';
import { settle } from './settle.ts';

const usage = `npm run measure -- /en/inside-the-rack/ …  [--lighthouse 5] [--width 1440] [--height 900] [--peer]
Prints what docs call budgets as JSON, for pages of the built site; with --peer also the drawing of all links of one
machine beside that of a public library, installed for it alone.`;

interface Size {
  width: number;
  height: number;
}

async function instrumented(
  browser: Browser,
  viewport: Size,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport });
  await context.addInitScript(instrument);
  return { context, page: await context.newPage() };
}

const kB = (bytes: number) => Number((bytes / 1000).toFixed(2));

function summary({ files, ...weight }: Weight) {
  return {
    ...weight,
    ...{ script: kB(weight.script), worker: kB(weight.worker) },
    ...{ htmlAndCss: kB(weight.htmlAndCss), font: kB(weight.font) },
    ...{ image: kB(weight.image), other: kB(weight.other) },
    files: files.map(({ path, bytes, gzip }) => `${kB(bytes)} (gzip ${kB(gzip)}) ${path}`),
  };
}

/** The built document by itself, kB. */
function builtDocument(path: string) {
  const { brotli, gzip, raw, nodes } = documentWeight('dist', new URL(path, 'http://localhost').pathname);
  return { brotli: kB(brotli), gzip: kB(gzip), raw: kB(raw), nodes };
}

/** All script of the page with one scene at work, and what each further one adds to it. */
function scenes(withEverything: number, figures: Readonly<Record<string, FigureAtWork>>) {
  const scripts = Object.values(figures).flatMap(({ draws3d, script }) => (draws3d ? [script] : []));
  if (scripts.length === 0) return undefined;
  const one = Math.max(...scripts);
  const further = scripts.length === 1 ? undefined : (withEverything - one) / (scripts.length - 1);
  return { script: one, eachFurther: further === undefined ? undefined : Number(further.toFixed(2)) };
}

/** A fresh load with nothing touched, then a slow scroll to the end and back. */
async function beforeInteraction(browser: Browser, address: string, size: Size) {
  const { context, page } = await instrumented(browser, size);
  const watch = watchWeight(page);
  await page.goto(address);
  await networkQuiet(page);
  const weight = summary(await watch.weigh());
  const contexts = await page.evaluate(() => window.measured.contexts().made);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += size.height / 2) {
    await page.mouse.wheel(0, size.height / 2);
    await page.waitForTimeout(150);
  }
  await networkQuiet(page, 1000);
  const { shift, shifted } = await page.evaluate(() => window.measured.counts());
  const stored = await page.evaluate(() => window.measured.storage());
  const cookies = (await context.cookies()).map(({ name }) => name);
  const whole = summary(await watch.weigh());
  await context.close();
  return {
    beforeInteraction: { ...weight, contexts },
    withEverything: { script: whole.script, otherOrigins: whole.otherOrigins, failed: whole.failed },
    cookiesAndStorage: [...cookies, ...stored],
    layoutShift: { sum: shift, shifted },
  };
}

async function axe(browser: Browser, address: string, size: Size) {
  const found: Record<string, unknown> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: size, colorScheme });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    found[colorScheme] = await accessibilityViolations(page);
    await context.close();
  }
  return found;
}

async function atWork(page: Page, figure: Locator) {
  if (!(await wakeFigure(page, figure, 15_000))) return { draws3d: false };
  await settle(page);
  const started = await page.evaluate(() => window.measured.counts());
  const rest = await countsAtRest(page);
  await setHidden(page, true);
  const hidden = await countsAtRest(page);
  await setHidden(page, false);
  await page.evaluate(() => {
    const spacer = Object.assign(document.createElement('div'), { id: 'spacer' });
    spacer.style.height = '400vh';
    document.body.append(spacer);
    spacer.scrollIntoView({ block: 'end' });
  });
  await settle(page);
  const offScreen = await countsAtRest(page);
  await page.evaluate(() => document.querySelector('#spacer')!.remove());
  await figure.locator('[data-slot="stage"]').scrollIntoViewIfNeeded();
  await settle(page);

  const explore = figure.locator('[data-do="explore"]');
  if ((await explore.count()) > 0) await explore.click();
  await drag(page, figure);
  await settle(page);
  await page.evaluate(() => window.measured.clear());
  const tasks: number[] = [];
  for (let time = 0; time < 5; time++) tasks.push(await longestTask(page, () => drag(page, figure)));
  await settle(page);
  const dragging = await page.evaluate(() => window.measured.counts());
  const session = await page.context().newCDPSession(page);
  // The first long drag fills caches that stay; growth is what the second adds.
  await drag(page, figure, 150);
  await settle(page);
  const before = await heap(session);
  await drag(page, figure, 150);
  await settle(page);
  const grown = (await heap(session)) - before;
  const still = ({ draws, ticks }: { draws: number; ticks: number }) => ({ draws, ticks });
  return {
    draws3d: true,
    drawCallsPerFrame: Math.max(started.drawsPerFrame, dragging.drawsPerFrame),
    trianglesPerFrame: Math.max(started.trianglesPerFrame, dragging.trianglesPerFrame),
    inFiveSeconds: { atRest: still(rest), hidden: still(hidden), offScreen: still(offScreen) },
    longestTaskWhileDragging: {
      median: Number(tasks.sort((a, b) => a - b)[2]!.toFixed(1)),
      all: tasks.map((task) => Number(task.toFixed(1))),
      framesDrawn: dragging.ticks,
    },
    heapGrowthOver300Moves: grown,
    contexts: await page.evaluate(() => window.measured.contexts()),
    contextsAfter50Mounts: await remount(page, figure, 50),
  };
}

type FigureAtWork = Awaited<ReturnType<typeof atWork>> & { readonly script: number; readonly worker: number };

async function figures(browser: Browser, address: string, size: Size) {
  const found: Record<string, FigureAtWork> = {};
  const { context, page } = await instrumented(browser, size);
  await page.goto(address, { waitUntil: 'networkidle' });
  const names = await page
    .locator('supernode-figure')
    .evaluateAll((all) => all.map((one) => one.getAttribute('name')!));
  await context.close();
  for (const name of names) {
    const { context, page } = await instrumented(browser, size);
    const watch = watchWeight(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    const work = await atWork(page, page.locator(`supernode-figure[name="${name}"]`));
    const { script, worker } = summary(await watch.weigh());
    found[name] = { ...work, script, worker };
    await context.close();
  }
  return found;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lighthouse: { type: 'string' },
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    peer: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help || (positionals.length === 0 && !values.peer)) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}
const size = { width: Number(values.width), height: Number(values.height) };
const server = await serve('dist');
const executablePath = findBrowser();
const browser = await chromium.launch({ executablePath, args: [...launchArguments] });
const report: Record<string, unknown> = {};
for (const path of positionals) {
  const address = server.address + path;
  const weighed = await beforeInteraction(browser, address, size);
  const working = await figures(browser, address, size);
  report[path] = {
    document: builtDocument(path),
    ...weighed,
    axe: await axe(browser, address, size),
    scenes: scenes(weighed.withEverything.script, working),
    figures: working,
    ...(values.lighthouse && {
      lighthouse: await lighthouseMedian(address, executablePath, Number(values.lighthouse)),
    }),
  };
}
const beside = values.peer ? await besidePeer(browser, server.address) : undefined;
await browser.close();
await server.close();
const hostScript = brotli(readFileSync('dist/embed/v1/host.js')).length;
console.log(JSON.stringify({ viewport: size, hostScriptBytes: hostScript, pages: report, beside }, null, 2));
