import { defineConfig } from 'vitest/config';

/** Tests that drive a real browser against the built site; one browser and one server for the whole run. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/browser/setup.ts'],
    testTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
    fileParallelism: false,
    maxWorkers: 1,
  },
});
