import { z } from 'zod';

/** Front matter of a page about the site itself. */
export const backMatter = z.strictObject({
  title: z.string().min(1),
  standfirst: z.string().min(1),
  description: z.string().min(1),
});
