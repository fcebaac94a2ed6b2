import { z } from 'zod';
import { recordShape } from './statement.ts';

/** A processor package as one buys or announces it. */
export const chip = z.strictObject({ ...recordShape });

export type Chip = z.infer<typeof chip>;
