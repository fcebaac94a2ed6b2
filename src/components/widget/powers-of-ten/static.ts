import { loadCatalogue } from '../../../data/load.ts';
import { wholeRecord } from '../../../data/wholeRecord.ts';
import { powersPoster } from '../../../figure/powers-of-ten/poster.ts';
import { figureStrings } from '../../../locale/figureStrings.ts';
import type { Language } from '../../../locale/languages.ts';
import { wordLayers } from '../../../placement/label/wordLayers.ts';
import { scaleAt } from '../../../placement/flight/flight.ts';
import { drawingWords } from '../../../placement/flight/flightLabels.ts';
import { stops } from '../../../placement/flight/stops.ts';
import sheet from '../../../styles/powers-of-ten.css?url';
import { markup } from '../../../widget/html.ts';
import { asOfText } from '../../../widget/knowledgeText.ts';
import type { ParameterValues } from '../../../widget/parameter.ts';
import { phrases } from '../../../widget/phrases.ts';
import { factsHtml } from '../../../widget/powers-of-ten/facts.ts';
import { stopOn, type FlightData, type StopText } from '../../../widget/powers-of-ten/flightData.ts';
import { standFlight } from '../../../widget/powers-of-ten/machine.ts';
import { declaration, type FlightValues } from '../../../widget/powers-of-ten/params.ts';
import { posterFrame, scaleText } from '../../../widget/powers-of-ten/scale.ts';
import { flightDays, stopFigures } from '../../../widget/powers-of-ten/select.ts';
import { flightTables, statusWord, type ToldStop } from '../../../widget/powers-of-ten/table.ts';
import { labelWords, lastRead, type Say, type StopWords } from '../../../widget/powers-of-ten/text.ts';
import { flightOn, type ToldFlight } from '../../../widget/powers-of-ten/twin.ts';
import { rowHtml } from '../../../widget/twinTable.ts';
import { howTo } from '../sectionStrings.ts';
import type { SourceLine, StaticWidget } from '../staticWidget.ts';
import Controls from './Controls.astro';
import Parts from './Parts.astro';
import type { PreparedFlight, PreparedStop } from './preparedFlight.ts';
import Table from './Table.astro';

/** The sources cell of the title block, as `Widget.astro` writes it. */
function sourcesHtml(sources: readonly SourceLine[]): string {
  const lines = sources.map(({ label, href }) => markup`<li><a href="${href}">${label}</a></li>`);
  return markup`<details><summary>${sources.length}</summary><ol>${lines}</ol></details>`.html;
}

/** What is to be seen at a stop, for a reader who does not see it. */
function summaryOf(say: Say, { sentence, more, title, reach, way }: StopWords): string {
  const said = { sentence, more, title, reach: reach.replace(/\.$/, ''), way };
  return say('summary', said).replaceAll('  ', ' ');
}

/** HTML of the row of a stop in the table. */
function stopRow(say: Say, told: ToldFlight['stops'], index: number): string {
  const table = flightTables(say, told)[0]!;
  return rowHtml(table, table.rows[index]!, false).html;
}

async function cut(language: Language) {
  const whole = wholeRecord(await loadCatalogue());
  const say = phrases(figureStrings(declaration.id, language), declaration.id);
  const { record } = flightOn(whole, say, 'latest');
  const labels = labelWords(record, say, (id) => say(`part.${id}.one`));
  const { props, plan } = standFlight(record.machine);
  const drawing = drawingWords(labels);
  const stills = stops.map((_stop, index) =>
    powersPoster(props, plan, scaleAt(index), drawing, {
      frame: posterFrame,
      name: 'powers',
      layers: wordLayers('flight'),
    }),
  );
  const text = (told: ToldFlight, stop: ToldStop, index: number, known: string): StopText => ({
    known,
    title: stop.title,
    note: stop.note,
    status: statusWord(say, stop.status),
    asOf: asOfText('latest', lastRead(told.record, stopFigures[stop.id])),
    summary: summaryOf(say, stop),
    said: say('said', { stop: stop.name, number: index + 1, all: stops.length, sentence: stop.sentence }),
    sentence: stop.sentence,
    facts: factsHtml(say, stop).html,
    row: stopRow(say, told.stops, index),
    sources: sourcesHtml(stop.sources),
  });
  // What a stop says changes on few of the days on which something was said.
  const days = ['0001-01-01', ...flightDays(record)];
  const told = days.map((day) => flightOn(whole, say, day));
  const texts = stops.map((stop, index) => {
    const all = told.map((one, i) => text(one, one.stops[index]!, index, days[i]!));
    const same = (a: StopText, b: StopText) =>
      JSON.stringify({ ...a, known: '' }) === JSON.stringify({ ...b, known: '' });
    return [stop, all.filter((one, i) => i === 0 || !same(one, all[i - 1]!))] as const;
  });
  const data: FlightData = {
    machine: record.machine,
    stops: Object.fromEntries(texts) as unknown as FlightData['stops'],
    labels,
  };
  return { whole, data, stills, say, props, plan };
}

const cuts = new Map<Language, ReturnType<typeof cut>>();

async function prepare(values: ParameterValues, language: Language): Promise<PreparedFlight> {
  const known = cuts.get(language) ?? cut(language);
  cuts.set(language, known);
  const { whole, data, stills, say, props, plan } = await known;
  const { stage: current, asof } = values as FlightValues;
  const index = stops.indexOf(current);
  const text = stopOn(data, current, asof);
  const prepared = flightOn(whole, say, asof).stops.map((stop, at): PreparedStop => ({
    ...stop,
    facts: factsHtml(say, stop).html,
    still: stills[at]!,
  }));
  return {
    ...text,
    asOf: asof === 'latest' ? text.asOf : asOfText(asof, []),
    scale: scaleText(props, plan, scaleAt(index)),
    howTo: howTo(declaration.id, language),
    poster: stills[scaleAt(index)]!,
    sources: prepared[index]!.sources,
    data,
    strings: {},
    stops: prepared,
    current,
    say,
  };
}

export const powersOfTen: StaticWidget = {
  declaration,
  sheet,
  prepare,
  Controls,
  Parts,
  Table,
  steps: true,
};
