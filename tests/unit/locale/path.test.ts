import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it.each([
  ['https://example.org', '/en/', 'https://example.org/en/'],
  ['https://example.org/deep/site/', '/deep/site/en/', 'https://example.org/deep/site/en/'],
])('under %s the English home is %s', async (siteUrl, below, whole) => {
  vi.stubEnv('SITE_URL', siteUrl);
  vi.resetModules();
  const { absolute, path } = await import('../../../src/locale/path.ts');
  expect(path('/en/')).toBe(below);
  expect(absolute('/en/')).toBe(whole);
  expect(() => path('en/')).toThrow('path "en/"');
});
