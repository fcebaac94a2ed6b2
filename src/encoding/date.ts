const quarters: Readonly<Record<string, string>> = {
  Q1: 'first quarter',
  Q2: 'second quarter',
  Q3: 'third quarter',
  Q4: 'fourth quarter',
  H1: 'first half',
  H2: 'second half',
};

const pattern = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|([QH][1-4])))?$/;

/** Whether a text is a date as the record writes them: `2026`, `2026-09`, `2026-09-17`, `2026-Q3` or `2026-H2`. */
export function isRecordDate(text: string): boolean {
  return pattern.test(text);
}

const ofYear = { timeZone: 'UTC', year: 'numeric' } as const;
const ofMonth = { ...ofYear, month: 'long' } as const;
/** Made once: to make one takes far longer than to write a date with it. */
const formats = {
  year: new Intl.DateTimeFormat('en-GB', ofYear),
  month: new Intl.DateTimeFormat('en-GB', ofMonth),
  day: new Intl.DateTimeFormat('en-GB', { ...ofMonth, day: 'numeric' }),
};

/**
 * A date as a reader writes it, as exact as the record is: `17 September 2026`, `September 2026`, `2026`,
 * `third quarter of 2026`.
 * @param date `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-Qn` or `YYYY-Hn`
 */
export function formatDate(date: string): string {
  const [, year, month, day, span] = pattern.exec(date) ?? [];
  const words = span === undefined ? undefined : quarters[span];
  if (words !== undefined) return `${words} of ${year}`;
  const parsed = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (year === undefined || span !== undefined || Number.isNaN(parsed.getTime())) {
    throw new Error(`date "${date}": allowed: 2026, 2026-09, 2026-09-17, 2026-Q3 or 2026-H2`);
  }
  return formats[day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'].format(parsed);
}
