import { edition, editionText } from '../data/edition.ts';

/** Where an answer comes from. */
const from = () => {
  const { version, commit } = edition();
  return { version, commit };
};

/** An answer as JSON, with the version and the commit it comes from under `from`; a list has it in each of its items. */
export function jsonText(answer: object | readonly object[]): string {
  return JSON.stringify(
    Array.isArray(answer)
      ? answer.map((item: object) => ({ ...item, from: from() }))
      : { ...answer, from: from() },
  );
}

/** The last line of an answer in words. */
export const fromLine = (): string => `Inside the Supernode ${editionText(edition())}`;
