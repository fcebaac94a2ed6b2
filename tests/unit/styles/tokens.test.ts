import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../contrast.ts';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

/** Colour tokens of the first rule with this selector. */
function colours(selector: string): Map<string, string> {
  const rule = css.slice(css.indexOf(`${selector} {`)).split('}')[0]!;
  return new Map(
    [...rule.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

const light = colours(':root');
const preferred = colours(":root:not([data-theme='light'])");
const chosen = colours(":root[data-theme='dark']");

describe('the colour tokens', () => {
  it('are the same in the dark whether the system or the page asks for it', () => {
    expect([...chosen]).toEqual([...preferred]);
  });

  it('exist in both themes', () => {
    expect([...preferred.keys()].sort()).toEqual([...light.keys()].sort());
  });

  it.each(['ink', 'muted', 'copper', 'light'])(
    '%s is readable on paper and on a wash in both themes',
    (name) => {
      for (const theme of [light, preferred]) {
        for (const ground of ['paper', 'wash']) {
          expect(contrastOf(theme.get(name)!, theme.get(ground)!)).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );

  it('give assumed lines the contrast of a graphic', () => {
    for (const theme of [light, preferred]) {
      expect(contrastOf(theme.get('pencil')!, theme.get('paper')!)).toBeGreaterThanOrEqual(3);
    }
  });
});
