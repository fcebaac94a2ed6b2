import { formatRounded } from '../../encoding/format.ts';
import type { HallWords } from '../../placement/hallWords.ts';
import type { Layout } from '../../data/schema/layout.ts';
import { labelDetail, titleOf } from './naming.ts';
import type { StandingMachine } from './machines.ts';
import { lengthText } from './sizes.ts';
import type { Words } from './words.ts';

/** The words of a machine's drawing. `overheadText` is the printed figure of what runs in the trays, where published. */
export function hallWords(
  words: Words,
  { machine, layout }: StandingMachine,
  overheadText: string | undefined,
): HallWords {
  const { say } = words;
  return {
    part(path) {
      const last = path.at(-1);
      if (!last) return { title: say(`system.${machine.system}.full`), detail: '' };
      return { title: titleOf(words, machine, last), detail: labelDetail(words, machine, last) };
    },
    overhead: () => ({
      title: say(`overhead.${mediumOf(layout)}`),
      detail: overheadText ?? say('overhead.unknown'),
    }),
    person: (metres) => ({ title: lengthText(metres), detail: say('person') }),
    dimension(metres, basis) {
      const length = lengthText(metres);
      return basis === 'published' ? length : say('dimension', { length, basis: say(`basis.${basis}`) });
    },
    floorArea: (squareMetres) => say('floor-area', { area: formatRounded(squareMetres) }),
  };
}

function mediumOf(layout: Layout): 'optical' | 'copper' {
  return layout.overhead?.medium ?? 'optical';
}
