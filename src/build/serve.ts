import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, type BrotliOptions } from 'node:zlib';
import sirv from 'sirv';
import { basePath } from '../settings.ts';
import { headersFor, readHeaderRules } from './headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** As a careful host compresses: quality 11. */
const careful = ({ length }: Buffer): BrotliOptions => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: length },
});

/** Compresses as a careful host does. */
export const brotli = (content: Buffer): Buffer => brotliCompressSync(content, careful(content));

const compress = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);

/** The same beside other work: a quarter of a second for a long page, in which the server answers others. */
async function brotliOf(file: string): Promise<Buffer> {
  const content = await readFile(file);
  return compress(content, careful(content));
}

/**
 * Answers requests from a built folder with the headers of its `_headers` file: text compressed with brotli, once;
 * everything else by sirv. Pages live under `base`.
 */
export function siteHandler(
  folder: string,
  base: string,
): (request: IncomingMessage, response: ServerResponse) => void {
  const root = resolve(folder);
  const rules = readHeaderRules(readFileSync(join(root, '_headers'), 'utf8'));
  const rest = sirv(root, { dev: true, etag: true });
  const compressed = new Map<string, { modified: number; body: Promise<Buffer> }>();

  const text = (path: string): { file: string; modified: number } | undefined => {
    const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
    if (!file.startsWith(root + sep) || !(extname(file) in types)) return undefined;
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() ? { file, modified: found.mtimeMs } : undefined;
  };
  const send = async (
    response: ServerResponse,
    file: string,
    modified: number,
    status = 200,
    head = false,
  ) => {
    let entry = compressed.get(file);
    if (entry?.modified !== modified) {
      entry = { modified, body: brotliOf(file) };
      compressed.set(file, entry);
    }
    let body: Buffer;
    try {
      body = await entry.body;
    } catch (error) {
      // A build may take the file away between the look and the reading.
      compressed.delete(file);
      const { message } = error as Error;
      response.writeHead(500, { 'Content-Type': types['.txt']! }).end(`${message}\n`);
      return;
    }
    response.writeHead(status, {
      'Content-Type': types[extname(file)]!,
      'Content-Encoding': 'br',
      'Content-Length': body.length,
      Vary: 'Accept-Encoding',
    });
    response.end(head ? undefined : body);
  };

  return (request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost');
    let path: string;
    try {
      path = decodeURIComponent(address.pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    if (path === base && base !== '') {
      response.writeHead(301, { Location: `${base}/${address.search}` }).end();
      return;
    }
    // Outside the base path there is nothing, not even a folder that happens to have the same name.
    path = path.startsWith(`${base}/`) ? path.slice(base.length) : '';
    for (const [name, value] of Object.entries(headersFor(rules, path))) response.setHeader(name, value);
    const brotliAccepted = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const found = path && brotliAccepted && request.headers.range === undefined ? text(path) : undefined;
    if (found && path !== '/_headers') {
      void send(response, found.file, found.modified, 200, request.method === 'HEAD');
      return;
    }
    const missing = () => {
      const page = text('/404.html');
      const head = request.method === 'HEAD';
      if (!page) response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
      else if (brotliAccepted) void send(response, page.file, page.modified, 404, head);
      else {
        const body = readFileSync(page.file);
        response.writeHead(404, {
          'Content-Type': types['.html']!,
          'Content-Length': body.length,
          Vary: 'Accept-Encoding',
        });
        response.end(head ? undefined : body);
      }
    };
    request.url = encodeURI(path);
    if (path === '') missing();
    else rest(request, response, missing);
  };
}

/** A server at work. */
export interface SiteServer {
  /** Address of the site's root, base path included, without a trailing slash. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a built folder on this machine.
 * @param port 0 takes any free port
 */
export async function serve(folder = 'dist', port = 0, base = basePath): Promise<SiteServer> {
  const server: Server = createServer(siteHandler(folder, base));
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${taken}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env['PORT'] ?? 4321);
  try {
    const { address } = await serve('dist', port);
    console.log(`The site is at ${address}/`);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (!taken) throw error;
    const { address } = await serve('dist', 0);
    console.log(`Port ${port} is taken. The site is at ${address}/`);
  }
}
