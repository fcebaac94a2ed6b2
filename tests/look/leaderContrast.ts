import { readFileSync } from 'node:fs';
import { plainValue } from '../../src/build/flattenStyle.ts';
import { faces, tones } from '../../src/encoding/tone.ts';
import { contrastOf } from '../contrast.ts';
import { apart, overlaps, type Drawn, type Stretch } from './drawnOutlines.ts';

const sheets = ['src/styles/tokens.css', 'src/styles/drawing.css'].map((file) => readFileSync(file, 'utf8'));
const tokensIn = (css: string, start: RegExp) =>
  Object.fromEntries(
    [...(start.exec(css)?.[1] ?? '').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
const light = Object.assign({}, ...sheets.map((css) => tokensIn(css, /^:root \{([^}]*)\}/m))) as Record<
  string,
  string
>;
const dark = {
  ...light,
  ...(Object.assign(
    {},
    ...sheets.map((css) => tokensIn(css, /:root\[data-theme='dark'\] \{([^}]*)\}/)),
  ) as Record<string, string>),
};
const rules = (selector: string) =>
  new RegExp(`^\\.${selector.replaceAll('.', '\\.')} \\{([^}]*)\\}`, 'm').exec(sheets[1]!)?.[1];
const valueOf = (rule: string, name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(rule)![1]!;

/** Colours of a theme: of a token, and of every tone and face. */
export const themes = [light, dark].map((tokens) => {
  const fills = tones.flatMap((tone) =>
    faces.map((face) => {
      const own = { ...tokens, '--tone': valueOf(rules(tone)!, '--tone') };
      return plainValue(valueOf(rules(`${tone}.${face}`) ?? rules(face)!, 'fill'), own);
    }),
  );
  return { token: (name: string) => plainValue(tokens[name]!, tokens), fills };
});

/** Whether a leader stands out by less than 3 : 1 from anything it touches: its halo, or the faces under it. */
export function isFaint(leader: readonly Stretch[], drawn: readonly Drawn[], halo: boolean): boolean {
  return themes.some(({ token, fills }) => {
    const ink = token('--figure-ink');
    if (halo) return contrastOf(ink, token('--paper')) < 3;
    const faint = new Set(fills.flatMap((fill, i) => (contrastOf(ink, fill) < 3 ? [i] : [])));
    return leader.some((stretch) => faceUnder(stretch, drawn).some((fill) => faint.has(fill)));
  });
}

/** Faces seen under a stretch, looked up every few pixels. */
function faceUnder([[x0, y0], [x1, y1]]: Stretch, drawn: readonly Drawn[]): number[] {
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 6);
  return Array.from({ length: steps }, (_, i) => {
    const [x, y] = [x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps];
    const here = drawn.filter(
      ({ faded, extent, outline }) =>
        !faded && !apart(extent, [x, y, x + 0.1, y + 0.1]) && overlaps(outline, [x, y, x + 0.1, y + 0.1]),
    );
    return (
      here.reduce<Drawn | null>((best, one) => (!best || one.near > best.near ? one : best), null)?.fill ?? -1
    );
  }).filter((fill) => fill >= 0);
}
