/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

export const monthAfter = (month: string, months: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + months, 1))
    .toISOString()
    .slice(0, 7);

/** First and last day that a date of the record can mean. */
export function daysOf(date: string): readonly [number, number] {
  if (date.length === 10) return [dayNumber(date), dayNumber(date)];
  const [first, next] =
    date.length === 4 ? [`${date}-01`, `${Number(date) + 1}-01`] : [date, monthAfter(date, 1)];
  return [dayNumber(`${first}-01`), dayNumber(`${next}-01`) - 1];
}
