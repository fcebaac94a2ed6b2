import { expect, test } from 'vitest';
import { partStills, stillBudget } from '../../../src/build/stillFiles.ts';

const still = (label: string, d = 'M0 0h9') =>
  `<!--still--><svg role="img" aria-label="${label}" class="drawing" viewBox="0 0 40 30" width="40" height="30"><path class="cabinet front" d="${d}"/></svg><!--/still-->`;
const { html, files } = partStills(`<p>a</p>${still('One')}<p>$&</p>${still('Two')}`, 'page');

test('the first still stays in the page, whole and in the tokens of the page', () => {
  expect(html).toMatch(/^<p>a<\/p><svg role="img" aria-label="One"/);
  expect(html).not.toContain('<!--');
});

test('each other becomes a picture for each theme that keeps its room and comes when it is near', () => {
  expect(Object.keys(files)).toEqual(['still-2-light.svg', 'still-2-dark.svg']);
  expect(html).toContain(
    '<p>$&</p><img src="still-2-light.svg" alt="Two" width="40" height="30" loading="lazy" data-of-theme="light"><img src="still-2-dark.svg"',
  );
});

test('the files have the colours of their theme in them', () => {
  const fill = (name: string) => /fill:(#[0-9a-f]+)/.exec(files[name]!)?.[1];
  expect(fill('still-2-light.svg')).toBe('#e4e8e9');
  expect(fill('still-2-dark.svg')).toBe('#1c272e');
});

/** A path that no packer makes small. */
const long = (steps: number) =>
  Array.from(
    { length: steps },
    (_, i) =>
      `h${Math.abs(Math.sin(i + 1))
        .toString()
        .slice(2, 14)}`,
  ).join('');

test('a still over its budget is an error with its name and its weight', () => {
  expect(() => partStills(still('One') + still('Heavy', `M0 0${long(1500)}`), 'page')).toThrow(
    new RegExp(`page: still 2 "Heavy": \\d+ bytes; allowed: ${stillBudget.each}`),
  );
});

test('so are many that are too much together', () => {
  const many = Array.from({ length: 16 }, (_, i) => still(String(i), `M${i} 0${long(500)}`)).join('');
  expect(() => partStills(many, 'page')).toThrow(
    new RegExp(`page: 16 stills of \\d+ bytes together; allowed: ${stillBudget.all}`),
  );
});
