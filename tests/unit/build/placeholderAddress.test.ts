import { afterEach, expect, test, vi } from 'vitest';
import { placeholderWarnings } from '../../../src/build/placeholderAddress.ts';

// The files of a worker share modules: settings made for one state may not be what the next file finds.
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test('each address that was not set says by name what leads nowhere', () => {
  const [site, repository] = placeholderWarnings(['SITE_URL', 'REPOSITORY_URL']);
  expect(site).toMatch(/^SITE_URL is not set: .*feeds.*oEmbed.*share pictures lead nowhere$/);
  expect(repository).toMatch(/^REPOSITORY_URL is not set: .*"report an error".*lead nowhere$/);
  expect(placeholderWarnings([])).toEqual([]);
});

test.each([
  [{}, ['SITE_URL', 'REPOSITORY_URL']],
  [{ SITE_URL: 'https://supernode.org' }, ['REPOSITORY_URL']],
  [{ SITE_URL: 'https://a.example/x', REPOSITORY_URL: 'https://code.org/x' }, ['SITE_URL']],
  [{ SITE_URL: 'https://supernode.org/x', REPOSITORY_URL: 'https://code.org/x' }, []],
])('with %o the placeholders are %o', async (environment: Record<string, string>, expected) => {
  vi.resetModules();
  vi.stubEnv('SITE_URL', environment['SITE_URL']);
  vi.stubEnv('REPOSITORY_URL', environment['REPOSITORY_URL']);
  const { placeholders } = await import('../../../src/settings.ts');
  expect(placeholders).toEqual(expected);
});
