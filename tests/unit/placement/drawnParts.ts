import { printPartPath, readPartPath, type PartPath } from '../../../src/model/hardware/partPath.ts';
import type { Machine } from '../../../src/model/hardware/machine.ts';
import type { Solids } from '../../../src/placement/solid/solids.ts';

/** A box that is drawn, in metres. */
export interface DrawnBox {
  readonly path: PartPath;
  readonly centre: readonly [number, number, number];
  readonly size: readonly [number, number, number];
  readonly index: number;
}

export function boxesOf(solids: Solids): DrawnBox[] {
  const three = (from: Float32Array, i: number, factor: number) =>
    [0, 1, 2].map((k) => from[3 * i + k]! * factor) as [number, number, number];
  return Array.from({ length: solids.count }, (_, index) => ({
    path: solids.owners[solids.owner[index]!]!,
    centre: three(solids.centre, index, 1),
    size: three(solids.half, index, 2),
    index,
  }));
}

/** How many different parts of a class are drawn directly inside `parent`. */
export function drawnInside(solids: Solids, parent: PartPath, classId: string): number {
  const inside = printPartPath(parent);
  const found = boxesOf(solids)
    .map(({ path }) => path)
    .filter((path) => path.length > parent.length && path[parent.length]!.classId === classId)
    .filter((path) => printPartPath(path.slice(0, parent.length)) === inside)
    .map((path) => path[parent.length]!.ordinal);
  return new Set(found).size;
}

/** Paths to one part of every class that holds others: the first of all that are counted, and the last. */
export function holders(machine: Machine): PartPath[] {
  const pathTo = (id: string, last: boolean): string => {
    const cls = machine.classes.find((candidate) => candidate.id === id)!;
    const own = `${id}.${last ? cls.perParent.value : 1}`;
    return cls.parent === null ? own : `${pathTo(cls.parent, last)}/${own}`;
  };
  const holding = new Set(machine.classes.map(({ parent }) => parent).filter((id) => id !== null));
  return [...holding].flatMap((id) => [false, true].map((last) => readPartPath(machine, pathTo(id, last))));
}

/** Bounds of a box along one axis; of a turned one, those of its outline. */
function bounds(solids: Solids, i: number, axis: number): readonly [number, number] {
  const [c, s] = [Math.abs(Math.cos(solids.yaw[i]!)), Math.abs(Math.sin(solids.yaw[i]!))];
  const [x, y, z] = [0, 1, 2].map((k) => solids.half[3 * i + k]!) as [number, number, number];
  const half = [x * c + z * s, y, x * s + z * c][axis]!;
  return [solids.centre[3 * i + axis]! - half, solids.centre[3 * i + axis]! + half];
}

/** Pairs of boxes of different groups that run through each other by more than `tolerance` metres. */
export function runThrough(solids: Solids, drawn: (index: number) => boolean, tolerance: number) {
  const boxes = Array.from({ length: solids.count }, (_, index) => index)
    .filter(drawn)
    .map((index) => {
      const [x, y, z] = [0, 1, 2].map((axis) => bounds(solids, index, axis)) as [number, number][];
      return { index, group: solids.group[index], x: x!, y: y!, z: z! };
    })
    .sort((a, b) => a.z[0] - b.z[0]);
  const meet = (a: readonly [number, number], b: readonly [number, number]) =>
    Math.min(a[1], b[1]) - Math.max(a[0], b[0]) > tolerance;
  const pairs: [number, number][] = [];
  boxes.forEach((a, at) => {
    for (let next = at + 1; next < boxes.length; next++) {
      const b = boxes[next]!;
      if (b.z[0] > a.z[1]) break;
      if (a.group !== b.group && meet(a.x, b.x) && meet(a.y, b.y) && meet(a.z, b.z))
        pairs.push([a.index, b.index]);
    }
  });
  return pairs;
}
