const small = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // prettier-ignore
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/**
 * A whole number as prose writes it: `sixty-four`.
 * @param value 0 to 100
 */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 100) {
    throw new Error(`${value} in words: allowed: a whole number from 0 to 100`);
  }
  if (value === 100) return 'a hundred';
  const unit = value % 10;
  return small[value] ?? tens[Math.floor(value / 10)]! + (unit === 0 ? '' : `-${small[unit]!}`);
}
