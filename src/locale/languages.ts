/** Languages the site is written in, by BCP 47 tag; the first is the one the root address leads to. */
export const languages = ['en'] as const;

export type Language = (typeof languages)[number];
