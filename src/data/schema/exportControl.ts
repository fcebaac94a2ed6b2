import { z } from 'zod';
import { country } from './condition.ts';
import { partialDate } from './date.ts';
import type { RuleRecord } from './rule.ts';

const text = z.string().min(1);

/** What the engine of the chip rules needs beside the rules themselves. */
export const exportControl = z.strictObject({
  /** Last day the evidence covers. */
  evidence_until: partialDate,
  /** The country whose rules these are. */
  home: country,
  /** Countries that the record can place in the groups of the rules; for others no answer is decided. */
  placed: z.array(country).min(1),
  /** Countries whose chip designers do not make chips for export from home. */
  abroad: z.array(country).min(1),
  /** Other names of makers, in small letters, with the name the record has. */
  aliases: z.record(text, text),
  /** Events that stand between a buyer and a chip; without `chips`, for every chip designed elsewhere. */
  gates: z.array(
    z.strictObject({
      event: text,
      destinations: z.array(country).min(1),
      chips: z.array(text).min(1).optional(),
    }),
  ),
  /** Names of countries in sentences, by code. */
  countries: z.record(country, text),
  /** The permission of others that every answer names. */
  standing_gate: z.strictObject({
    id: text,
    jurisdiction: text,
    text,
    status: text,
    sources: z.array(text).min(1),
  }),
  /** Said of every answer. */
  caveats: z.array(text).min(1),
  /** What an expert would ask and the engine does not: said with every answer. */
  not_asked: z.array(z.strictObject({ id: text, text })).min(1),
});

/** A maker's name and the country of its headquarters. */
export const makers = z.record(text, country);

/** A line of a rule, in the unit the rule uses. */
export interface Line {
  readonly value: number;
  readonly unit: string;
}

/** How the own text of a rule was read: whole, as quoted by others, or through an account alone; or there is none in public. */
export const readings = ['read', 'quoted', 'account', 'unpublished'] as const;
export type Reading = (typeof readings)[number];

/** One version of a rule as the engine reads it. */
export interface RuleVersion extends Pick<
  RuleRecord,
  | 'name'
  | 'effective_from'
  | 'effective_to'
  | 'caveat'
  | 'sources'
  | 'controls'
  | 'exclusions'
  | 'licence'
  | 'review'
  | 'letters'
  | 'exceptions'
  | 'duties'
  | 'guidance'
  | 'foreign_products'
> {
  readonly id: string;
  /** Where it is published: `88 FR 73458`; null where nothing is. */
  readonly citation: string | null;
  readonly reading: Reading;
  /** First day on which it was public, `YYYY-MM-DD`. */
  readonly known: string;
  readonly lines: Readonly<Record<string, Line>>;
}

/** An event that stands between a buyer and a chip. */
export interface RuledGate {
  readonly id: string;
  readonly from: string;
  readonly until: string | null;
  /** Null: wherever it goes. */
  readonly destinations: readonly string[] | null;
  /** Null: every chip designed elsewhere. */
  readonly chips: readonly string[] | null;
  readonly jurisdiction: string;
  readonly text: string;
  readonly status: string;
  readonly reading: Reading;
  readonly sources: readonly string[];
}

/** All the engine knows, as plain JSON: the rules oldest first, whose headquarters are where, and the gates of others. */
export interface Rulebook {
  readonly evidenceUntil: string;
  readonly home: string;
  readonly placed: readonly string[];
  readonly abroad: readonly string[];
  readonly makers: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly rules: readonly RuleVersion[];
  readonly gates: readonly RuledGate[];
  readonly countries: Readonly<Record<string, string>>;
  readonly caveats: readonly string[];
  readonly notAsked: readonly { readonly id: string; readonly text: string }[];
}
