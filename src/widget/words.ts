import { formatNumber } from '../encoding/format.ts';

/** The words of one widget in one language. */
export interface Words {
  /** A string by its key inside the widget's section, its `{places}` filled. Throws on an unknown key. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Whether there is a string of that key. */
  has(key: string): boolean;
  /** `a, b and c` */
  list(items: readonly string[]): string;
}

/** The words of a widget from its strings, whose keys begin with `section.`. */
export function wordsOf(strings: Readonly<Record<string, string>>, section: string, language: string): Words {
  const join = new Intl.ListFormat(language === 'en' ? 'en-GB' : language);
  const pattern = (key: string) => strings[`${section}.${key}`];
  return {
    say(key, values = {}) {
      const found = pattern(key);
      if (found === undefined) throw new Error(`no string "${section}.${key}"`);
      return found.replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = values[name];
        return value === undefined ? place : typeof value === 'number' ? formatNumber(value) : value;
      });
    },
    has: (key) => pattern(key) !== undefined,
    list: (items) => join.format(items),
  };
}
