import { formatNumber } from '../../encoding/format.ts';

/** Prefix of this widget's strings. */
const section = 'supernode-hall.';

/** The widget's words in one language. */
export interface Words {
  /** A string by its key inside the section, its `{places}` filled. Throws on an unknown key. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Whether there is a string of that key. */
  has(key: string): boolean;
  /** `compute cabinet` */
  one(classId: string): string;
  /** `compute cabinets` */
  many(classId: string): string;
  /** `16 compute cabinets`, `1 rack` */
  counted(count: number, classId: string): string;
  /** `a, b and c` */
  list(items: readonly string[]): string;
}

/** The words of the widget from its strings; keys are `supernode-hall.…`. */
export function wordsFrom(strings: Readonly<Record<string, string>>, language: string): Words {
  const join = new Intl.ListFormat(language === 'en' ? 'en-GB' : language);
  const say: Words['say'] = (key, values = {}) => {
    const pattern = strings[section + key];
    if (pattern === undefined) throw new Error(`no string "${section}${key}"`);
    return pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : typeof value === 'number' ? formatNumber(value) : value;
    });
  };
  const one = (classId: string) => say(`part.${classId}.one`);
  const many = (classId: string) => say(`part.${classId}.many`);
  return {
    say,
    has: (key) => strings[section + key] !== undefined,
    one,
    many,
    counted: (count, classId) => `${formatNumber(count)} ${count === 1 ? one(classId) : many(classId)}`,
    list: (items) => join.format(items),
  };
}

/** The text with its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A reason or note as a sentence of its own. */
export function sentence(text: string): string {
  const whole = capital(text.trim());
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
