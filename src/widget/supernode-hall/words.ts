import { formatNumber } from '../../encoding/format.ts';
import { wordsOf, type Words as PlainWords } from '../words.ts';

/** The widget's words in one language. */
export interface Words extends PlainWords {
  /** `compute cabinet` */
  one(classId: string): string;
  /** `compute cabinets` */
  many(classId: string): string;
  /** `16 compute cabinets`, `1 rack` */
  counted(count: number, classId: string): string;
}

/** The words of the widget from its strings; keys are `supernode-hall.…`. */
export function wordsFrom(strings: Readonly<Record<string, string>>, language: string): Words {
  const words = wordsOf(strings, 'supernode-hall', language);
  const one = (classId: string) => words.say(`part.${classId}.one`);
  const many = (classId: string) => words.say(`part.${classId}.many`);
  return {
    ...words,
    one,
    many,
    counted: (count, classId) => `${formatNumber(count)} ${count === 1 ? one(classId) : many(classId)}`,
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
