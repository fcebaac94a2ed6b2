import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  guestMessage,
  hostMessage,
  sealed,
  type GuestMessage,
  type HostMessage,
} from '../../../src/embed/protocol.ts';

const state = { level: 'row', glow: '3' };

test.each<GuestMessage>([
  { type: 'ready', widget: 'supernode-hall', state },
  { type: 'state', state },
  { type: 'select', part: 'npu' },
  { type: 'select', part: null },
  { type: 'error', message: 'level=x' },
  { type: 'fallback', message: 'no WebGL' },
  { type: 'height', height: 480 },
])('a page understands what an embed says: %o', (message) => {
  expect(guestMessage(structuredClone(sealed(message)))).toEqual(message);
});

test.each<HostMessage>([
  { type: 'hello' },
  { type: 'getState' },
  { type: 'reset' },
  { type: 'start' },
  { type: 'setState', state },
  { type: 'setTheme', theme: 'dark' },
])('an embed understands what a page asks: %o', (message) => {
  expect(hostMessage(structuredClone(sealed(message)))).toEqual(message);
});

describe('what is not in the protocol is not heard', () => {
  test.each([
    null,
    'height',
    [],
    { type: 'hello' },
    { source: 'supernode', version: 2, type: 'hello' },
    sealed({ type: 'navigate', url: 'https://example.org' }),
    sealed({ type: 'setState', state: { level: 3 } }),
    sealed({ type: 'setState', state: ['row'] }),
    sealed({ type: 'setState', state: { part: 'x'.repeat(501) } }),
    sealed({ type: 'setTheme', theme: 'url(x)' }),
  ])('%o', (data) => expect(hostMessage(data)).toBeUndefined());

  test.each([
    sealed({ type: 'height', height: -1 }),
    sealed({ type: 'height', height: NaN }),
    sealed({ type: 'ready' }),
  ])('%o', (data) => expect(guestMessage(data)).toBeUndefined());

  test('any data at all', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(hostMessage(data)).toBeUndefined();
        expect(guestMessage(data)).toBeUndefined();
      }),
    );
  });
});
