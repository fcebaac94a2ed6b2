import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { headersFor, readHeaderRules } from '../../src/build/headers.ts';

const rules = readHeaderRules(readFileSync('public/_headers', 'utf8'));
let running: ChildProcess | undefined;
afterEach(() => void running?.kill());

function has(program: string, flag: string): boolean {
  try {
    execFileSync(program, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

async function answered(address: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const ok = await fetch(address).then(
      () => true,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${address} does not answer`);
}

/** The server sends, for each kind of file, at least what `_headers` promises, and the right page where there is none. */
async function keepsPromises(address: string): Promise<void> {
  const asset = /"(\/_assets\/[^"]+\.js)"/.exec(
    readFileSync('dist/embed/v1/supernode-hall/index.html', 'utf8'),
  )![1]!;
  for (const path of [
    '/',
    '/en/',
    '/embed/v1/supernode-hall/',
    '/embed/v1/host.js',
    '/data/chips.json',
    asset,
  ]) {
    const response = await fetch(address + path);
    expect(response.status, path).toBe(200);
    for (const [name, value] of Object.entries(headersFor(rules, path))) {
      expect(response.headers.get(name), `${path}: ${name}`).toBe(value);
    }
  }
  const missing = await fetch(`${address}/nowhere/`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain('<html');
}

describe.runIf(has('nginx', '-v'))('nginx', () => {
  test('serves the site as docs/hosting/nginx.conf says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    const port = await freePort();
    const server = readFileSync('docs/hosting/nginx.conf', 'utf8')
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('/srv/supernode/dist', resolve('dist'));
    const types =
      'types { text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; }';
    const whole = `user root; daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http { access_log off; ${types} client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;\n${server}\n}`;
    writeFileSync(join(folder, 'nginx.conf'), whole);
    running = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
    await answered(`http://127.0.0.1:${port}/`);
    await keepsPromises(`http://127.0.0.1:${port}`);
  });
});

describe.runIf(has('caddy', 'version'))('Caddy', () => {
  test('serves the site as docs/hosting/Caddyfile says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'caddy-'));
    const port = await freePort();
    const file = readFileSync('docs/hosting/Caddyfile', 'utf8')
      .replace(/^supernode\.example \{/m, `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {`)
      .replace('/srv/supernode/dist', resolve('dist'));
    writeFileSync(join(folder, 'Caddyfile'), file);
    running = spawn('caddy', ['run', '--config', join(folder, 'Caddyfile')], { stdio: 'ignore' });
    await answered(`http://127.0.0.1:${port}/`);
    await keepsPromises(`http://127.0.0.1:${port}`);
  });
});

test('at least one of the servers is here to be tested', () => {
  expect(has('nginx', '-v') || has('caddy', 'version'), 'install nginx or Caddy').toBe(true);
});
