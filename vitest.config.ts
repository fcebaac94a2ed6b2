import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/hosts/**', 'tests/slow/**', 'node_modules/**'],
    testTimeout: 30_000,
  },
});
