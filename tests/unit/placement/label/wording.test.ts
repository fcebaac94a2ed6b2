import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letter, textBox, textSize, unbroken, wrapWords } from '../../../../src/placement/label/wording.ts';

test('wrapped words are the same words, in lines that fit or cannot be broken', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s/g, 'x'));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (all) => {
      const { title } = wrapWords({ title: all.join(' '), detail: '' }, 120);
      expect(title.replaceAll('\n', ' ')).toBe(all.join(' '));
      const runs = new Set(unbroken(all.join(' ')));
      for (const line of title.split('\n'))
        expect(line.length * letter <= 120 || runs.has(line), line).toBe(true);
    }),
  );
});

test.each([
  ['4,096 cables, assumed; drawn 1 : 128', ['4,096 cables,', 'assumed;', 'drawn 1 : 128']],
  ['Interconnect cabinet 1', ['Interconnect', 'cabinet 1']],
  ['64 NPUs on 8 compute boards', ['64 NPUs', 'on', '8 compute', 'boards']],
  ['1 of 8', ['1 of 8']],
  ['2 compute dies, 2 I/O dies', ['2 compute', 'dies,', '2 I/O', 'dies']],
])('%s is broken between its runs alone', (text, runs) => {
  expect(unbroken(text)).toEqual(runs);
});

test('a text takes room on the side that it grows to', () => {
  const { width, height } = textSize('Two\nlines');
  expect(height).toBeGreaterThan(30);
  for (const [align, left] of [
    ['start', 100],
    ['middle', 100 - width / 2],
    ['end', 100 - width],
  ] as const) {
    expect(textBox('Two\nlines', [100, 50], align).left).toBe(left);
    expect(textBox('Two\nlines', [100, 50], align).right).toBe(left + width);
  }
});
