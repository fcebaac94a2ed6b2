import {
  childClasses,
  levels,
  lineage,
  partClass,
  type Level,
  type Machine,
} from '../../model/hardware/machine.ts';
import { focusOf } from '../../placement/hall/focus.ts';
import { planHall } from '../../placement/hall/hall.ts';
import type { StandingMachine } from './machines.ts';
import { readPartPath, type PartPath, type PartStep } from '../../model/hardware/partPath.ts';

/**
 * The rules of moving through a machine. A level is how far in one looks; the path is what is picked, and its first
 * steps say which cabinet, board and package stand open.
 */
export interface Stand {
  readonly level: Level;
  readonly path: PartPath;
}

/** Steps of a path that name what stands open at each level. */
const openSteps: Readonly<Record<Level, number>> = { hall: 0, row: 0, cabinet: 1, board: 2, package: 3 };

/** Whether the parts inside a class are drawn, so that one can go in. */
export function opens(machine: Machine, classId: string): boolean {
  return childClasses(machine, classId).length > 0;
}

/** Whether a path can be picked at a level: what stands open is numbered and opens, and the rest is one step at most. */
export function fits(machine: Machine, { level, path }: Stand): boolean {
  const inside = openSteps[level];
  if (path.length < inside || path.length > inside + 1) return false;
  return path.slice(0, inside).every(({ classId, ordinal }) => ordinal !== null && opens(machine, classId));
}

/** The part that stands open at a level: the hall itself is the empty path. */
export function container({ level, path }: Stand): PartPath {
  return path.slice(0, openSteps[level]);
}

/** First way down from a part that leads `steps` further in, or null where nothing opens so far. */
function wayDown(machine: Machine, parent: string | null, steps: number): PartPath | null {
  if (steps === 0) return [];
  for (const { id } of childClasses(machine, parent)) {
    if (!opens(machine, id)) continue;
    const rest = wayDown(machine, id, steps - 1);
    if (rest) return [{ classId: id, ordinal: 1 }, ...rest];
  }
  return null;
}

/**
 * Changes a path as little as possible until it can be picked at the level. Without a path, what the hall shows open is
 * gone into. Throws where nothing can be opened so far in.
 */
export function fitted({ machine, layout }: StandingMachine, level: Level, path: PartPath): PartPath {
  const inside = openSteps[level];
  const cut = path.slice(0, inside + 1);
  if (fits(machine, { level, path: cut })) return cut;
  const shown = cut.length > 0 ? cut : [focusOf(machine, [], planHall(machine, layout)).cabinet];
  for (let kept = Math.min(shown.length, inside); kept >= 0; kept--) {
    const head = shown
      .slice(0, kept)
      .map(({ classId, ordinal }): PartStep => ({ classId, ordinal: ordinal ?? 1 }));
    const down = wayDown(machine, head.at(-1)?.classId ?? null, inside - kept);
    const way = down && [...head, ...down];
    if (way && fits(machine, { level, path: way })) return way;
  }
  throw new RangeError(`nothing of ${machine.system} can be opened at the level "${level}"`);
}

/** Picks a part and moves to the nearest level at which it can be seen; a part that is open is seen from inside. */
export function pick(machine: Machine, from: Stand, path: PartPath): Stand {
  const here = levels.indexOf(from.level);
  const possible = levels.filter((level) => fits(machine, { level, path }));
  const nearest = possible.sort(
    (a, b) => Math.abs(levels.indexOf(a) - here) - Math.abs(levels.indexOf(b) - here),
  )[0];
  return nearest ? { level: nearest, path } : from;
}

/** Goes into the part picked, or from the hall to its first row; the same stand where there is nothing to go into. */
export function goIn(machine: Machine, from: Stand): Stand {
  const { level, path } = from;
  const last = path.at(-1);
  if (!last) return level === 'hall' ? { level: 'row', path } : from;
  if (path.length === openSteps[level]) return from;
  if (last.ordinal === null) return { level, path: [...path.slice(0, -1), { ...last, ordinal: 1 }] };
  const deeper = levels.find((candidate) => openSteps[candidate] === path.length);
  return deeper && opens(machine, last.classId) ? { level: deeper, path } : from;
}

/** Comes out one step: lets go of the part picked, else leaves what stands open with that part picked. */
export function comeOut(from: Stand): Stand {
  const { level, path } = from;
  const open = container(from);
  if (path.length > open.length) return { level, path: open };
  if (level === 'row') return { level: 'hall', path: open };
  const outer = levels[levels.indexOf(level) - 1];
  return outer ? { level: outer, path } : from;
}

/** What is left of a path in another machine: the same class in the same place, else one of the same kind. */
export function carried(from: Machine, to: Machine, path: PartPath): PartPath {
  const kept: PartStep[] = [];
  for (const { classId, ordinal } of path) {
    const inside = childClasses(to, kept.at(-1)?.classId ?? null);
    const kind = partClass(from, classId).kind;
    const same =
      inside.find(({ id }) => id === classId) ?? inside.find((candidate) => candidate.kind === kind);
    if (!same) break;
    kept.push({
      classId: same.id,
      ordinal: ordinal === null ? null : Math.min(ordinal, same.perParent.value),
    });
  }
  return kept;
}

/**
 * A stand from the parameters of an address.
 * @returns the stand, and which parts are allowed where this one is not, or null; a wrong part is left out.
 */
export function standAt(
  standing: StandingMachine,
  level: Level,
  part: string,
): { stand: Stand; allowed: string | null } {
  let path: PartPath = [];
  let allowed: string | null = null;
  try {
    path = readPartPath(standing.machine, part);
  } catch {
    allowed = allowedParts(standing.machine, part);
  }
  return { stand: { level, path: fitted(standing, level, path) }, allowed };
}

/** The paths that lead to the class a text means, or to every cabinet where it means none: `rack.1…16/tray.1…18`. */
function allowedParts(machine: Machine, part: string): string {
  const meant = part.split('/').map((step) => step.replace(/\..*$/, ''));
  const known = machine.classes.filter(({ id }) => meant.includes(id)).at(-1);
  const ends = known ? [known] : childClasses(machine, null);
  return ends
    .map(({ id }) =>
      lineage(machine, id)
        .map((cls) => `${cls.id}.1…${cls.perParent.value}`)
        .join('/'),
    )
    .join(', ');
}
