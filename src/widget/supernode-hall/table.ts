import { formatNumber } from '../../encoding/format.ts';
import type { Machine } from '../../model/hardware/machine.ts';
import { figureOn } from '../recordedFigure.ts';
import { columnsOf, type TwinTable } from '../twinTable.ts';
import type { HallData, HallSystem } from './hallData.ts';
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
export function hallTables(
  words: Words,
  standing: StandingMachine,
  system: HallSystem,
  data: HallData,
  asof: string,
): TwinTable[] {
  const { say } = words;
  const column = (key: string) => say(`table.${key}`);
  const name = (id: string | null) => (id === null ? say('the-hall') : words.one(id));
  const machine = machineName(words, standing.machine);
  const figures = system.figures.flatMap((key) => {
    const figure = data.figures[key];
    const shown = figure && figureOn(figure, asof).shown;
    return shown ? [{ label: figure.label, shown }] : [];
  });
  const parts: TwinTable = {
    caption: say('table.parts', { machine }),
    columns: columnsOf(
      column,
      ['part', 'in', 'each', 'all', 'basis', 'reason', 'size', 'size-basis'],
      ['each', 'all'],
    ),
    rows: partRows(words, standing).map((row) => ({
      key: row.classId,
      row: row.classId,
      inside: row.parent !== null,
      cells: [
        capital(words.one(row.classId)),
        name(row.parent),
        formatNumber(row.perParent),
        formatNumber(row.total),
        row.basis,
        row.reason,
        row.size,
        row.sizeBasis,
      ],
    })),
  };
  if (figures.length === 0) return [parts];
  return [
    parts,
    {
      caption: say('table.figures', { machine }),
      columns: columnsOf(column, ['figure', 'value', 'status', 'stated', 'source']),
      rows: figures.map(({ label, shown }) => ({
        key: label,
        cells: [
          label,
          shown.text,
          say(`status.${shown.status}`),
          formatDate(shown.stated),
          words.list([...new Set(shown.sources.map((id) => data.sources[id]!.publisher))]),
        ],
      })),
    },
  ];
}

/** `Atlas 950 SuperPoD as listed` */
export function machineName(words: Words, machine: Machine): string {
  return words.say(`system.${machine.system}.full`);
}
