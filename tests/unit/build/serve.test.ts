import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type SiteServer } from '../../../src/build/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const page = `<!doctype html><title>Page</title>${'<p>words</p>'.repeat(200)}`;
mkdirSync(join(folder, 'en'));
writeFileSync(join(folder, 'index.html'), page);
writeFileSync(join(folder, 'en/index.html'), page);
writeFileSync(join(folder, '404.html'), 'nothing here');
writeFileSync(join(folder, 'font.woff2'), Buffer.from([1, 2, 3]));
writeFileSync(join(folder, '_headers'), '/en/*\n  X-Named: yes\n');
writeFileSync(join(folder, '..', 'outside.txt'), 'not for you');

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Asks for a path as it is written, which `fetch` would tidy first. */
function ask(
  site: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const { hostname, port } = new URL(site);
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', fail).end();
  });
}

const compressed = { 'Accept-Encoding': 'gzip, br' };

describe('the local server', () => {
  let site: SiteServer;
  beforeAll(async () => {
    site = await serve(folder, 0, '');
  });
  afterAll(() => site.close());

  test('sends text with brotli to who takes it, and as it is to who does not', async () => {
    const small = await ask(site.address, '/en/', compressed);
    expect(small.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(small.body).toString()).toBe(page);
    expect(Number(small.headers['content-length'])).toBe(small.body.length);
    expect(small.body.length).toBeLessThan(200);
    const plain = await ask(site.address, '/en/');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(page);
  });

  test('adds the headers of the path, compressed or not', async () => {
    for (const headers of [compressed, {}] as Record<string, string>[]) {
      expect((await ask(site.address, '/en/', headers)).headers['x-named']).toBe('yes');
      expect((await ask(site.address, '/', headers)).headers['x-named']).toBeUndefined();
    }
  });

  test('leaves fonts as they are', async () => {
    const font = await ask(site.address, '/font.woff2', compressed);
    expect(font.headers['content-encoding']).toBeUndefined();
    expect([...font.body]).toEqual([1, 2, 3]);
  });

  test('answers HEAD without a body', async () => {
    const head = await ask(site.address, '/en/', compressed, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
  });

  test('says 404 with the page for it', async () => {
    const missing = await ask(site.address, '/nowhere/', compressed);
    expect(missing.status).toBe(404);
    expect(brotliDecompressSync(missing.body).toString()).toBe('nothing here');
    // Whoever reads no brotli, a command line or a checker of links, is shown the same page.
    const plain = await ask(site.address, '/nowhere/');
    expect(plain.status).toBe(404);
    expect(plain.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(plain.body.toString()).toBe('nothing here');
    expect((await ask(site.address, '/nowhere/', {}, 'HEAD')).body.length).toBe(0);
  });

  test.each(['/../outside.txt', '/%2e%2e/outside.txt', '/en/../../outside.txt', '/%zz'])(
    'never leaves its folder: %s',
    async (path) => {
      const answer = await ask(site.address, path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body.toString()).not.toContain('not for you');
    },
  );
});

test('a base path stands before every page, and only there', async () => {
  const site = await serve(folder, 0, '/below');
  try {
    expect(site.address).toMatch(/\/below$/);
    expect((await ask(site.address, '/below/en/', compressed)).status).toBe(200);
    expect((await ask(site.address, '/below/en/', compressed)).headers['x-named']).toBe('yes');
    expect((await ask(site.address, '/en/', compressed)).status).toBe(404);
    const root = await ask(site.address, '/below');
    expect([root.status, root.headers['location']]).toEqual([301, '/below/']);
  } finally {
    await site.close();
  }
});
