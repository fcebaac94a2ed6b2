import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import sirv from 'sirv';
import { heap } from './figureAtWork.ts';
import { instrument } from './instrument.ts';

/** The library beside which the figure of all links is measured, installed for that alone. */
const peer = '3d-force-graph@1.80.0';
const machine = 'atlas-950-superpod-8192';
const figurePage = `/en/widgets/interconnect-explorer/?system=${machine}`;
/** Against waiting for ever, milliseconds: a slow machine draws the peer's first frame for minutes. */
const patience = 600_000;

/** A drawing of all links of one machine, from the import of its code to its first frame. */
export interface FirstFrame {
  readonly milliseconds: number;
  readonly drawCalls: number;
  /** Megabytes of the page's heap after collection, what Workers hold left out. */
  readonly heapMB: number;
}

/** The cables of the machine as the terminal prints them, with every node at a place of its own on a grid. */
function graph(): object {
  const csv = execFileSync(
    process.execPath,
    ['src/terminal/main.ts', 'topology', '--system', machine, '--links'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const links = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',', 2).map(Number))
    .map(([source, target]) => ({ source: source!, target: target! }));
  const count = links.reduce((most, { source, target }) => Math.max(most, source + 1, target + 1), 0);
  const side = Math.ceil(Math.sqrt(count));
  const nodes = Array.from({ length: count }, (_, id) => ({
    id,
    ...{ fx: 10 * (id % side), fy: 0, fz: 10 * Math.floor(id / side) },
  }));
  return { nodes, links };
}

const peerPage = '<!doctype html><title>Peer</title><div id="graph" style="width:1120px;height:630px"></div>';
const peerScript = `export async function show(graph) {
  const { default: ForceGraph3D } = await import('3d-force-graph');
  ForceGraph3D()(document.querySelector('#graph')).cooldownTicks(0).enableNodeDrag(false).graphData(graph);
}`;

/** Counts from the call of `begin` to the first frame drawn, in a page that is instrumented. */
async function firstFrame(page: Page, begin: (page: Page) => Promise<unknown>): Promise<FirstFrame> {
  page.setDefaultTimeout(patience);
  await page.evaluate(() => window.measured.clear());
  const drawn = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const look = () => {
          if (window.measured.counts().draws > 0) resolve(performance.now() - start);
          else window.measured.nextFrame(look);
        };
        look();
      }),
  );
  await begin(page);
  const milliseconds = Math.round(await drawn);
  const { drawsPerFrame } = await page.evaluate(() => window.measured.counts());
  const session = await page.context().newCDPSession(page);
  const heapMB = Number(((await heap(session)) / 1e6).toFixed(1));
  return { milliseconds, drawCalls: drawsPerFrame, heapMB };
}

/**
 * The same links of the announced Atlas 950 drawn by this site's figure and by a public library at fixed places.
 * @param site address of the built site, served
 */
export async function besidePeer(
  browser: Browser,
  site: string,
): Promise<{ peer: string; links: string; own: FirstFrame; other: FirstFrame }> {
  const folder = mkdtempSync(join(tmpdir(), 'peer-'));
  const server = createServer(sirv(folder, { dev: true }));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(instrument);
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', peer], { cwd: folder });
    writeFileSync(join(folder, 'main.js'), peerScript);
    const bundle = await rolldown({ input: join(folder, 'main.js'), cwd: folder });
    await bundle.write({ dir: join(folder, 'out'), format: 'esm', minify: true });
    writeFileSync(join(folder, 'index.html'), peerPage);
    writeFileSync(join(folder, 'graph.json'), JSON.stringify(graph()));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;

    const ours = await context.newPage();
    await ours.goto(site + figurePage, { waitUntil: 'networkidle' });
    const own = await firstFrame(ours, (page) =>
      page
        .locator('supernode-figure')
        .first()
        .evaluate((element) => (element as unknown as { wake(): void }).wake()),
    );
    await ours.close();

    const theirs = await context.newPage();
    await theirs.goto(address);
    // Read before the clock starts, as the page of the figure has its record.
    await theirs.evaluate(async () => {
      const answer = await fetch('graph.json');
      Object.assign(window, { graph: await answer.json() });
    });
    const other = await firstFrame(theirs, (page) =>
      page.evaluate(async () => {
        const { show } = (await import(`${location.href}out/main.js`)) as { show(graph: unknown): void };
        show((window as unknown as { graph: unknown }).graph);
      }),
    );
    return { peer, links: machine, own, other };
  } finally {
    await context.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
