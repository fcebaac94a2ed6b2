import { formatDate } from '../../encoding/date.ts';
import type { Basis } from '../../model/hardware/machine.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import { figureOn } from '../recordedFigure.ts';
import type { HallData, HallSystem } from './hallData.ts';
import { cabinetsOf, pathName } from './naming.ts';
import { container } from './travel.ts';
import type { Words } from './words.ts';

/** What is drawn, such as `Atlas 950 SuperPoD as listed: 16 compute cabinets and 4 interconnect cabinets`. */
export function titleText(words: Words, { machine, level, part }: HallProps): string {
  const name = words.say(`system.${machine.system}.full`);
  const open = container({ level, path: part });
  const what = open.length === 0 ? cabinetsOf(words, machine) : pathName(words, machine, open);
  return words.say('title', { machine: name, what });
}

/** What was assumed and left out in what is drawn. */
export function noteText(words: Words, { layout, level, part, view }: HallProps): string {
  const { width, depth, height } = layout.cabinet;
  const [cabinet, board, item] = part.map(({ classId }) => classId);
  const outside = [width, depth, height].find(({ basis }) => basis !== 'published');
  const grounds: Readonly<Record<string, Basis | undefined>> =
    level === 'cabinet'
      ? { stack: layout.cabinets.find(({ id }) => id === cabinet)?.stack_basis.basis }
      : level === 'board'
        ? { board: layout.trays.find(({ id }) => id === board)?.basis }
        : level === 'package'
          ? { package: layout.packages.find(({ id }) => id === item)?.basis }
          : { order: layout.hall.basis, outside: outside?.basis };
  const said = Object.entries(grounds).map(([what, basis]) =>
    basis === undefined || basis === 'published'
      ? ''
      : words.say(`ground.${what}`, { basis: words.say(`basis.${basis}`) }),
  );
  const close = level === 'board' || level === 'package';
  const doors = close && view !== 'walk' ? '' : words.say('doors');
  const sketched = view === 'walk' ? words.say('sketched') : '';
  return [...said, doors, sketched].filter(Boolean).join(' ');
}

/** Keys of the figures that the state shows: the machine's, and those of the part picked. */
export function shownFigures(system: HallSystem, { machine, part }: HallProps): string[] {
  const last = part.at(-1)?.classId;
  const own = machine.classes.find(({ id }) => id === last)?.figures ?? [];
  return [...new Set([...own, ...system.figures])];
}

/** How firm the machine is: the status of the figure that describes it best, on that day. */
export function statusText(words: Words, data: HallData, system: HallSystem, asof: string): string {
  for (const key of system.figures) {
    const { shown } = figureOn(data.figures[key]!, asof);
    if (shown) return words.say(`status.${shown.status}`);
  }
  return words.say('not-announced');
}

/** The day asked for, else the day the newest of the shown figures was last read. */
export function asofText(data: HallData, keys: readonly string[], asof: string): string {
  if (asof !== 'latest') return formatDate(asof);
  const read = keys.flatMap((key) =>
    data.figures[key] ? (figureOn(data.figures[key], asof).shown?.read ?? []) : [],
  );
  const newest = read.sort().at(-1);
  return newest === undefined ? '' : formatDate(newest);
}
