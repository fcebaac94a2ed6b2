import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser, launchArguments } from '../../src/build/browser.ts';
import { serve } from '../../src/build/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, without a trailing slash. */
    address: string;
    /** Where to reach the one browser. */
    endpoint: string;
    executablePath: string;
    /** Which part of all figures and pages a file looks at, of how many. */
    share: { part: number; parts: number };
  }
}

/** One server and one browser for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html')) throw new Error('dist/ is empty: run "npm run build" first');
  const server = await serve('dist');
  const executablePath = findBrowser();
  const browser = await chromium.launchServer({ executablePath, args: [...launchArguments] });
  project.provide('address', server.address);
  project.provide('endpoint', browser.wsEndpoint());
  project.provide('executablePath', executablePath);
  return async () => {
    await browser.close();
    await server.close();
  };
}
