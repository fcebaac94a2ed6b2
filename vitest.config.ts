import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/hosts/**', 'tests/slow/**', 'node_modules/**'],
    // Against hanging alone: on a busy machine the longest takes ten times what it takes on a quiet one.
    testTimeout: 240_000,
    // Each worker evaluates what the files share once: no module holds state that a test could leave behind.
    isolate: false,
  },
});
