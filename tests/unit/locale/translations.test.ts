import { expect, it } from 'vitest';
import { flatten, strings, translate, translator } from '../../../src/locale/translations.ts';

const t = translator(flatten({ page: { count: '{count} pages by {who}' } }, 'en.yaml'), 'en.yaml');

it('fills the places of a string', () => {
  expect(t('page.count', { count: 3, who: 'them' })).toBe('3 pages by them');
});

it('names the file and the key of what is missing', () => {
  expect(() => t('page.size')).toThrow('en.yaml: no string "page.size"');
  expect(() => t('page.count', { count: 3 })).toThrow('"page.count" needs a value for {who}');
  expect(() => t('page.count', { count: 3, who: 'a', when: 'b' })).toThrow('has no place for {when}');
});

it('refuses what is neither text nor a section', () => {
  expect(() => flatten({ page: { count: 3 } }, 'en.yaml')).toThrow('en.yaml: "page.count"');
});

it('reads the English strings, none of them empty', () => {
  expect(translate('en')('site.name')).toBe('Inside the Supernode');
  for (const [key, text] of strings('en')) expect(text.trim(), key).not.toBe('');
});
