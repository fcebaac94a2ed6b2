import type { RuledQuantity } from '../../data/schema/condition.ts';
import type { Rulebook } from '../../data/schema/exportControl.ts';
import type { Answer } from './interval.ts';
import { quotient, rangeOf, sum, type Range } from './range.ts';
import { digitsOf, tppOf } from './measure.ts';
import type { Question } from './question.ts';

/** A question in the terms of conditions, as far as it is known. */
export interface Situation {
  readonly quantities: Readonly<Record<RuledQuantity, Range>>;
  /** Significant digits in which each quantity is printed: those that its inputs have. */
  readonly digits: Readonly<Record<RuledQuantity, number>>;
  readonly flags: { readonly datacentre: Answer; readonly 'us-sale': Answer; readonly 'from-us': Answer };
  readonly destination: string | null;
  readonly headquarters: string | null;
  /** Id in the record; null for a chip known by its figures alone. */
  readonly chip: string | null;
  readonly maker: string | null;
  /** Where the maker's headquarters are; null where the record does not say. */
  readonly makerFrom: string | null;
  readonly item: 'processor' | 'memory';
  /** The paragraph that controls the item; null for none. Settled before anything that asks for it. */
  readonly paragraph: string | null;
}

/** A buyer whose parent nobody names is taken to have its headquarters where the chip goes. */
export function situationOf(rulebook: Rulebook, question: Question): Situation {
  const { chip, destination, parent, route, usSale = chip.usSale } = question;
  const tpp = rangeOf(tppOf(chip));
  const io = rangeOf(chip.ioBandwidthGBs);
  const dram = rangeOf(chip.dramBandwidthGBs);
  const maker = makerIn(rulebook, chip.maker);
  return {
    quantities: {
      tpp,
      density: quotient(tpp, rangeOf(chip.applicableDieAreaMm2)),
      io,
      dram,
      'dram-plus-io': sum(dram, io),
      'memory-density': quotient(
        rangeOf(chip.memory?.bandwidthGBs ?? null),
        rangeOf(chip.memory?.areaMm2 ?? null),
      ),
    },
    digits: digitsOf(chip),
    flags: {
      datacentre: chip.datacentre,
      'us-sale': usSale,
      'from-us': route === null ? null : route === 'us',
    },
    destination,
    headquarters: parent ?? destination,
    chip: chip.id,
    maker,
    makerFrom: maker === null ? null : (rulebook.makers[maker] ?? null),
    item: chip.memory ? 'memory' : 'processor',
    paragraph: null,
  };
}

/** A maker's name as the record writes it, whatever its capitals, points and legal form; an unknown name stays as it is. */
export function makerIn({ makers, aliases }: Rulebook, name: string | null): string | null {
  if (name === null) return null;
  const plain = (text: string) => `${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()} `; // prettier-ignore
  const known = [...Object.keys(makers).map((one) => [one, one]), ...Object.entries(aliases)] as [string, string][];
  return known.find(([one]) => plain(name).startsWith(plain(one)))?.[1] ?? name;
} // prettier-ignore
