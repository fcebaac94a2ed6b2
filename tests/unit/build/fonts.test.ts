import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMetrics } from '../../../src/build/fontMetrics.ts';
import { charactersOf, faces, writeFonts } from '../../../src/build/fonts.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  await writeFonts(folder, charactersOf([]));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the characters the fonts carry', () => {
  it('are those every page needs and those the words use, without Chinese', () => {
    const characters = charactersOf(['naïve 昇腾\n']);
    expect(characters).toContain('ï');
    expect(characters).toContain('×');
    expect(characters).toContain('~');
    expect(characters).not.toContain('昇');
    expect(characters).not.toContain('\n');
  });
});

describe('the fonts of the site', () => {
  it('weigh less than 120 kB together', () => {
    const bytes = faces.map(({ file }) => statSync(join(folder, `${file}.woff2`)).size);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(120_000);
  });

  it.each(faces.map((face) => [face.file, face] as const))(
    '%s has the letters and the site’s signs',
    async (file) => {
      const plain = await subsetFont(readFileSync(join(folder, `${file}.woff2`)), charactersOf([]), {
        targetFormat: 'sfnt',
      });
      const { ascent, descent, meanAdvance } = readMetrics(plain, file);
      expect(ascent + descent).toBeGreaterThan(0.9);
      expect(ascent + descent).toBeLessThan(1.6);
      expect(meanAdvance).toBeGreaterThan(0.3);
      expect(meanAdvance).toBeLessThan(0.6);
    },
  );

  it('come with local faces in their place that take the same room', () => {
    const css = readFileSync(join(folder, 'fonts.css'), 'utf8');
    expect(css.match(/@font-face/g)).toHaveLength(2 * faces.length);
    const adjusted = [...css.matchAll(/size-adjust: ([\d.]+)%/g)].map(([, percent]) => Number(percent));
    expect(adjusted).toHaveLength(faces.length);
    // Condensed letters need a smaller fallback, and none is so far off that the estimate must be wrong.
    expect(Math.min(...adjusted)).toBe(adjusted[0]);
    for (const percent of adjusted) expect(Math.abs(percent - 100)).toBeLessThan(20);
  });

  it('are written once for the same input', async () => {
    const file = join(folder, 'fonts.css');
    const before = statSync(file).mtimeMs;
    await writeFonts(folder, charactersOf([]));
    expect(statSync(file).mtimeMs).toBe(before);
  });
});
