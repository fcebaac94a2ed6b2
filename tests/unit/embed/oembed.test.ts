import { expect, test } from 'vitest';
import { oembed } from '../../../src/embed/oembed.ts';
import { hostSnippet, iframeSnippet } from '../../../src/embed/snippet.ts';
import type { WidgetDeclaration } from '../../../src/widget/declaration.ts';
import { fillSnippet } from '../../../src/widget/snippetTemplate.ts';

const lamp: WidgetDeclaration = {
  sees: 'A lamp is there.',
  id: 'lamp',
  title: 'A "small" lamp & more',
  description: 'A lamp.',
  parameters: {},
  minimumSize: { width: 280, height: 320 },
  has3d: false,
  reads: [],
};

test('the answer is an iframe alone, closed, that fills its box', () => {
  const answer = oembed(lamp, 'Inside the Supernode');
  expect(answer).toMatchObject({
    version: '1.0',
    type: 'rich',
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
  expect(Number.isInteger(answer['width']) && Number.isInteger(answer['height'])).toBe(true);
  expect(answer['html']).toMatch(
    /^<iframe src="https?:\/\/[^"]+\/embed\/v1\/lamp\/\?size=fit" [^<>]+><\/iframe>$/,
  );
  expect(answer['html']).toContain('title="A &quot;small&quot; lamp &amp; more"');
  expect(String(answer['thumbnail_url'])).toMatch(/^https?:\/\/.+\.png$/);
});

test('a state with quotes and angle brackets cannot leave its attribute', () => {
  const query = new URLSearchParams({ part: '"><script>alert(1)</script>' });
  expect(fillSnippet(hostSnippet(lamp), query)).toContain(
    '<supernode-embed widget="lamp" part="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"></supernode-embed>',
  );
  expect(fillSnippet(iframeSnippet(lamp), query)).not.toContain('<script>alert');
});

test('the usual state leaves no trace in the code', () => {
  const code = fillSnippet(`${hostSnippet(lamp)}\n${iframeSnippet(lamp)}`, new URLSearchParams());
  expect(code).not.toMatch(/[{}?]/);
});
