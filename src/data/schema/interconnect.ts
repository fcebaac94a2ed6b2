import { z } from 'zod';
import { recordShape } from './statement.ts';

/** A link technology, a switch, or a way of wiring. */
export const interconnect = z.strictObject({ ...recordShape });

export type Interconnect = z.infer<typeof interconnect>;
