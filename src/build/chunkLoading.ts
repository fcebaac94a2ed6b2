import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The module in which Vite keeps what stands around every `import()` of a build. */
const helper = '\0vite/preload-helper.js';

/** Has every `import()` of the site wait for its files in a way that can be tried again. */
export function chunkLoading(): AstroIntegration {
  let base = '/';
  return {
    name: 'chunk-loading',
    hooks: {
      'astro:config:setup'({ updateConfig }) {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'chunk-loading',
                enforce: 'pre',
                configResolved(config: { base: string }) {
                  base = config.base;
                },
                load(id: string) {
                  if (id !== helper) return null;
                  const file = fileURLToPath(new URL('../widget/loadChunks.ts', import.meta.url));
                  return `import { loadChunks } from ${JSON.stringify(file)};
export const __vitePreload = (load, files = []) => loadChunks(load, files.map((file) => ${JSON.stringify(base)} + file));`;
                },
              },
            ],
          },
        });
      },
    },
  };
}
