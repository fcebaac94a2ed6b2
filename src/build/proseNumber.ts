import { units } from '../data/schema/unit.ts';

/** A number that prose types out although it says something about the world. */
export interface ProseNumber {
  /** The number with what it counts, as written. */
  readonly text: string;
  readonly offset: number;
}

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const dates = new RegExp(
  [
    String.raw`\b\d{4}-\d{2}(?:-\d{2})?\b`,
    String.raw`\b${day}(?:\s*(?:–|-|to|and)\s*${day})?\s+(?:${months})\b(?:,?\s+\d{4})?`,
    String.raw`\b(?:${months})\s+${day}\b(?:,?\s+\d{4})?`,
    String.raw`\b(?:${months})\s+\d{4}\b`,
    String.raw`\b[QH][1-4](?:[-\s]\d{4})?\b`,
    String.raw`\b\d{4}[-\s][QH][1-4]\b`,
    String.raw`\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?`,
    String.raw`\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?`,
    String.raw`\b\w+:\/\/\S+`,
  ].join('|'),
  'gu',
);

const counted = new Set([...units].filter(([, unit]) => unit.quantity === 'count').map(([name]) => name));
const measures = new Set([
  ...[...units.keys()].filter((name) => !counted.has(name)),
  ...['K', 'M', 'T', 'G', 'bn', '×', 'per', 'percent', 'times', 'thousand', 'million', 'billion', 'trillion'],
  ...[
    'metres',
    'kilometres',
    'watts',
    'kilowatts',
    'megawatts',
    'gigabytes',
    'terabytes',
    'tonnes',
    'dollars',
    'yuan',
  ],
]);

/** Words that open a sentence with a capital and are no part of a name. */
const openers = new Set(
  (
    'A About Add Against All Almost Also An And Another Any Around As At Before Between Both But By Divide Each Even ' +
    'Every Exactly First For From Has Have Here How If In Into Is It Its Just Later Least Less Like More Most ' +
    'Multiply Nearly No Not Now Of On Once Only Or Our Out Over Perhaps Roughly Since So Some Still Take Than That ' +
    'The Their Then There These They This Those Times To Today Under Until Up What When Where Which While With Yet'
  ).split(' '),
);

const number = /\d+(?:[.,:]\d+)*/gu;
const latin = /[\p{Script=Latin}_]/u;

/**
 * Numbers about the world in a piece of prose. Dates, years, ordinals, bit widths and numbers that belong to a name
 * are left out.
 * @param names names of the record; the numbers in them are part of the name, and a chip's number may stand alone
 */
export function numbersIn(prose: string, names: readonly string[] = []): ProseNumber[] {
  const blank = (match: string) => '\0'.repeat(match.length);
  let text = prose.replace(dates, blank);
  for (const name of [...names].sort((a, b) => b.length - a.length)) text = text.replaceAll(name, blank);
  const models = new Set(names.flatMap((name) => /^\p{Lu}\p{L}+ (\d{3})(?=\D|$)/u.exec(name)?.[1] ?? []));

  const found: ProseNumber[] = [];
  for (const match of text.matchAll(number)) {
    const [digits] = match;
    const after = text.slice(match.index + digits.length);
    const suffix = /^[\p{Script=Latin}%×°µ/]+/u.exec(after)?.[0].replace(/\/+$/, '') ?? '';
    const next = /^[\s-]*([\p{L}%×/]+)/u.exec(after)?.[1] ?? '';
    const before = text.slice(0, match.index);
    if (!isFigure(digits, { before, suffix, next, models })) continue;
    const shown = prose.slice(match.index).match(/^[\d.,:]+(?:[-\s]?[\p{L}%×/]+\d?)?/u)?.[0] ?? digits;
    found.push({ text: shown.replace(/[.,:]+$/, '').replace(/\s+/g, ' '), offset: match.index });
  }
  return found;
}

interface Surroundings {
  readonly before: string;
  readonly suffix: string;
  readonly next: string;
  readonly models: ReadonlySet<string>;
}

function isFigure(digits: string, { before, suffix, next, models }: Surroundings): boolean {
  const measured = measures.has(suffix === '' ? next : suffix);
  const counts = counted.has(next) || counted.has(`${next}s`);
  // Joined to letters before it (GB200, v4) or after it (910C, 3D); 64GB is a figure all the same.
  if (latin.test(before.at(-1) ?? '')) return false;
  if (/[\p{Script=Latin}][-./]$/u.test(before) && !measured) return false;
  if (/^(st|nd|rd|th)$/.test(suffix) || (suffix === 's' && digits.length === 4)) return false;
  if (suffix !== '' && !measures.has(suffix)) return false;
  if (suffix === '' && next === 'bit') return false;
  if (/^(19[5-9]|20[0-4])\d$/.test(digits) && !measured && !counts) return false;
  if (models.has(digits) && !measured && !counts) return false;

  // The number of a name: "Atlas 950", "UnifiedBus 2.0", "Figure 3".
  const word = /[\p{L}\p{N}+-]+(?=\s+$)/u.exec(before)?.[0];
  const opens = /(?:^|[.!?:]\s+)[\p{L}\p{N}+-]+\s+$/u.test(before);
  if (word === undefined || !/\p{Lu}/u.test(word) || openers.has(word)) return true;
  return !/^\d{1,4}(\.\d+)*$/.test(digits) || measured || (opens && counts);
}
