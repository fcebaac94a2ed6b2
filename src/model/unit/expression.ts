/** Arithmetic over figures of the record: numbers and keys (`record.property`) joined by + − × / and brackets. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'figure'; readonly key: string }
  | {
      readonly kind: 'operation';
      readonly sign: Sign;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Sign = '+' | '−' | '×' | '/';

const signs: Readonly<Record<string, Sign>> = {
  '+': '+', '-': '−', '−': '−', '*': '×', '×': '×', '/': '/', '÷': '/',
}; // prettier-ignore

const strength: Readonly<Record<Sign, number>> = { '+': 1, '−': 1, '×': 2, '/': 2 };

/** A key takes every hyphen it can, so a minus sign needs a space before it. */
const token = /\s*(?:([a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)|(\d+(?:,\d{3})*(?:\.\d+)?(?:e\d+)?)|([-+−*×/÷()]))/y;

/**
 * Reads an expression such as `atlas-950.npu-count / gb200-nvl72.gpu-count`.
 * @throws naming the expression and the place where it stops making sense
 */
export function parseExpression(text: string): Expression {
  let at = 0;
  let next: RegExpExecArray | null = null;
  const fail = (wanted: string): never => {
    throw new Error(
      `expression "${text}": expected ${wanted} at "${text.slice(at).trim() || 'its end'}"; ` +
        'allowed: numbers, record.property, + - * / and brackets',
    );
  };
  const advance = (): void => {
    at = next === null ? at : token.lastIndex;
    token.lastIndex = at;
    next = text.slice(at).trim() === '' ? null : (token.exec(text) ?? fail('a number, a figure or a sign'));
  };
  const sign = (): string | undefined => next?.[3];
  const operand = (): Expression => {
    if (next?.[1] !== undefined) {
      const key = next[1];
      advance();
      return { kind: 'figure', key };
    }
    if (next?.[2] !== undefined) {
      const value = Number(next[2].replaceAll(',', ''));
      advance();
      return { kind: 'number', value };
    }
    if (sign() !== '(') return fail('a number, a figure or an opening bracket');
    advance();
    const inner = operation(1);
    if (sign() !== ')') return fail('a closing bracket');
    advance();
    return inner;
  };
  const operation = (weakest: number): Expression => {
    let left = operand();
    for (;;) {
      const operator = signs[sign() ?? ''];
      if (operator === undefined || strength[operator] < weakest) return left;
      advance();
      left = { kind: 'operation', sign: operator, left, right: operation(strength[operator] + 1) };
    }
  };
  advance();
  const whole = operation(1);
  return next === null ? whole : fail('a sign');
}

/**
 * Value of an expression.
 * @param figure value of a key, in the base unit of its quantity
 * @throws if it divides by zero
 */
export function evaluate(expression: Expression, figure: (key: string) => number): number {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind === 'figure') return figure(expression.key);
  const left = evaluate(expression.left, figure);
  const right = evaluate(expression.right, figure);
  if (expression.sign === '/' && right === 0)
    throw new Error('division by zero: allowed: a divisor other than 0');
  return { '+': left + right, '−': left - right, '×': left * right, '/': left / right }[expression.sign];
}

/** The expression as a reader sees it, with figures printed by `figure` and numbers by `number`. */
export function printExpression(
  expression: Expression,
  figure: (key: string) => string,
  number: (value: number) => string,
): string {
  const print = (one: Expression, weakest: number): string => {
    if (one.kind === 'number') return number(one.value);
    if (one.kind === 'figure') return figure(one.key);
    const own = strength[one.sign];
    const text = `${print(one.left, own)} ${one.sign === '/' ? '÷' : one.sign} ${print(one.right, own + 1)}`;
    return own < weakest ? `(${text})` : text;
  };
  return print(expression, 0);
}

/** Keys an expression mentions, each once, in order. */
export function figuresOf(expression: Expression): string[] {
  if (expression.kind === 'number') return [];
  if (expression.kind === 'figure') return [expression.key];
  return [...new Set([...figuresOf(expression.left), ...figuresOf(expression.right)])];
}
