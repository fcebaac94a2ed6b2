import { defineConfig } from 'vitest/config';

/** Tests against other people's software, which has to be installed beforehand. */
export default defineConfig({
  test: { root: '.', include: ['tests/hosts/**/*.test.ts'], testTimeout: 60_000 },
});
