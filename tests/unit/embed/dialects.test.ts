import { expect, test } from 'vitest';
import { frameIdentity, heightDialects } from '../../../src/embed/dialects.ts';

test('WordPress hears its own secret', () => {
  const frame = frameIdentity('https://example.org/embed/v1/a/?level=row#?secret=AbC123');
  expect(heightDialects(480, frame)).toContainEqual({ message: 'height', value: 480, secret: 'AbC123' });
});

test('pym hears the id it gave', () => {
  const frame = frameIdentity('https://example.org/embed/v1/a/?initialWidth=600&childId=box-1');
  expect(heightDialects(480, frame)).toContain('pymxPYMxbox-1xPYMxheightxPYMx480');
});

test('AMP, Canvas and Medium hear the height without introduction; nobody else is addressed', () => {
  const address = 'https://example.org/embed/v1/a/';
  const messages = heightDialects(480, frameIdentity(address));
  expect(messages).toHaveLength(3);
  expect(messages[0]).toEqual({ sentinel: 'amp', type: 'embed-size', height: 480 });
  expect(JSON.parse(messages[1] as string)).toEqual({ subject: 'lti.frameResize', height: 480 });
  expect(JSON.parse(messages[2] as string)).toEqual({ src: address, context: 'iframe.resize', height: 480 });
});
