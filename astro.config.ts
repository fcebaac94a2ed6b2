import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bareFigure } from './src/build/bareFigure.ts';
import { bundle } from './src/build/bundle.ts';
import { chunkLoading } from './src/build/chunkLoading.ts';
import { fewerShaders } from './src/build/fewerShaders.ts';
import { cardsFile } from './src/build/cardsFile.ts';
import { fonts } from './src/build/fonts.ts';
import { placeholderAddress } from './src/build/placeholderAddress.ts';
import { stillFiles } from './src/build/stillFiles.ts';
import { basePath, siteUrl } from './src/settings.ts';

// The icon stands in the page itself: it is smaller than the request it would take.
const icon = readFileSync(new URL('public/favicon.svg', import.meta.url), 'utf8').replace(/\s+/g, ' ');
const iconText = icon.replaceAll('"', "'").replace(/[<>#%{}]/g, encodeURIComponent);
// What readers do before any code has come must be noted before any code has come: this script is part of the page.
const arrival = (await bundle('src/widget/arrival.ts')).trim();
// The theme that a reader chose must be worn before anything is drawn.
const themeSwitch = (await bundle('src/components/themeSwitch.ts')).trim();
const hashOf = (script: string) => createHash('sha256').update(script).digest('base64');

export default defineConfig({
  site: new URL(siteUrl).origin,
  base: basePath || '/',
  trailingSlash: 'always',
  // Generated files (fonts, content store) stay in one ignored folder.
  cacheDir: './.cache/astro',
  build: {
    // The content security policy allows neither inline styles nor inline scripts.
    inlineStylesheets: 'never',
    assets: '_assets',
  },
  vite: {
    define: {
      'import.meta.env.ICON': JSON.stringify(`data:image/svg+xml,${iconText}`),
      'import.meta.env.ARRIVAL': JSON.stringify(arrival),
      'import.meta.env.ARRIVAL_HASH': JSON.stringify(hashOf(arrival)),
      'import.meta.env.THEME_SWITCH': JSON.stringify(themeSwitch),
      'import.meta.env.THEME_SWITCH_HASH': JSON.stringify(hashOf(themeSwitch)),
    },
    build: {
      assetsInlineLimit: 0,
      // One style sheet for the whole site: it is small, and each page would otherwise ask for seven.
      cssCodeSplit: false,
      // Small files that every figure reads come as one: each would be a request of its own.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'figure',
                test: /src\/(widget\/(parameter|sharedParameters|slot|lateMount|liveFigure|inSight|readersDay)|model\/hardware\/machine)\.ts/,
              },
            ],
          },
        },
      },
    },
  },
  devToolbar: { enabled: false },
  integrations: [
    bareFigure(),
    chunkLoading(),
    fewerShaders('src/scene'),
    fonts(),
    mdx(),
    cardsFile(),
    stillFiles(),
    placeholderAddress(),
  ],
});
