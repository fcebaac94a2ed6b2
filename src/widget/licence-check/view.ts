import { formatDate } from '../../encoding/date.ts';
import type { ChainGate } from '../../figure/licenceCheckChain.ts';
import { licenceCheck, tallFrom } from '../../figure/licenceCheck.ts';
import type { ChartView } from '../chartView.ts';
import { escapeHtml } from '../html.ts';
import { drawnState } from '../lateMount.ts';
import type { Phrases } from '../phrases.ts';
import { askAll } from './asked.ts';
import type { CheckData } from './checkData.ts';
import { controlsHtml } from './controls.ts';
import { drawnProps } from './drawn.ts';
import { parameters, type CheckValues } from './params.ts';
import { answerSentence, partsHtml } from './parts.ts';
import { citedIn, tablesHtml } from './tables.ts';

/** Frames of the drawing: beside the chain in words, above it, and on a phone; the latter two taller for many rows. */
export const frames = (rows: number) => [
  { width: 1120, height: 630 },
  rows < tallFrom ? { width: 720, height: 540 } : { width: 720, height: 720 },
  rows < tallFrom ? { width: 400, height: 760 } : { width: 400, height: 980 },
];

/** What each gate of a day asked and did, as the drawing shows it. */
function gateSentences(say: Phrases, gates: readonly ChainGate[], column: number): string[] {
  return gates.flatMap(({ title, rows, outcomes }) => {
    const outcome = outcomes[column];
    if (!outcome) return [];
    const asked = rows.map(({ label, cells }) => `${label}, ${cells[column]?.text ?? ''}`).join('; ');
    return [say('gate.sentence', { title, asked, outcome: outcome.text })];
  });
}

/** Every text of the figure in a state, as the build and the browser write it. */
export function checkView(say: Phrases, data: CheckData, values: CheckValues, newTab: boolean): ChartView {
  const check = askAll(say, data, values);
  const { chip, asked } = check;
  const props = drawnProps(say, data, check);
  const mark = `<svg data-drawn="${escapeHtml(drawnState(parameters, values))}"`;
  const answers = [...new Set(asked.map(({ verdict }) => verdict.licence))].map((licence) => {
    const days = asked.filter(({ verdict }) => verdict.licence === licence).map(({ day }) => formatDate(day));
    return say('title-answer', {
      answer: say(`answer-in.${licence}`),
      dates: days.join(` ${say('word.and')} `),
    });
  });
  const destination = say(`country.${values.destination}`);
  const ends = formatDate(data.rulebook.evidenceUntil);
  const late = asked.some(({ verdict }) => verdict.afterEvidence);
  return {
    controls: controlsHtml(say, data, values).html,
    parts: partsHtml(say, data, values, check, newTab).html,
    table: tablesHtml(say, data, check, props, newTab).html,
    title: say('title', { chip: chip.name, destination, answers: answers.join(', ') }),
    note: [say('note'), late ? say('after-evidence', { date: ends }) : ''].filter(Boolean).join(' '),
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
    drawings: frames(props.chain.gates.flatMap(({ rows }) => rows).length).map((frame) =>
      licenceCheck(props, frame).replace('<svg', mark),
    ),
  };
}
