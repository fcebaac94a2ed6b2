import { requirePositive } from './range.ts';
import { cableMedia, type Cabling, type CableMedium } from './cableMedium.ts';

/** What a part costs, in one currency; null where nobody has said. */
export type PartPrices = Readonly<Record<CableMedium | 'switch-port', number | null>>;

/**
 * What the cables and the ports of the switches of a design cost; null as long as a price of something that it needs is
 * not given.
 * @throws RangeError for a price that is not above zero.
 */
export function networkPrice(
  { byMedium }: Pick<Cabling, 'byMedium'>,
  switchPorts: number,
  prices: PartPrices,
): { readonly total: number | null; readonly missing: readonly (keyof PartPrices)[] } {
  const needed = [
    ...cableMedia.map((medium) => [medium, byMedium[medium].cables] as const),
    ['switch-port', switchPorts] as const,
  ].filter(([, count]) => count > 0);
  const missing = needed.filter(([part]) => prices[part] === null).map(([part]) => part);
  const total = needed.reduce((sum, [part, count]) => {
    const price = prices[part];
    return price === null ? sum : sum + count * requirePositive(`price of ${part}`, price);
  }, 0);
  return { total: missing.length > 0 ? null : total, missing };
}
