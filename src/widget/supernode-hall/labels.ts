import { formatNumber, formatRounded } from '../../encoding/format.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import { labelDetail, titleOf } from './naming.ts';
import type { StandingMachine } from './machines.ts';
import { lengthText } from '../../encoding/length.ts';
import type { Words } from './words.ts';

/** The words of a machine's drawing. `overheadText` is the printed figure of what runs in the trays, where published. */
export function hallWords(
  words: Words,
  { machine }: StandingMachine,
  overheadText: string | undefined,
): HallWords {
  const { say } = words;
  return {
    part(path) {
      const last = path.at(-1);
      if (!last) return { title: say(`system.${machine.system}.full`), detail: '' };
      return {
        title: titleOf(words, machine, last),
        detail: labelDetail(words, machine, last),
        row: last.classId,
      };
    },
    links: ({ run, count, linksPerStrand }) => {
      const medium = count.medium === 'optical' ? 'optical' : 'copper';
      const number = formatNumber(run === 'overhead' ? count.cables : count.links);
      const counted =
        run === 'overhead' && overheadText !== undefined
          ? overheadText
          : say(run === 'overhead' ? 'links.cables' : 'links.links', { number });
      // The scale is of what the label counts: a cable may carry several links.
      const each = run === 'overhead' ? (linksPerStrand * count.cables) / count.links : linksPerStrand;
      const scale = each > 1 ? say('links.drawn', { ratio: formatNumber(each) }) : '';
      return { title: say(`links.${run}-${medium}`), detail: scale ? `${counted}; ${scale}` : counted };
    },
    person: (metres) => ({ title: lengthText(metres), detail: say('person') }),
    dimension(metres, basis) {
      const length = lengthText(metres);
      return basis === 'published' ? length : say('dimension', { length, basis: say(`basis.${basis}`) });
    },
    floorArea: (squareMetres) => say('floor-area', { area: formatRounded(squareMetres) }),
  };
}
