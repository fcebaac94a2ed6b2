import type { Language } from '../../locale/languages.ts';
import { strings } from '../../locale/translations.ts';

/** Strings that a widget says in the browser: its own section, the names of statuses, and the words of knowledge. */
export function sectionStrings(section: string, language: Language): Record<string, string> {
  const own = [...strings(language)].flatMap(([key, text]): [string, string][] => {
    if (key.startsWith(`${section}.`) && !key.startsWith(`${section}.how-to.`)) return [[key, text]];
    return /^(status|knowledge)\./.test(key) ? [[`${section}.${key}`, text]] : [];
  });
  return Object.fromEntries(own);
}

/** How to use a widget's figure, one sentence a line. */
export function howTo(section: string, language: Language): string[] {
  return [...strings(language)].flatMap(([key, text]) =>
    key.startsWith(`${section}.how-to.`) ? [text] : [],
  );
}
