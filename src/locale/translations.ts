import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from './languages.ts';

/** Looks up an interface string by its dotted key and fills `{name}` places. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The strings of one language as flat `section.key` pairs. */
export function flatten(node: unknown, file: string, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  if (typeof node !== 'object' || node === null)
    throw new Error(`${file}: "${prefix}" must be text or a section`);
  for (const [name, value] of Object.entries(node)) {
    const key = prefix === '' ? name : `${prefix}.${name}`;
    if (typeof value === 'string') flat.set(key, value);
    else for (const [inner, text] of flatten(value, file, key)) flat.set(inner, text);
  }
  return flat;
}

/**
 * Makes the look-up for a set of strings.
 * @throws on a key that is not in the file, a place without a value, or a value without a place
 */
export function translator(strings: ReadonlyMap<string, string>, file: string): Translate {
  return (key, values = {}) => {
    const text = strings.get(key);
    if (text === undefined) throw new Error(`${file}: no string "${key}"`);
    for (const name of Object.keys(values)) {
      if (!text.includes(`{${name}}`)) throw new Error(`${file}: "${key}" has no place for {${name}}`);
    }
    return text.replace(/\{(\w+)\}/g, (_place, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${file}: "${key}" needs a value for {${name}}`);
      return String(value);
    });
  };
}

const loaded = new Map<Language, ReadonlyMap<string, string>>();

/** Interface strings of one language: `site.yaml` by section, and one file a figure whose name is its section. */
const folderOf = (language: Language): string => `content/strings/${language}`;

/** The interface strings of a language, read from `content/strings` when the site is built. */
export function strings(language: Language): ReadonlyMap<string, string> {
  let known = loaded.get(language);
  if (!known) {
    const folder = folderOf(language);
    const files = readdirSync(join(process.cwd(), folder)).filter((name) => name.endsWith('.yaml'));
    known = new Map(
      files.sort().flatMap((name) => {
        const file = `${folder}/${name}`;
        const node: unknown = parse(readFileSync(join(process.cwd(), file), 'utf8'));
        return [...flatten(node, file, name === 'site.yaml' ? '' : basename(name, '.yaml'))];
      }),
    );
    loaded.set(language, known);
  }
  return known;
}

/** The look-up for a language. */
export function translate(language: Language): Translate {
  return translator(strings(language), folderOf(language));
}
