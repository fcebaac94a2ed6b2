import { loadCatalogue } from '../../../data/load.ts';
import { readLayouts } from '../../../data/readLayouts.ts';
import { readTopologies } from '../../../data/readTopologies.ts';
import { formatDate } from '../../../encoding/date.ts';
import { powersPoster } from '../../../figure/powers-of-ten/poster.ts';
import type { Language } from '../../../locale/languages.ts';
import { strings, translate } from '../../../locale/translations.ts';
import sheet from '../../../styles/powers-of-ten.css?url';
import { wordLayers } from '../../../placement/label/wordLayers.ts';
import { scaleAt } from '../../../placement/flight/flight.ts';
import { stops } from '../../../placement/flight/stops.ts';
import { drawingWords } from '../../../placement/flight/flightLabels.ts';
import type { ParameterValues } from '../../../widget/parameter.ts';
import type { FlightData, StopText } from '../../../widget/powers-of-ten/flightData.ts';
import { standFlight } from '../../../widget/powers-of-ten/machine.ts';
import { declaration, type FlightValues } from '../../../widget/powers-of-ten/params.ts';
import { posterFrame, scaleText } from '../../../widget/powers-of-ten/scale.ts';
import { selectFlight, stopFigures, stopSources } from '../../../widget/powers-of-ten/select.ts';
import {
  labelWords,
  lastRead,
  stopWords,
  type Say,
  type StopWords,
} from '../../../widget/powers-of-ten/text.ts';
import type { SourceLine, StaticWidget } from '../staticWidget.ts';
import Controls from './Controls.astro';
import Parts from './Parts.astro';
import type { PreparedFlight, PreparedStop } from './preparedFlight.ts';
import Table from './Table.astro';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The sources cell of the title block, as `Widget.astro` writes it. */
function sourcesHtml(sources: readonly SourceLine[]): string {
  const lines = sources.map(({ label, href }) => `<li><a href="${escape(href)}">${escape(label)}</a></li>`);
  return `<details><summary>${sources.length}</summary><ol>${lines.join('')}</ol></details>`;
}

/** What is to be seen at a stop, for a reader who does not see it. */
function summaryOf(say: Say, { sentence, more, title, reach, way }: StopWords): string {
  const said = { sentence, more, title, reach: reach.replace(/\.$/, ''), way };
  return say('summary', said).replaceAll('  ', ' ');
}

/** Strings that the widget says in the browser. */
const browserKeys = ['lost', 'restored'];

async function cut(language: Language) {
  const catalogue = await loadCatalogue();
  const record = selectFlight(catalogue, readLayouts(), readTopologies());
  const t = translate(language);
  const texts = strings(language);
  // A string takes of the values offered those it has places for.
  const say: Say = (key, values = {}) => {
    const text = texts.get(`powers-of-ten.${key}`) ?? '';
    const wanted = Object.entries(values).filter(([name]) => text.includes(`{${name}}`));
    return t(`powers-of-ten.${key}`, Object.fromEntries(wanted));
  };
  const labels = labelWords(record, say, (id) => t(`supernode-hall.part.${id}.one`));
  const { props, plan } = standFlight(record.machine);
  const drawing = drawingWords(labels);
  const prepared = stopWords(record, say).map((stop, index): PreparedStop => ({
    ...stop,
    statusWord: t(`status.${stop.status}`),
    reachStatusWord: t(`status.${stop.reachStatus}`),
    sources: stopSources(catalogue, record, stop.id).map(({ title, publisher, url }) => ({
      label: `${publisher}: ${title}`,
      href: url,
    })),
    still: powersPoster(props, plan, scaleAt(index), drawing, {
      frame: posterFrame,
      name: 'powers',
      layers: wordLayers('flight'),
    }),
  }));
  const text = (stop: PreparedStop, index: number): StopText => ({
    title: stop.title,
    note: stop.note,
    status: stop.statusWord,
    asOf: formatDate(lastRead(record, stopFigures[stop.id])),
    summary: summaryOf(say, stop),
    said: say('said', { stop: stop.name, number: index + 1, all: stops.length, sentence: stop.sentence }),
    sources: sourcesHtml(stop.sources),
  });
  const data: FlightData = {
    machine: record.machine,
    stops: Object.fromEntries(
      prepared.map((stop, index) => [stop.id, text(stop, index)]),
    ) as FlightData['stops'],
    labels,
  };
  return { data, stops: prepared, say, props, plan };
}

const cuts = new Map<Language, ReturnType<typeof cut>>();

async function prepare(values: ParameterValues, language: Language): Promise<PreparedFlight> {
  const known = cuts.get(language) ?? cut(language);
  cuts.set(language, known);
  const { data, stops: prepared, say, props, plan } = await known;
  const current = (values as FlightValues).stage;
  const index = stops.indexOf(current);
  const text = data.stops[current];
  const t = translate(language);
  const steps = [...strings(language).keys()].filter((key) => key.startsWith('powers-of-ten.how-to.'));
  return {
    ...text,
    scale: scaleText(props, plan, scaleAt(index)),
    howTo: steps.map((key) => t(key)),
    poster: prepared[scaleAt(index)]!.still,
    sources: prepared[index]!.sources,
    data,
    strings: Object.fromEntries(browserKeys.map((key) => [`powers-of-ten.${key}`, say(key)])),
    stops: prepared,
    current,
    say,
  };
}

export const powersOfTen: StaticWidget = { declaration, sheet, prepare, Controls, Parts, Table };
