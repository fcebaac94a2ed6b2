import type { MapKnot } from '../../figure/threshold-map/knot.ts';
import type { Phrases } from '../phrases.ts';
import { densityText, tppText } from './measureText.ts';
import type { Ruling } from './rulings.ts';
import type { ShownChip } from './shownChip.ts';

/** By how much a chip stays under the line it was cut to fit: `32 under 2,400`, or `32 under` for `short`. */
export function gapText(say: Phrases, gap: NonNullable<Ruling['gap']>, form: 'under' | 'short'): string {
  const print = gap.axis === 'tpp' ? tppText : densityText;
  return say(`note-of.${form}`, { under: print(gap.under), line: print(gap.line) });
}

/** Chips off the list just under a line, nearest first; null where there are none. */
export function knotOf(say: Phrases, chips: readonly ShownChip[]): MapKnot | null {
  const near = chips.flatMap(({ id, name, form, ruling: { gap, chinese, later } }) =>
    gap && form !== 'listed'
      ? [
          {
            id,
            name,
            form,
            square: chinese,
            later,
            share: gap.under / gap.line,
            text: gapText(say, gap, 'under'),
            short: gapText(say, gap, 'short'),
          },
        ]
      : [],
  );
  if (near.length === 0) return null;
  return {
    title: say('knot.title'),
    detail: say('knot.detail'),
    chips: near.sort((a, b) => a.share - b.share),
  };
}

/** What stands at a mark of the plane: how it stands in plain words, and the notes that the knot does not tell. */
export function markNotes(say: Phrases, { form, notes, ruling: { gap, later } }: ShownChip): string[] {
  const told = gap && form !== 'listed' ? gapText(say, gap, 'under') : null;
  return [
    ...(form === 'letter' ? [say('standing.letter')] : []),
    ...(form === 'open' ? [say('standing.open')] : []),
    ...(later ? [say('standing.later')] : []),
    ...notes.filter((note) => note !== told),
  ];
}
