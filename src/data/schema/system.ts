import { z } from 'zod';
import { recordShape } from './statement.ts';

/** A machine of many chips: a server, a rack, a supernode, a cluster. */
export const system = z.strictObject({
  ...recordShape,
  /** Id of the chip it is made of, where the record has one. */
  chip: z.string().min(1).optional(),
  /** Id of the interconnect that joins its chips, where the record has one. */
  interconnect: z.string().min(1).optional(),
});

export type System = z.infer<typeof system>;
