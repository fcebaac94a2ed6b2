import { defineConfig } from 'vitest/config';

/** Matrices and long runs: every state of every figure, many mounts. Takes the better part of an hour. */
export default defineConfig({
  test: {
    include: ['tests/slow/**/*.test.ts'],
    globalSetup: ['tests/browser/setup.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 90_000 } },
    maxWorkers: 2,
  },
});
