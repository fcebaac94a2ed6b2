import { formatDate } from '../../encoding/date.ts';
import type { ChainGate } from '../../figure/licence-check/chainProps.ts';
import { licenceCheck } from '../../figure/licence-check/drawing.ts';
import type { ChartView } from '../chartView.ts';
import { escapeHtml } from '../html.ts';
import { knowledgeNote } from '../knowledgeText.ts';
import { drawnState } from '../drawnState.ts';
import type { Phrases } from '../phrases.ts';
import { twinHtml } from '../twinTable.ts';
import { askAll, type Asked } from './asked.ts';
import { checkOn, type CheckData } from './checkData.ts';
import { controlsHtml } from './controls.ts';
import { drawnProps } from './drawn.ts';
import { parameters, type CheckValues } from './params.ts';
import { answerSentence, partsHtml, policySentence } from './parts.ts';
import { checkTables, citedIn } from './tables.ts';

/** Widths of the drawing: beside the chain in words, above it, and on a phone. */
export const widths = [1120, 720, 400];

/** What each gate of a day asked and did, as the drawing shows it. */
function gateSentences(say: Phrases, gates: readonly ChainGate[], column: number): string[] {
  return gates.flatMap(({ title, rows, outcomes }) => {
    const outcome = outcomes[column];
    if (!outcome) return [];
    const asked = rows.map(({ label, cells }) => `${label}, ${cells[column]?.text ?? ''}`).join('; ');
    return [say('gate.sentence', { title, asked, outcome: outcome.text })];
  });
}

/** The answers with their days; the policies too, where they are all that changes. */
function answersInTitle(say: Phrases, asked: readonly Asked[]): string {
  const policies = asked.map(({ verdict }) => policySentence(say, verdict));
  const licences = [...new Set(asked.map(({ verdict }) => verdict.licence))];
  if (licences.length === 1 && new Set(policies).size > 1)
    return asked
      .map(({ day }, i) => {
        const answer = i === 0 ? say(`answer-in.${licences[0]!}`) : '';
        return say('title-answer', { answer, dates: formatDate(day), policy: policies[i]! }).trim();
      })
      .join('; ');
  return licences
    .map((licence) => {
      const days = asked
        .filter(({ verdict }) => verdict.licence === licence)
        .map(({ day }) => formatDate(day));
      return say('title-answer', {
        answer: say(`answer-in.${licence}`),
        dates: days.join(` ${say('word.and')} `),
        policy: '',
      });
    })
    .join(', ');
}

/** Every text of the figure in a state, as the build and the browser write it. */
export function checkView(say: Phrases, all: CheckData, values: CheckValues, newTab: boolean): ChartView {
  const data = checkOn(all, values.asof);
  const check = askAll(say, data, values);
  const { chip, asked } = check;
  const props = drawnProps(say, data, check);
  const mark = `<svg data-drawn="${escapeHtml(drawnState(parameters, values))}"`;
  const answers = answersInTitle(say, asked);
  const destination = say(`country.${values.destination}`);
  const ends = formatDate(data.rulebook.evidenceUntil);
  const late = asked.some(({ verdict }) => verdict.afterEvidence);
  return {
    controls: controlsHtml(say, data, values).html,
    parts: partsHtml(say, data, check, newTab).html,
    table: twinHtml(checkTables(say, data, check, props), newTab).html,
    title: say('title', { chip: chip.name, destination, answers }),
    note: knowledgeNote(
      say,
      values.asof,
      [say('note'), late ? say('after-evidence', { date: ends }) : ''].filter(Boolean).join(' '),
    ),
    status: say('status-cell'),
    asOf: ends,
    summary: [
      say('summary', { chip: chip.name, destination }),
      ...asked.flatMap((one, column) => [
        answerSentence(say, values, one),
        props.chain.columns[column]!.plate.text,
        ...gateSentences(say, props.chain.gates, column),
      ]),
      say('foot'),
    ].join(' '),
    scale: say('scale-cell'),
    sources: citedIn(data, check).map((id) => ({ id, ...data.sources[id]! })),
    drawings: widths.map((width) => licenceCheck(props, width).replace('<svg', mark)),
  };
}
