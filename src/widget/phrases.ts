import { formatNumber } from '../encoding/format.ts';

/** Fills and finds the strings of one widget. */
export interface Phrases {
  /** A string by its key inside the section, its `{places}` filled. Throws on an unknown key. */
  (key: string, values?: Readonly<Record<string, string | number>>): string;
}

/** The strings of a section, as `say('title', { machine })`. */
export function phrases(strings: Readonly<Record<string, string>>, section: string): Phrases {
  return (key, values = {}) => {
    const pattern = strings[`${section}.${key}`];
    if (pattern === undefined) throw new Error(`no string "${section}.${key}"`);
    return pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : typeof value === 'number' ? formatNumber(value) : value;
    });
  };
}
