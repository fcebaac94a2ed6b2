import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { bareFigure } from './src/build/bareFigure.ts';
import { fonts } from './src/build/fonts.ts';
import { basePath, siteUrl } from './src/settings.ts';

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
  // One style sheet for the whole site: it is small, and each page would otherwise ask for seven.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  devToolbar: { enabled: false },
  integrations: [bareFigure(), fonts(), mdx()],
});
