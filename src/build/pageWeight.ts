import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { brotli } from './serve.ts';

/** Bytes of response bodies as sent, brotli quality 11 for text, by what they are. */
export interface Weight {
  script: number;
  /** Scripts that run beside the page. */
  worker: number;
  htmlAndCss: number;
  font: number;
  image: number;
  other: number;
  /** Largest first. */
  files: { path: string; bytes: number; gzip: number }[];
  requests: number;
  otherOrigins: string[];
  failed: string[];
}

function kind(
  response: Response,
  workers: ReadonlySet<string>,
): 'script' | 'worker' | 'htmlAndCss' | 'font' | 'image' | 'other' {
  const type = response.request().resourceType();
  if (workers.has(response.url())) return 'worker';
  if (type === 'script' || type === 'font' || type === 'image') return type;
  return type === 'document' || type === 'stylesheet' ? 'htmlAndCss' : 'other';
}

/** Watches what a page loads from now on; call `weigh` when the network is quiet. */
export function watchWeight(page: Page): { weigh(): Promise<Weight> } {
  const responses: Response[] = [];
  const failed: string[] = [];
  const workers = new Set<string>();
  page.on('worker', (worker) => workers.add(worker.url()));
  page.on('response', (response) => responses.push(response));
  page.on('requestfailed', (request) => failed.push(request.url()));
  return {
    async weigh() {
      const weight: Weight = {
        ...{ script: 0, worker: 0, htmlAndCss: 0, font: 0, image: 0, other: 0 },
        ...{ files: [], requests: 0, otherOrigins: [], failed },
      };
      const own = new URL(page.url()).origin;
      for (const response of responses) {
        const url = new URL(response.url());
        if (!/^https?:$/.test(url.protocol)) continue;
        weight.requests++;
        if (url.origin !== own) weight.otherOrigins.push(url.href);
        if (response.status() >= 400) weight.failed.push(`${response.status()} ${url.href}`);
        const sent = response.headers()['content-length'];
        // What an answer weighs by gzip is its text packed so; what was sent as it is stays so.
        const body = await response.body().catch(() => Buffer.alloc(0));
        const bytes = sent === undefined ? body.length : Number(sent);
        const isText = response.headers()['content-encoding'] === 'br';
        weight[kind(response, workers)] += bytes;
        const gzip = isText ? gzipSync(body, { level: 9 }).length : bytes;
        weight.files.push({ path: url.pathname, bytes, gzip });
      }
      // A script written into the page counts as script; a block of JSON is data and counts with the HTML around it.
      const inline = await page.evaluate(() =>
        [...document.scripts].filter((script) => !script.src && !/json/.test(script.type)).map((s) => s.text),
      );
      for (const text of inline) weight.script += brotli(Buffer.from(text)).length;
      weight.files.sort((a, b) => b.bytes - a.bytes);
      return weight;
    },
  };
}

/** Resolves when nothing has been requested for `quiet` milliseconds. */
export function networkQuiet(page: Page, quiet = 2000): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(finish, quiet);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(finish, quiet);
    };
    function finish() {
      page.off('request', again);
      page.off('requestfinished', again);
      resolve();
    }
    page.on('request', again);
    page.on('requestfinished', again);
  });
}
