import { loadCatalogue } from '../../../data/load.ts';
import { wholeRecord } from '../../../data/wholeRecord.ts';
import { formatNumber } from '../../../encoding/format.ts';
import type { Paint } from '../../../figure/axonometry/axonometry.ts';
import { packFaces } from '../../../figure/axonometry/pack.ts';
import { plainer } from '../../../figure/supernode-hall/eyeFaces.ts';
import type { HallProps } from '../../../placement/hall/hallProps.ts';
import type { Language } from '../../../locale/languages.ts';
import { posterFrames, wordLayers } from '../../../placement/label/wordLayers.ts';
import { strings, translate } from '../../../locale/translations.ts';
import type { ParameterValues } from '../../../widget/parameter.ts';
import type { HallData } from '../../../widget/supernode-hall/hallData.ts';
import { drawnState, markDrawn } from '../../../widget/drawnState.ts';
import { declaration, parameters, type HallValues } from '../../../widget/supernode-hall/params.ts';
import { roundRatio } from '../../../widget/stage.ts';
import { drawPoster } from '../../../widget/supernode-hall/poster.ts';
import { hallState } from '../../../widget/supernode-hall/state.ts';
import { twin } from '../../../widget/supernode-hall/twin.ts';
import { drawingWords, hallView } from '../../../widget/supernode-hall/view.ts';
import { wordsFrom } from '../../../widget/supernode-hall/words.ts';
import type { StaticWidget, StillFrame } from '../staticWidget.ts';
import Controls from '../ViewControls.astro';
import { mediaKey } from '../mediaKey.ts';
import Parts from '../ViewParts.astro';
import Table from '../ViewTable.astro';
import type { ViewedFigure } from '../viewedFigure.ts';
import '../../../styles/supernode-hall.css';

/** Strings that the widget says in the browser: its own section, and the names of statuses and of ways of reading. */
function hallStrings(language: Language): Record<string, string> {
  const own = [...strings(language)].flatMap(([key, text]): [string, string][] => {
    if (/^supernode-hall\.(?!how-to\.)/.test(key)) return [[key, text]];
    return /^(status|access)\./.test(key) ? [[`supernode-hall.${key}`, text]] : [];
  });
  return Object.fromEntries(own);
}

/** The slice is the same in every state, and counting the links of the largest machines takes a while. */
let cut: Promise<HallData> | undefined;
const hallData = () => (cut ??= loadCatalogue().then((catalogue) => twin.cut(wholeRecord(catalogue))));

/** A state with its words; throws on a part that it does not have. */
async function stateOf(values: ParameterValues, language: Language) {
  const data = await hallData();
  const { state, allowed } = hallState(data, values as HallValues);
  if (allowed !== null)
    throw new Error(`supernode-hall: part="${String(values['part'])}"; allowed: ${allowed}`);
  return { data, state, words: wordsFrom(hallStrings(language), language) };
}

/** What a small picture in perspective can do without is left out of it. */
const packPlainer =
  ({ view }: HallProps): Paint =>
  (faces) =>
    packFaces(view === 'walk' ? plainer(faces) : faces);

async function draw(values: ParameterValues, language: Language, frame: StillFrame): Promise<string> {
  const { data, state, words } = await stateOf(values, language);
  return drawPoster(
    state.props.peek(),
    drawingWords(words, data, state),
    frame,
    packPlainer(state.props.peek()),
  ).svg;
}

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const { data, state, words } = await stateOf(values, language);
  const around = { exploring: false, still: false, treeFocus: null };
  const view = (newTab: boolean) => hallView(words, data, state, { ...around, newTab });
  const labels = drawingWords(words, data, state);
  const [wide, narrow] = (['wide', 'narrow'] as const).map((name) =>
    drawPoster(state.props.peek(), labels, posterFrames[name], packFaces, wordLayers(name)),
  );
  const drawn = drawnState(parameters, state.values.peek());
  const t = translate(language);
  const steps = [...strings(language).keys()].filter((key) => key.startsWith('supernode-hall.how-to.'));
  const { title, note, status, asOf, summary, sources } = view(false);
  return {
    title,
    note,
    status,
    asOf,
    summary,
    sources,
    scale:
      wide!.ratio > 0
        ? words.say('ratio', { ratio: formatNumber(roundRatio(wide!.ratio)) })
        : words.say('perspective'),
    howTo: steps.map((key) => t(key)),
    poster: markDrawn(wide!.svg, drawn),
    narrowPoster: narrow!.svg,
    key: mediaKey({ copper: words.say('copper'), light: words.say('light') }),
    data,
    strings: hallStrings(language),
    view,
  };
}

export const supernodeHall: StaticWidget = {
  declaration,
  prepare,
  draw,
  Controls,
  Parts,
  Table,
  looksUp: true,
  late: true,
};
