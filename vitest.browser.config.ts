import { defineConfig } from 'vitest/config';
import Seconds from './tests/browser/seconds.ts';

const ofEach = ['everyWidget', 'everyPage', 'arriving'].map((name) => `tests/browser/${name}.test.ts`);
/** What all figures and all pages are held to is divided among so many files, for two workers to share evenly. */
const parts = process.env['FIGURES'] === undefined && process.env['PAGES'] === undefined ? 4 : 1;

// Against hanging alone: on a busy machine the longest takes ten times what it takes on a quiet one.
const common = { testTimeout: 600_000, hookTimeout: 240_000, expect: { poll: { timeout: 90_000 } } };

/** Tests that drive a real browser against the built site; one browser and one server for the whole run. */
export default defineConfig({
  test: {
    globalSetup: ['tests/browser/setup.ts'],
    reporters: ['default', new Seconds()],
    maxWorkers: 2,
    projects: [
      ...Array.from({ length: parts }, (_, part) => ({
        test: {
          ...common,
          name: `${part + 1}/${parts}`,
          include: ofEach,
          provide: { share: { part, parts } },
        },
      })),
      { test: { ...common, name: 'one', include: ['tests/browser/**/*.test.ts'], exclude: ofEach } },
    ],
  },
});
