import { formatDate } from '../../encoding/date.ts';
import { partClass, type PartClass } from '../../model/hardware/machine.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import { figureOn, type RecordedFigure, type RecordedStatement } from '../recordedFigure.ts';
import type { HallData, HallSystem } from './hallData.ts';
import { markup, when, type Raw } from '../html.ts';
import type { StandingMachine } from './machines.ts';
import { cabinetsOf, holds, shortName, stepName } from './naming.ts';
import { lengthText } from '../../encoding/length.ts';
import { sourceLink } from '../sourceLines.ts';
import { drawnSize } from './sizes.ts';
import { capital, sentence, type Words } from './words.ts';

/** What the card shows. */
export interface CardState {
  readonly data: HallData;
  readonly system: HallSystem;
  readonly standing: StandingMachine;
  readonly path: PartPath;
  /** `YYYY-MM-DD` or `latest`. */
  readonly asof: string;
  readonly canGoIn: boolean;
  readonly canComeOut: boolean;
  /** Source links open a new tab: in a frame they would replace the figure. */
  readonly newTab: boolean;
}

/** The card of the part picked, or of the machine where none is: its count, its size, its figures and their sources. */
export function cardHtml(words: Words, state: CardState): Raw {
  const { standing, path, system, asof } = state;
  const { say } = words;
  const { machine } = standing;
  const last = path.at(-1);
  const cls = last && partClass(machine, last.classId);
  const about = `part.${cls?.id}.about`;
  const keys = cls ? cls.figures : system.figures;
  const known = keys.filter((key) => state.data.figures[key]);
  const place = path.slice(0, -1).reverse();
  const held = cls ? holds(words, machine, cls) : cabinetsOf(words, machine);
  return markup`<p class="hall-card-title">${last ? capital(stepName(words, machine, last)) : system.name}</p>${when(
    place.length > 0,
    () =>
      markup`<p class="figure-muted">${say('in-place', { place: place.map((step) => shortName(words, machine, step)).join(', ') })}</p>`,
  )}${when(
    cls && words.has(about),
    () => markup`<p>${say(about)}</p>`,
  )}${when(held !== '', () => markup`<p>${say(last?.ordinal === null ? 'each-holds' : 'holds', { held })}</p>`)}${actions(words, state)}${when(cls, () => grounds(words, standing, cls!))}${when(
    asof !== 'latest',
    () =>
      markup`<p class="hall-asof">${say('as-known', { date: formatDate(asof) })} <button type="button" data-do="latest">${say('do.latest')}</button></p>`,
  )}${when(
    known.length > 0,
    () =>
      markup`${figureList(words, state, known.slice(0, shownAtOnce))}${when(
        known.length > shownAtOnce,
        () =>
          markup`<details class="hall-more"><summary>${say('more-figures', { number: known.length - shownAtOnce })}</summary>${figureList(words, state, known.slice(shownAtOnce))}</details>`,
      )}`,
  )}${when(cls && known.length === 0, () => markup`<p class="figure-muted">${say('no-figures')}</p>`)}`;
}

/** Figures the card shows before it is asked for the rest. */
const shownAtOnce = 3;

function figureList(words: Words, state: CardState, keys: readonly string[]): Raw {
  return markup`<dl class="hall-figures">${keys.map((key) => figureHtml(words, state, key, state.data.figures[key]!))}</dl>`;
}

function actions(words: Words, { canGoIn, canComeOut }: CardState): Raw {
  const button = (verb: string, can: boolean) =>
    markup`<button type="button" data-do="${verb}" aria-disabled="${String(!can)}">${words.say(`do.${verb}`)}</button>`;
  return markup`<p class="words hall-actions">${[button('go-in', canGoIn), button('come-out', canComeOut)]}</p>`;
}

/** How many, how large, and on what ground either is drawn. */
function grounds(words: Words, { layout }: StandingMachine, cls: PartClass): Raw {
  const { say } = words;
  const because = (reason: string) => (reason === '' ? '' : `: ${reason}`);
  const { value, basis, reason } = cls.perParent;
  const count = say(cls.parent === null ? 'count-in-hall' : 'count-ground', {
    count: words.counted(value, cls.id),
    ...(cls.parent !== null && { holder: words.one(cls.parent) }),
    ground: say(`basis.${basis}`) + because(reason),
  });
  const drawn = drawnSize(layout, cls.id);
  const sides = (['width', 'depth', 'height'] as const).flatMap((side, index) => {
    const metres = drawn?.metres[index] ?? null;
    return metres === null ? [] : [say(`size.${side}`, { length: lengthText(metres) })];
  });
  const size =
    drawn &&
    say('size-ground', {
      size: sides.join(', '),
      ground: say(`basis.${drawn.basis}`) + because(drawn.reason),
    });
  return markup`<p>${sentence(count)}${when(cls.total > value, () => markup` ${say('total', { total: cls.total })}`)}</p>${when(size, () => markup`<p>${sentence(size!)}</p>`)}`;
}

function figureHtml(words: Words, state: CardState, key: string, figure: RecordedFigure): Raw {
  const view = figureOn(figure, state.asof);
  return markup`<div data-key="${key}"><dt>${figure.label}, ${figure.record}</dt>${
    view.shown ? statementHtml(words, state, view.shown) : unknownYet(words, view)
  }${others(words, state, 'earlier', view.earlier)}${others(words, state, 'disputed', view.disputed)}</div>`;
}

function unknownYet(words: Words, { knownFrom }: { readonly knownFrom: string }): Raw {
  return markup`<dd>${words.say('not-yet', { date: formatDate(knownFrom) })}</dd>`;
}

function others(
  words: Words,
  state: CardState,
  kind: 'earlier' | 'disputed',
  list: readonly RecordedStatement[],
): Raw[] {
  return list.map(
    (one) =>
      markup`<dd class="hall-other"><span class="figure-muted">${words.say(kind)}</span> ${statementBody(words, state, one)}</dd>`,
  );
}

function statementHtml(words: Words, state: CardState, one: RecordedStatement): Raw {
  return markup`<dd>${statementBody(words, state, one)}</dd>`;
}

function statementBody(words: Words, { data, newTab }: CardState, one: RecordedStatement): Raw {
  const { say } = words;
  const remarks = [one.reason, one.derivation, one.note].filter((text) => text !== undefined).map(sentence);
  const link = (id: string) => {
    const source = data.sources[id]!;
    return markup` ${sourceLink(source, newTab)} <span class="figure-muted">(${say(`access.${source.access}`)})</span>`;
  };
  return markup`<strong>${one.text}</strong> <span class="figure-status">${say(`status.${one.status}`)}, ${formatDate(one.stated)}</span>${one.sources.map(link)}${when(
    remarks.length > 0,
    () => markup` <span class="hall-remark">${remarks.join(' ')}</span>`,
  )}`;
}
