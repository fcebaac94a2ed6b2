import { scrollSvg } from '../../figure/wire/scroll.ts';
import { withFirstWords } from '../../figure/axonometry/words.ts';
import { translate } from '../../locale/translations.ts';
import { homeWire, wireLength } from './homeWire.ts';
import { scaleSentence } from './scaleSentence.ts';

/** Breaks words into lines of the foot of the paper. */
const footWidth = 110;

/** The wire of the home page for a scroll of paper, in millimetres: what stands inside its `<svg>`. */
export async function wireScroll(): Promise<string> {
  const t = translate('en');
  const { stops, asOf } = await homeWire();
  return scrollSvg(
    stops.map(({ stretch }) => stretch),
    stops.map((stop) => ({
      title: stop.title,
      sentence: stop.sentence,
      wire: `${t(`wire.${stop.stretch.medium}`)}, ${stop.wire}; ${t('wire.distance', { length: stop.distance })}`,
      scale: scaleSentence(t, stop.stretch, stop.factor),
      end: stop.end,
      drawing: withFirstWords(stop.drawing),
    })),
    {
      head: [t('wire.name'), `${t('home.as-of', { date: asOf })}. ${t('site.name')}, CC BY 4.0.`],
      foot: t('wire.assumed'),
      footWidth,
      length: wireLength,
    },
  );
}
