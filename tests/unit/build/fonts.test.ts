import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMetrics, type FontMetrics } from '../../../src/build/fontMetrics.ts';
import { charactersOf, faces, writeFonts } from '../../../src/build/fonts.ts';

let folder = '';
const measured = new Map<string, FontMetrics>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  await writeFonts(folder, charactersOf([]));
  const require = createRequire(import.meta.url);
  for (const face of faces) {
    const plain = await subsetFont(readFileSync(require.resolve(face.source)), charactersOf([]), {
      targetFormat: 'sfnt',
      ...(face.axes && { variationAxes: face.axes }),
    });
    measured.set(face.file, readMetrics(plain, face.file));
  }
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
    for (const { family, weight, style } of faces) {
      const general = css
        .split('@font-face')
        .filter(
          (rule) =>
            rule.includes(`'${family} fallback'`) &&
            rule.includes(`font-weight: ${weight};`) &&
            rule.includes(`font-style: ${style};`) &&
            !rule.includes('unicode-range'),
        );
      expect(general, `${family} ${weight} ${style}`).toHaveLength(1);
      // Condensed letters need a smaller fallback, and none is so far off that the estimate must be wrong.
      const size = Number(/size-adjust: ([\d.]+)%/.exec(general[0]!)![1]);
      expect(Math.abs(size - 100)).toBeLessThan(20);
    }
  });

  it('break lines where the local faces break them: each letter of titles and text is within two hundredths', () => {
    const css = readFileSync(join(folder, 'fonts.css'), 'utf8');
    for (const face of faces.filter(({ flows }) => flows)) {
      const metrics = measured.get(face.file)!;
      const rules = css
        .split('@font-face')
        .filter(
          (rule) =>
            rule.includes(`'${face.family} fallback'`) && rule.includes(`font-weight: ${face.weight};`),
        );
      for (const [letter, advance] of Object.entries(face.fallback.advances)) {
        if (!/[a-z ,.]/.test(letter)) continue;
        const code = `U+${letter.codePointAt(0)!.toString(16)}`;
        const own =
          rules.findLast((rule) => /unicode-range: ([^;]*);/.exec(rule)?.[1]!.split(', ').includes(code)) ??
          rules[0]!;
        const size = Number(/size-adjust: ([\d.]+)%/.exec(own)![1]) / 100;
        expect((size * advance) / 1000 / metrics.advance(letter)!, `${face.file} "${letter}"`).toBeCloseTo(
          1,
          1.6,
        );
      }
    }
  });

  it('give arrows and signs that a face lacks from the face of signs, and refuse what none draws', async () => {
    const css = readFileSync(join(folder, 'fonts.css'), 'utf8');
    const barlow = css
      .split('@font-face')
      .find((rule) => rule.includes("'Barlow'") && rule.includes('signs.woff2'));
    expect(barlow).toMatch(/unicode-range:.*U\+2192/);
    const other = mkdtempSync(join(tmpdir(), 'fonts-'));
    await expect(writeFonts(other, charactersOf(['ᚠ']))).rejects.toThrow('"ᚠ" (U+16a0)');
    rmSync(other, { recursive: true });
  });

  it('are written once for the same input', async () => {
    const file = join(folder, 'fonts.css');
    const before = statSync(file).mtimeMs;
    await writeFonts(folder, charactersOf([]));
    expect(statSync(file).mtimeMs).toBe(before);
  });
});
