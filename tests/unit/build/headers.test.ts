import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headersFor, readHeaderRules } from '../../../src/build/headers.ts';

test('a path at the margin and indented headers make a rule', () => {
  expect(readHeaderRules('# note\n/a/*\n  X-One: 1\n\tX-Two: a: b\n\n/\n  X-One: 2\n')).toEqual([
    { path: '/a/*', headers: [['X-One', '1'], ['X-Two', 'a: b']] },
    { path: '/', headers: [['X-One', '2']] },
  ]); // prettier-ignore
});

test.each(['  X-One: 1', '/a\nX-One: 1', '/a\n  no header'])('a line out of place is refused: %j', (text) => {
  expect(() => readHeaderRules(text)).toThrow(/line \d/);
});

test('rules that meet are joined as the hosts join them', () => {
  const rules = readHeaderRules('/*\n  X-One: 1\n/a/*\n  X-One: 2\n  X-Two: 3\n');
  expect(headersFor(rules, '/a/b')).toEqual({ 'X-One': '1, 2', 'X-Two': '3' });
  expect(headersFor(rules, '/b')).toEqual({ 'X-One': '1' });
});

describe('the headers we ship', () => {
  const rules = readHeaderRules(readFileSync('public/_headers', 'utf8'));

  test('an embed may stand in any page, an isolated or sandboxed one too', () => {
    expect(headersFor(rules, '/embed/v1/supernode-hall/')).toMatchObject({
      'Content-Security-Policy': 'frame-ancestors *',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Access-Control-Allow-Origin': '*',
    });
  });

  test('scripts, styles and fonts may be loaded from an opaque origin, and are kept for good', () => {
    expect(headersFor(rules, '/_assets/element.abc.js')).toMatchObject({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });

  test.each(['/', '/en/', '/en/inside-the-rack/', '/en/widgets/supernode-hall/'])(
    '%s may not be framed by others',
    (path) => expect(headersFor(rules, path)['Content-Security-Policy']).toBe("frame-ancestors 'self'"),
  );
});
