import { looks, type Solids } from '../solid/solids.ts';
import type { Frame, Projector } from '../view/camera.ts';

/** What a picture shows, cell by cell: which box is nearest to the eye, and where outlines alone run. */
export interface Sight {
  readonly columns: number;
  readonly rows: number;
  /** Index of the box that each cell shows, row by row from the top; −1 where it shows the ground. */
  readonly box: Int32Array;
  /** 1 where the outline of something faded runs. */
  readonly outline: Uint8Array;
}

/** Side of a cell, pixels. */
export const cell = 4;

/** Corners of the six faces of a box, counted so that each runs clockwise as seen from outside. */
const corners = [[-1, -1, -1], [1, -1, -1], [1, 1, -1], [-1, 1, -1], [-1, -1, 1], [1, -1, 1], [1, 1, 1], [-1, 1, 1]] as const; // prettier-ignore
const boxFaces = [[4, 7, 6, 5], [0, 1, 2, 3], [1, 5, 6, 2], [4, 0, 3, 7], [3, 2, 6, 7], [4, 5, 1, 0]] as const; // prettier-ignore

const ghost = looks.indexOf('ghost');

/**
 * Looks at boxes through a projection, as their drawing on paper and in 3D shows them.
 * A box that no cell's middle meets is still seen where its edges run.
 */
export function seeBoxes(solids: Solids, project: Projector, frame: Frame): Sight {
  const columns = Math.ceil(frame.width / cell);
  const rows = Math.ceil(frame.height / cell);
  const box = new Int32Array(columns * rows).fill(-1);
  const outline = new Uint8Array(columns * rows);
  const depth = new Float64Array(columns * rows).fill(-Infinity);
  const [x, y, near] = [new Float64Array(8), new Float64Array(8), new Float64Array(8)];

  const mark = (column: number, row: number, at: number, index: number, isGhost: boolean) => {
    if (column < 0 || column >= columns || row < 0 || row >= rows) return;
    const here = row * columns + column;
    if (isGhost) outline[here] = 1;
    else if (at > depth[here]!) [depth[here], box[here]] = [at, index];
  };
  const walk = (a: number, b: number, index: number, isGhost: boolean) => {
    const [x0, y0, z0] = [x[a]! / cell, y[a]! / cell, near[a]!];
    const [dx, dy, dz] = [x[b]! / cell - x0, y[b]! / cell - y0, near[b]! - z0];
    // Only the stretch on the picture, so that an edge that runs far beyond it costs no more than one that ends in it.
    let [from, to] = [0, 1];
    for (const [start, step, end] of [
      [x0, dx, columns],
      [y0, dy, rows],
    ] as const) {
      if (Math.abs(step) < 1e-9) {
        if (start < 0 || start > end) return;
        continue;
      }
      const [first, last] = [-start / step, (end - start) / step].sort((p, q) => p - q) as [number, number];
      [from, to] = [Math.max(from, first), Math.min(to, last)];
    }
    if (from > to) return;
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * (to - from) * 2));
    for (let i = 0; i <= steps; i++) {
      const t = from + ((to - from) * i) / steps;
      mark(Math.floor(x0 + dx * t), Math.floor(y0 + dy * t), z0 + dz * t, index, isGhost);
    }
  };
  const fill = (face: readonly number[], index: number) => {
    const [a, b, c] = [face[0]!, face[1]!, face[3]!];
    const [ux, uy, vx, vy] = [x[b]! - x[a]!, y[b]! - y[a]!, x[c]! - x[a]!, y[c]! - y[a]!];
    const area = ux * vy - uy * vx;
    if (Math.abs(area) < 1e-6) return;
    const [du, dv] = [near[b]! - near[a]!, near[c]! - near[a]!];
    const ys = face.map((k) => y[k]!);
    const top = Math.max(0, Math.ceil(Math.min(...ys) / cell - 0.5));
    const bottom = Math.min(rows - 1, Math.floor(Math.max(...ys) / cell - 0.5));
    for (let row = top; row <= bottom; row++) {
      const py = (row + 0.5) * cell;
      let [left, right] = [Infinity, -Infinity];
      for (let k = 0; k < 4; k++) {
        const [p, q] = [face[k]!, face[(k + 1) & 3]!];
        const [yp, yq] = [y[p]!, y[q]!];
        if (yp === yq || Math.min(yp, yq) > py || Math.max(yp, yq) < py) continue;
        const at = x[p]! + ((x[q]! - x[p]!) * (py - yp)) / (yq - yp);
        [left, right] = [Math.min(left, at), Math.max(right, at)];
      }
      const first = Math.max(0, Math.ceil(left / cell - 0.5));
      const last = Math.min(columns - 1, Math.floor(right / cell - 0.5));
      for (let column = first; column <= last; column++) {
        const [px, qy] = [(column + 0.5) * cell - x[a]!, py - y[a]!];
        const [s, t] = [(px * vy - qy * vx) / area, (ux * qy - uy * px) / area];
        mark(column, row, near[a]! + s * du + t * dv, index, false);
      }
    }
  };

  for (let i = 0; i < solids.count; i++) {
    const yaw = solids.yaw[i]!;
    const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
    let [low, high] = [Infinity, -Infinity];
    for (let k = 0; k < 8; k++) {
      const hx = corners[k]![0] * solids.half[3 * i]!;
      const hz = corners[k]![2] * solids.half[3 * i + 2]!;
      const at = project(
        solids.centre[3 * i]! + hx * cos + hz * sin,
        solids.centre[3 * i + 1]! + corners[k]![1] * solids.half[3 * i + 1]!,
        solids.centre[3 * i + 2]! - hx * sin + hz * cos,
      );
      [x[k], y[k], near[k]] = at;
      [low, high] = [Math.min(low, at[0]), Math.max(high, at[0])];
    }
    if (high < 0 || low > frame.width) continue;
    const isGhost = solids.look[i] === ghost;
    for (const face of boxFaces) {
      const [a, b, c] = [face[0], face[1], face[2]];
      // Clockwise on a picture whose y runs down: turned to the eye.
      const turned = (x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!);
      if (turned < -1e-9) continue;
      if (!isGhost && turned > 1e-9) fill(face, i);
      for (let k = 0; k < 4; k++) walk(face[k]!, face[(k + 1) & 3]!, i, isGhost);
    }
  }
  return { columns, rows, box, outline };
}
