import { expect, test } from 'vitest';
import { problemSentence } from '../../../src/widget/problemBoard.ts';

const strings = { 'widget.problem': '{parameter}={value} cannot be shown. Allowed: {allowed}.' };

test('the sentence names the parameter, the value and what is allowed', () => {
  const problem = { parameter: 'level', value: 'basement', allowed: 'hall, row' };
  expect(problemSentence(problem, strings)).toBe('level=basement cannot be shown. Allowed: hall, row.');
});

test('a value that looks like a place in the sentence stays as it was written', () => {
  const problem = { parameter: 'part', value: '{allowed} $&', allowed: 'letters' };
  expect(problemSentence(problem, strings)).toBe('part={allowed} $& cannot be shown. Allowed: letters.');
});
