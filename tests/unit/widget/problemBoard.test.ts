import { expect, test } from 'vitest';
import { problemSentence } from '../../../src/widget/problemBoard.ts';

const strings = {
  'widget.problem': '{parameter}={value} cannot be shown. Allowed: {allowed}.',
  'widget.kept': '{parameter}={value} cannot be shown; the figure stays as it was.',
  'widget.unknown': 'There is no {parameter}. There are: {allowed}.',
};

test('the sentence names the parameter, the value and what is allowed', () => {
  const problem = { parameter: 'level', value: 'basement', allowed: 'hall, row' };
  expect(problemSentence(problem, strings)).toBe('level=basement cannot be shown. Allowed: hall, row.');
});

test('a value that looks like a place in the sentence stays as it was written', () => {
  const problem = { parameter: 'part', value: '{allowed} $&', allowed: 'letters' };
  expect(problemSentence(problem, strings)).toBe('part={allowed} $& cannot be shown. Allowed: letters.');
});

test('the sentence says whether the state was kept, and that a key is not known', () => {
  const problem = { parameter: 'level', value: 'x', allowed: 'hall, row' };
  expect(problemSentence({ ...problem, kept: true }, strings)).toMatch(/stays as it was/);
  expect(problemSentence({ ...problem, unknown: true }, strings)).toBe(
    'There is no level. There are: hall, row.',
  );
});
