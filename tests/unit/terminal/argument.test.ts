import { describe, expect, it } from 'vitest';
import {
  parseArguments,
  parseChoice,
  parseInteger,
  requireArgument,
} from '../../../src/terminal/argument.ts';

const known = { from: 'value', json: 'flag' } as const;

describe('arguments', () => {
  it('are read with a space or an equals sign', () => {
    const spaced = parseArguments(['--from', '3', '--json'], known);
    expect([spaced.value('from'), spaced.flag('json')]).toEqual(['3', true]);
    const joined = parseArguments(['--from=a=b'], known);
    expect([joined.value('from'), joined.flag('json')]).toEqual(['a=b', false]);
  });

  it.each([
    [['--form', '3'], /"--form" is no argument.*--from --json/],
    [['from'], /"from" is no argument/],
    [['--from'], /--from has no value/],
    [['--from', '--json'], /--from has no value/],
    [['--from='], /--from has no value/],
    [['--from', '1', '--from', '2'], /--from is given twice/],
    [['--json=yes'], /--json is "yes": allowed is no value/],
    [['--__proto__', '1'], /is no argument/],
  ])('%j are refused', (args, message) => {
    expect(() => parseArguments(args, known)).toThrow(message);
  });

  it('have to be there, one of the words, or whole and within range', () => {
    expect(() => requireArgument(parseArguments([], known), 'from', '0')).toThrow(/--from is missing/);
    expect(parseChoice('x', 'b', ['a', 'b'])).toBe('b');
    expect(() => parseChoice('x', 'c', ['a', 'b'])).toThrow(/--x is "c": allowed are a, b/);
    expect(parseInteger('x', '7', 0, 7)).toBe(7);
    for (const text of ['8', '-1', '1.5', 'NaN', '', '1e1', '99999999999999999999'])
      expect(() => parseInteger('x', text, 0, 7)).toThrow(/allowed are whole numbers from 0 to 7/);
  });
});
