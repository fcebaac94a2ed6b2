import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Page {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const pages: Page[] = [];
let server: Promise<Server> | undefined;

/** One server for all pages of others that a test file asks for; the process ends with it still listening. */
function listen(): Promise<Server> {
  const made = createServer(({ url }, response) => {
    const page = pages[Number(url!.slice(1))];
    response.writeHead(page ? 200 : 204, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(`<!doctype html><html lang="en"><title>Somebody else</title><body>${page?.body ?? ''}`);
  });
  made.unref();
  return new Promise((done) => made.listen(0, '127.0.0.1', () => done(made)));
}

/** Serves a page from another origin, with headers of its own; resolves to its address. */
export async function foreignPage(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  server ??= listen();
  const { port } = (await server).address() as AddressInfo;
  return `http://127.0.0.1:${port}/${pages.push({ body, headers }) - 1}`;
}
