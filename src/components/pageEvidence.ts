import type { Catalogue } from '../data/catalog.ts';
import { firstDay } from '../data/schema/date.ts';
import type { PageRecord } from './pageRecord.ts';

/** Parts of the record, and the collections that make them. */
const parts = {
  machines: ['systems', 'interconnects'],
  chips: ['chips'],
  rules: ['rules', 'events'],
} as const satisfies Readonly<Record<string, readonly (keyof Catalogue)[]>>;

export type EvidencePart = keyof typeof parts;

/** Up to which day a part of the record was read. */
export interface PartEvidence {
  readonly part: EvidencePart;
  /** As the record writes it: a day, a month or a year. */
  readonly readTo: string;
}

export interface PageEvidence {
  readonly parts: readonly PartEvidence[];
  /** When the figure of the page that was read longest ago was last read; null where the page has no figure. */
  readonly oldest: string | null;
}

/**
 * Up to which day the evidence of a page was read, by part of the record, and the oldest reading it stands on.
 * @param page what the page mentions, after its text was rendered.
 * @param evidenceUntil last day of the evidence on rules and events.
 */
export function pageEvidence(
  catalogue: Catalogue,
  { figures, reads }: Pick<PageRecord, 'figures' | 'reads'>,
  evidenceUntil: string,
): PageEvidence {
  const shown = [...figures.values()].flatMap(({ figure }) =>
    figure.shown ? [{ id: figure.record.id, readOn: figure.shown.as_of }] : [],
  );
  const named = Object.keys(parts) as EvidencePart[];
  const found = named.flatMap((part): PartEvidence[] => {
    const collections = parts[part];
    const own = shown.filter(({ id }) => collections.some((name) => catalogue[name].has(id)));
    const drawn = collections.filter((name) => reads.has(name));
    if (own.length === 0 && drawn.length === 0) return [];
    if (part === 'rules') return [{ part, readTo: evidenceUntil }];
    const days = [
      ...own.map(({ readOn }) => readOn),
      ...drawn.flatMap((name) =>
        [...catalogue[name].values()].flatMap(({ properties }) =>
          Object.values(properties).flatMap((statements) => statements.map(({ as_of }) => as_of)),
        ),
      ),
    ];
    return [{ part, readTo: newest(days) }];
  });
  const days = shown.map(({ readOn }) => readOn);
  return { parts: found, oldest: days.length === 0 ? null : oldest(days) };
}

/** A reading known by its year alone counts from the year's first day: no later reading is claimed than is known. */
const byDay = (one: string, other: string): number =>
  firstDay(one).localeCompare(firstDay(other)) || one.length - other.length;
const newest = (days: readonly string[]): string => days.toSorted(byDay).at(-1)!;
const oldest = (days: readonly string[]): string => days.toSorted(byDay)[0]!;
