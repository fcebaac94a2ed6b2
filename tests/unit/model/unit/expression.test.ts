import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluate,
  figuresOf,
  parseExpression,
  printExpression,
} from '../../../../src/model/unit/expression.ts';

const value = (text: string, figures: Record<string, number> = {}): number =>
  evaluate(parseExpression(text), (key) => figures[key]!);

describe('an expression over figures', () => {
  it('binds products before sums and reads from the left', () => {
    expect(value('2 + 3 × 4')).toBe(14);
    expect(value('(2 + 3) * 4')).toBe(20);
    expect(value('100 / 10 / 5')).toBe(2);
    expect(value('10 − 4 - 3')).toBe(3);
  });

  it('takes hyphens into keys and thousands separators into numbers', () => {
    const figures = { 'atlas-950-superpod-8192.npu-count': 8192, 'gb200-nvl72.gpu-count': 72 };
    expect(value('atlas-950-superpod-8192.npu-count / gb200-nvl72.gpu-count', figures)).toBeCloseTo(
      113.78,
      2,
    );
    expect(value('8,192 × 1e15')).toBe(8.192e18);
    expect(figuresOf(parseExpression('a.b * (a.b + c.d)'))).toEqual(['a.b', 'c.d']);
  });

  it.each([
    ['', 'its end'],
    ['1 +', 'its end'],
    ['(1 + 2', 'closing bracket'],
    ['a.b c.d', 'expected a sign at "c.d"'],
    ['2 ^ 3', 'at "^ 3"'],
    ['npu-count', 'at "npu-count"'],
  ])('refuses %j and says where it stops making sense', (text, message) => {
    expect(() => parseExpression(text)).toThrow(message);
  });

  it('refuses to divide by zero', () => {
    expect(() => value('1 / (2 - 2)')).toThrow('division by zero');
  });

  it('prints what it computes: reading its print again gives the same value', () => {
    const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.integer({ min: 1, max: 99 }).map(String),
        fc
          .tuple(tie('node'), fc.constantFrom('+', '-', '*', '/'), tie('node'))
          .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (text) => {
        const parsed = parseExpression(text);
        const printed = parseExpression(printExpression(parsed, (key) => key, String));
        const compute = (one: typeof parsed): number | string => {
          try {
            return evaluate(one, () => 0);
          } catch (error) {
            return (error as Error).message;
          }
        };
        expect(compute(printed)).toEqual(compute(parsed));
      }),
    );
  });
});
