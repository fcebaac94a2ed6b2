import type { Language } from '../../locale/languages.ts';
import { translate } from '../../locale/translations.ts';

/** Words that every figure needs in the browser, with the places of a sentence left open. */
export function browserStrings(language: Language): Record<string, string> {
  const t = translate(language);
  const plain = [
    'close',
    'again',
    'copied',
    'selected',
    'no-3d',
    'gone-3d',
    'panel.link',
    'panel.embed',
    'panel.text',
  ];
  const more = ['panel.csv', 'panel.json', 'panel.picture', 'failed-code', 'failed-data', 'failed-scene'];
  const open = { parameter: '{parameter}', value: '{value}', allowed: '{allowed}' };
  return {
    ...Object.fromEntries([...plain, ...more].map((key) => [`widget.${key}`, t(`widget.${key}`)])),
    ...Object.fromEntries(
      ['problem', 'kept', 'unknown'].map((key) => [`widget.${key}`, t(`widget.${key}`, open)]),
    ),
  };
}
