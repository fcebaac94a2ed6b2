import { formatDate } from '../../encoding/date.ts';
import { formatNumber } from '../../encoding/format.ts';
import { markup } from '../html.ts';
import { asOfText, knowledgeNote, statusText } from '../knowledgeText.ts';
import type { Phrases } from '../phrases.ts';
import { figureOn } from '../recordedFigure.ts';
import type { SheetView } from '../sheetFigure.ts';
import { sourceLines } from '../sourceLines.ts';
import { twinHtml } from '../twinTable.ts';
import { lossText, wayText } from './answer.ts';
import { cardHtml, partText } from './card.ts';
import { controlsHtml, type ExplorerSurroundings } from './controls.ts';
import type { ExplorerData } from './explorerData.ts';
import { exploredOf, type Explored } from './explored.ts';
import { partName } from './naming.ts';
import { openedOf } from './opened.ts';
import type { ExplorerValues } from './params.ts';
import { isHall } from './sheet.ts';
import { explorerTables } from './tables.ts';

/** Every text around the drawing of a state that its machine can take. */
export function explorerView(
  say: Phrases,
  data: ExplorerData,
  values: ExplorerValues,
  around: ExplorerSurroundings,
): SheetView {
  const explored = exploredOf(data, values);
  const { system } = explored.machine;
  const known = system.chips === null ? undefined : data.figures[system.chips];
  const shown = known ? figureOn(known, values.asof).shown : null;
  return {
    controls: controlsHtml(say, explored, around).html,
    parts:
      markup`<p class="explorer-answer" data-row="way">${wayText(say, explored)}</p><p data-row="lost">${lossText(say, explored)}</p><div class="explorer-part" tabindex="0" role="region" aria-label="${say('group.card')}">${cardHtml(say, explored)}</div>`
        .html,
    table: twinHtml(explorerTables(say, explored), around.newTab).html,
    title: titleText(say, explored),
    note: knowledgeNote(say, values.asof, noteText(say, explored, known !== undefined && shown === null)),
    status: known ? statusText(say, shown?.status ?? null) : say('in-a-paper'),
    asOf:
      shown || values.asof !== 'latest'
        ? asOfText(values.asof, shown ? [shown.read] : [])
        : formatDate(system.published),
    summary: summaryText(say, explored),
    sources: sourcesOf(data, explored, values.asof),
  };
}

function titleText(say: Phrases, { machine, failures }: Explored): string {
  const words = {
    machine: say(`system.${machine.id}.full`),
    links: formatNumber(machine.topology.linkCount / 2),
  };
  const [first, ...others] = failures;
  if (!first) return say('title', words);
  return say(others.length > 0 ? 'title-many' : first.kind === 'link' ? 'title-cut' : 'title-gone', {
    ...words,
    part: partName(say, machine, first),
    others: formatNumber(others.length),
  });
}

/** What is assumed, the most telling in full, and what the drawing leaves to the table. */
function noteText(say: Phrases, { machine }: Explored, untold: boolean): string {
  const { assumptions } = machine.system;
  return [
    untold ? say('knowledge.unannounced', { name: say(`system.${machine.id}.full`) }) : '',
    say('assumed', {
      first: assumptions[0]?.says ?? '',
      others: formatNumber(Math.max(0, assumptions.length - 1)),
    }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What is to be seen, for a reader who does not see it. */
function summaryText(say: Phrases, explored: Explored): string {
  const { machine, picked } = explored;
  const { open, boards } = openedOf(explored);
  return [
    machine.system.summary,
    isHall(explored)
      ? say('hall-text')
      : say('open-text', { cabinets: formatNumber(open.length), boards: formatNumber(boards.size) }),
    wayText(say, explored),
    lossText(say, explored),
    picked
      ? say('picked-text', { part: partName(say, machine, picked), text: partText(say, explored, picked) })
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function sourcesOf(
  data: ExplorerData,
  { machine: { system } }: Explored,
  asof: string,
): SheetView['sources'] {
  const counted = system.chips === null ? [] : sourceLines(data, [system.chips], asof);
  const wired = system.sources
    .filter((id) => !counted.some((one) => one.id === id))
    .map((id) => {
      const { publisher, title, url } = data.sources[id]!;
      return { id, label: `${publisher}: ${title}`, href: url };
    });
  return [...wired, ...counted];
}

/** What a change means, for someone who listens. */
export function changeText(
  say: Phrases,
  data: ExplorerData,
  before: ExplorerValues,
  after: ExplorerValues,
): string {
  const explored = exploredOf(data, after);
  const { machine, picked } = explored;
  const said: string[] = [];
  const differs = (...names: (keyof ExplorerValues)[]) => names.some((name) => before[name] !== after[name]);
  if (differs('system')) said.push(say('said.system', { machine: say(`system.${after.system}.full`) }));
  if (differs('system', 'from', 'to', 'routing', 'failed')) said.push(wayText(say, explored));
  if (differs('system', 'failed')) said.push(lossText(say, explored));
  if (differs('part'))
    said.push(
      picked
        ? say('picked-text', { part: partName(say, machine, picked), text: partText(say, explored, picked) })
        : say('said.let-go'),
    );
  if (differs('view')) said.push(say(`said.view.${after.view}`));
  if (differs('tiers'))
    said.push(say('said.tiers', { tiers: after.tiers === 'all' ? say('all-tiers') : after.tiers }));
  return said.join(' ');
}
