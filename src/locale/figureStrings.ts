import type { Language } from './languages.ts';
import { strings } from './translations.ts';

/** Sections of the site's strings that every figure may say: how firm a figure is, how a page was read. */
const common = /^(status|access|knowledge)\./;

/** Words of the drawing of a supernode that other drawings of machines say alike. */
const drawing = 'supernode-hall.';

/**
 * Every string that a figure can say, below its own section: its own, those common to all, and those that it shares with
 * the drawing of a supernode.
 */
export function figureStrings(section: string, language: Language): Record<string, string> {
  const found: Record<string, string> = {};
  const all = [...strings(language)];
  for (const [key, text] of all)
    if (key.startsWith(drawing)) found[`${section}.${key.slice(drawing.length)}`] = text;
  for (const [key, text] of all) {
    if (common.test(key)) found[`${section}.${key}`] = text;
    if (key.startsWith(`${section}.`)) found[key] = text;
  }
  return found;
}
