import { cardHtml } from './panel.ts';
import { controlsHtml } from './controls.ts';
import { figureOn } from '../recordedFigure.ts';
import type { HallData } from './hallData.ts';
import { hallWords } from './labels.ts';
import { processorsOf, repeats, standingMachine } from './machines.ts';
import type { HallState } from './state.ts';
import { summaryText } from './summary.ts';
import { hallTables } from './table.ts';
import { asofText, noteText, shownFigures, statusText, titleText } from './titleBlock.ts';
import { sourceLines } from '../sourceLines.ts';
import { twinHtml } from '../twinTable.ts';
import { comeOut, goIn } from './travel.ts';
import { treeHtml, treeOf } from './tree.ts';
import type { HallWords } from '../../placement/label/hallWords.ts';
import type { Words } from './words.ts';

/** What the words around the drawing need beyond the state itself. */
export interface Surroundings {
  readonly exploring: boolean;
  /** There is no 3D here. */
  readonly still: boolean;
  /** The line of the tree that Tab lands on. */
  readonly treeFocus: string | null;
  /** Links to sources open a new tab. */
  readonly newTab: boolean;
}

/** Every text around the drawing, as the build and the browser write it. */
export interface HallView {
  readonly controls: string;
  readonly parts: string;
  readonly table: string;
  readonly title: string;
  readonly note: string;
  readonly status: string;
  readonly asOf: string;
  readonly summary: string;
  readonly sources: readonly { id: string; label: string; href: string }[];
}

/** Words of the state's drawing. */
export function drawingWords(words: Words, data: HallData, state: HallState): HallWords {
  const standing = state.standing.value;
  const over = data.figures[standing.layout.overhead?.figure ?? ''];
  const shown = over && figureOn(over, state.values.value.asof).shown;
  return hallWords(words, standing, shown?.text);
}

/** Writes everything that is said around the drawing in a state. */
export function hallView(words: Words, data: HallData, state: HallState, around: Surroundings): HallView {
  const values = state.values.value;
  const system = state.system.value;
  const standing = state.standing.value;
  const stand = state.stand.value;
  const props = state.props.value;
  const { machine } = standing;
  const { asof } = values;
  const alone = (id: string) => processorsOf(standingMachine(data, id, 0).machine);
  const systems = Object.keys(data.systems).map((id) => ({ id, processors: alone(id) }));
  const root = treeOf(words, machine, words.say(`system.${machine.system}.full`));
  const tree = treeHtml(words, root, {
    path: stand.path,
    opened: state.opened.value,
    focus: around.treeFocus,
  });
  const card = cardHtml(words, {
    data,
    system,
    standing,
    path: stand.path,
    asof,
    canGoIn: goIn(machine, stand) !== stand,
    canComeOut: comeOut(stand) !== stand,
    newTab: around.newTab,
  });
  const shown = shownFigures(system, props);
  return {
    controls: controlsHtml(words, {
      values,
      systems,
      perRack: repeats(system) ? alone(values.system) : null,
      exploring: around.exploring,
      still: around.still,
    }).html,
    parts: `${tree.html}<div class="hall-card" role="region" aria-label="${words.say('card')}" tabindex="0">${card.html}</div>`,
    table: twinHtml(hallTables(words, standing, system, data, asof), around.newTab).html,
    title: titleText(words, props),
    note: noteText(words, props),
    status: statusText(words, data, system, asof),
    asOf: asofText(data, shown, asof),
    summary: summaryText(words, props, system, asof),
    sources: sourceLines(data, shown, asof),
  };
}
