import { formatNumber } from '../../encoding/format.ts';
import type { Machine } from '../../model/hardware/machine.ts';
import { figureOn } from '../recordedFigure.ts';
import type { HallData, HallSystem } from './hallData.ts';
import { markup, when, type Raw } from '../html.ts';
import type { StandingMachine } from './machines.ts';
import { lengthText } from '../../encoding/length.ts';
import { drawnSize } from './sizes.ts';
import { capital, type Words } from './words.ts';
import { formatDate } from '../../encoding/date.ts';

/** One row of the table twin: a class of parts with its counts and the size it is drawn at. */
export interface PartRow {
  readonly classId: string;
  readonly parent: string | null;
  readonly perParent: number;
  readonly total: number;
  readonly basis: string;
  readonly reason: string;
  readonly size: string;
  readonly sizeBasis: string;
}

/** Every class of a machine, parents before their children. */
export function partRows(words: Words, { machine, layout }: StandingMachine): PartRow[] {
  return machine.classes.map((cls) => {
    const drawn = drawnSize(layout, cls.id);
    const sides = ['width', 'depth', 'height'] as const;
    const size = sides.flatMap((side, index) => {
      const metres = drawn?.metres[index] ?? null;
      return metres === null ? [] : [words.say(`size.${side}`, { length: lengthText(metres) })];
    });
    return {
      classId: cls.id,
      parent: cls.parent,
      perParent: cls.perParent.value,
      total: cls.total,
      basis: words.say(`basis.${cls.perParent.basis}`),
      reason: cls.perParent.reason,
      size: size.join(', '),
      sizeBasis: drawn ? words.say(`basis.${drawn.basis}`) : '',
    };
  });
}

/** The table twin: the parts of the machine, then the figures of the machine as a whole. */
export function tableHtml(
  words: Words,
  standing: StandingMachine,
  system: HallSystem,
  data: HallData,
  asof: string,
): Raw {
  const { say } = words;
  const head = (keys: readonly string[]) =>
    markup`<thead><tr>${keys.map((key) => markup`<th scope="col">${say(`table.${key}`)}</th>`)}</tr></thead>`;
  const name = (id: string | null) => (id === null ? say('the-hall') : words.one(id));
  const figures = system.figures.flatMap((key) => {
    const figure = data.figures[key];
    const shown = figure && figureOn(figure, asof).shown;
    return shown ? [{ label: figure.label, shown }] : [];
  });
  return markup`<table><caption>${say('table.parts', { machine: machineName(words, standing.machine) })}</caption>${head(
    ['part', 'in', 'each', 'all', 'basis', 'reason', 'size', 'size-basis'],
  )}<tbody>${partRows(words, standing).map(
    (row) =>
      markup`<tr data-key="${row.classId}" data-row="${row.classId}"${when(row.parent !== null, () => markup` data-inside`)}><th scope="row">${capital(words.one(row.classId))}</th><td>${name(row.parent)}</td><td class="number">${formatNumber(row.perParent)}</td><td class="number">${formatNumber(row.total)}</td><td>${row.basis}</td><td>${row.reason}</td><td>${row.size}</td><td>${row.sizeBasis}</td></tr>`,
  )}</tbody></table>${when(
    figures.length > 0,
    () =>
      markup`<table><caption>${say('table.figures', { machine: machineName(words, standing.machine) })}</caption>${head(
        ['figure', 'value', 'status', 'stated', 'source'],
      )}<tbody>${figures.map(
        ({ label, shown }) =>
          markup`<tr data-key="${label}"><th scope="row">${label}</th><td>${shown.text}</td><td>${say(`status.${shown.status}`)}</td><td>${formatDate(shown.stated)}</td><td>${words.list([...new Set(shown.sources.map((id) => data.sources[id]!.publisher))])}</td></tr>`,
      )}</tbody></table>`,
  )}`;
}

/** `Atlas 950 SuperPoD as listed` */
export function machineName(words: Words, machine: Machine): string {
  return words.say(`system.${machine.system}.full`);
}
