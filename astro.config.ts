import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { basePath, siteUrl } from './src/settings.ts';

export default defineConfig({
  site: new URL(siteUrl).origin,
  base: basePath || '/',
  trailingSlash: 'always',
  build: {
    // The content security policy allows neither inline styles nor inline scripts.
    inlineStylesheets: 'never',
    assets: '_assets',
  },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  integrations: [mdx()],
});
