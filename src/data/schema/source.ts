import { z } from 'zod';
import { partialDate } from './date.ts';

export const sourceKinds = [
  'vendor',
  'regulator',
  'paper',
  'standard',
  'filing',
  'press',
  'analyst',
  'code-repository',
] as const;

/**
 * How a source was read, strongest first: the page itself; its words as quoted elsewhere; through another's summary;
 * or its address alone.
 */
export const accesses = ['read', 'quoted', 'second-hand', 'pointer'] as const;

/** Where a figure comes from. */
export const source = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  url: z
    .string({ error: 'a source needs an address: allowed: a web address' })
    .regex(/^https?:\/\/[^\s/]+\.[^\s/]+/, 'is not a web address: allowed: http:// or https:// with a host'),
  /** The day it was published, where it says so. */
  published: partialDate.optional(),
  kind: z.enum(sourceKinds),
  access: z.enum(accesses),
});

export type Source = z.infer<typeof source>;
export type Access = (typeof accesses)[number];
