import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const commonPaths = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Draws WebGL in software, so that a machine without a graphics card gives the same result, and stays off the network. */
export const launchArguments: readonly string[] = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // A page's own paint is cheaper on the processor than on a graphics card that the processor plays.
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--disable-quic',
  '--disable-background-networking',
];

function installed(): string | undefined {
  const named = [process.env['CHROME_PATH'], process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH']];
  for (const path of named) {
    if (path && !existsSync(path)) throw new Error(`CHROME_PATH "${path}": there is no such file`);
  }
  return [...named, ...commonPaths, chromium.executablePath()].find((path) => path && existsSync(path));
}

function attempt(command: string, args: readonly string[], variables: Record<string, string> = {}): boolean {
  console.error(`No Chrome or Chromium found; trying: ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...variables },
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a Chrome or Chromium: one that is installed, else Playwright's download, else Debian's package.
 * Throws, saying what to do, if none can be had.
 */
export function findBrowser(): string {
  let found = installed();
  if (found) return found;
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  if (attempt(process.execPath, [cli, 'install', 'chromium'])) found = installed();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    attempt('apt-get', ['update', '-qq'], quiet);
    if (attempt('apt-get', ['install', '-y', '-qq', 'chromium'], quiet)) found = installed();
  }
  if (found) return found;
  throw new Error('No browser: install Chrome or Chromium, or set CHROME_PATH to the path of one.');
}
