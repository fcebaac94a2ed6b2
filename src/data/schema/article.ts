import { z } from 'zod';

/** Front matter of an article. */
export const article = z.strictObject({
  title: z.string().min(1),
  /** One or two sentences under the title. */
  standfirst: z.string().min(1),
  /** What a search engine or a card on another site prints. */
  description: z.string().min(1),
  /** Number of its part. */
  part: z.int().min(1).max(5),
  /** Its number among the articles. */
  order: z.int().min(1).max(12),
  /** Day it first stood on the site. */
  published: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day: allowed: "2026-11-22", in quotes'),
  /** Day its text was last edited; up to when evidence was read follows from what the page shows. */
  edited: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day: allowed: "2026-11-22", in quotes'),
});

export type Article = z.infer<typeof article>;
