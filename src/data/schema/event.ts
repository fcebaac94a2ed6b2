import { z } from 'zod';
import { partialDate } from './date.ts';
import { conflict, statement, statuses } from './statement.ts';

const text = z.string().min(1);

/** What an event is about; an event may have several. */
export const topics = [
  'chips',
  'memory',
  'tools',
  'listings',
  'materials',
  'procurement',
  'competition',
  'enforcement',
  'bills',
  'truce',
] as const;

/** Who acted: the United States, China, the Netherlands, Japan, Taiwan. */
export const jurisdictions = ['US', 'CN', 'US/CN', 'NL', 'JP', 'TW'] as const;

/** A measure holds from a day on, until it is ended or replaced; an event happened and is over. */
export const eventKinds = ['measure', 'event'] as const;

/**
 * Something that somebody did on a day, as the record knows it. A law, a listing, a licence duty or a pause is a measure;
 * a summons, a charge, a finding, an inquiry, a bill's step or a promise is an event and is never in force.
 */
export const event = z
  .strictObject({
    /** The headline, sentence case. */
    name: text,
    /** The same in a few words, for a drawing. */
    short: text.max(32).optional(),
    /** The day; a month where the day is not established. */
    date: partialDate,
    /** Last day it holds by its own text. */
    end_date: partialDate.optional(),
    /** What the text says of that end, in words of our own; required where there is one. */
    end_says: text.optional(),
    /** `BIS`, `MOFCOM`, `NVIDIA`. */
    actor: text,
    jurisdiction: z.enum(jurisdictions),
    kind: z.enum(eventKinds),
    /** A company of that country did it of its own accord: no government's act, so it stands between the sides. */
    company: z.literal(true).optional(),
    /** What it is about; a drawing puts it with the first. */
    topics: z.array(z.enum(topics)).min(1),
    /** The story turns on it: where a drawing cannot name every event, it names these first. */
    leading: z.literal(true).optional(),
    /** What happened, in one to three sentences. */
    what: text,
    /** Where it stands at the end of the evidence. */
    status: z.enum(statuses),
    status_note: text.optional(),
    /** How a measure stood over time where no rule of the record says it: each state lasts until the next. */
    states: z.array(z.strictObject({ status: z.enum(statuses), from: partialDate })).default([]),
    /** It may have changed after the evidence ends, or rests on thin evidence. */
    recheck: z.literal(true).optional(),
    /** Ids of chips in the record. */
    chips: z.array(text).default([]),
    /** Ids of rules in the record. */
    rules: z.array(text).default([]),
    /** Ids of earlier events that it suspended, ended, prolonged or carried out, where its own sources say so. */
    answers: z.array(text).default([]),
    /** Who or what else it touches, in words. */
    affects: z.array(text).default([]),
    /** Ids of sources. */
    sources: z.array(text).min(1),
    /** Figures that belong to it, such as a charge that followed. */
    properties: z.record(text, z.array(statement).min(1)).default({}),
    conflicts: z.array(conflict).default([]),
    unknown: z.array(text).default([]),
  })
  .superRefine(({ kind, status, states, end_date, end_says }, context) => {
    const say = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (kind === 'event' && (status === 'in-force' || status === 'suspended'))
      say('status', `"${status}" of an event: allowed: on-record, or reported; only a measure holds`);
    if (kind === 'measure' && status === 'on-record')
      say('status', '"on-record" of a measure: allowed: whether it holds, such as in-force');
    if (kind === 'event' && (states.length > 0 || end_date !== undefined))
      say(
        states.length > 0 ? 'states' : 'end_date',
        'on an event: allowed: only on a measure, which holds for a time',
      );
    if ((end_date === undefined) !== (end_says === undefined))
      say(
        'end_says',
        'end_date and end_says come together: allowed: the last day, and what the text says of it',
      );
  });

export type PolicyEvent = z.infer<typeof event>;
export type Topic = (typeof topics)[number];
export type Jurisdiction = (typeof jurisdictions)[number];
