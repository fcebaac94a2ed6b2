import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is left of a page, and the texts of the files that come to stand beside it, by name. */
export interface PartedPage {
  readonly html: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Puts a part of every built page into files beside it. The development server leaves it in the page.
 * @param part of a page's HTML and its file below the folder of the site; `undefined` for a page that stays as it is
 */
export const partPages = (
  name: string,
  part: (html: string, page: string) => PartedPage | undefined,
): AstroIntegration => ({
  name,
  hooks: {
    'astro:build:done': ({ dir }) => {
      const root = fileURLToPath(dir);
      for (const page of globSync('**/*.html', { cwd: root })) {
        const file = join(root, page);
        const parted = part(readFileSync(file, 'utf8'), page);
        if (!parted) continue;
        writeFileSync(file, parted.html);
        for (const [beside, text] of Object.entries(parted.files))
          writeFileSync(join(dirname(file), beside), text);
      }
    },
  },
});
