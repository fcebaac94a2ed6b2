import {
  BufferAttribute,
  BufferGeometry,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  DoubleSide,
  type Object3D,
} from 'three';
import type { Palette } from '../../encoding/palette.ts';

/** A line as `x0, z0, x1, z1` on the floor, or as `x0, y0, z0, x1, y1, z1`; metres. */
type FloorLine = readonly number[];

/** The floor, and what else of a room is lines alone: its grid, the shadows on it, and outlines in pencil. */
export interface FloorPart {
  readonly root: Object3D;
  /** Shadows as corners `x, z`, metres. */
  set(
    grid: readonly FloorLine[],
    shadows: readonly (readonly number[])[],
    outlines: readonly FloorLine[],
  ): void;
  paint(palette: Palette): void;
  dispose(): void;
}

/** The lines around a shape on the floor, from its corners `x, z`. */
export const linesAround = (corners: readonly number[]): FloorLine[] =>
  Array.from({ length: corners.length / 2 }, (_, i) =>
    [0, 1, 2, 3].map((k) => corners[(2 * i + k) % corners.length]!),
  );

export function createFloor(): FloorPart {
  const grid = new LineSegments(new BufferGeometry(), new LineBasicMaterial());
  const outline = new LineSegments(new BufferGeometry(), new LineBasicMaterial());
  const shadow = new Mesh(
    new BufferGeometry(),
    new MeshBasicMaterial({ side: DoubleSide, depthWrite: false }),
  );
  const root = new Group();
  for (const [order, part] of [grid, shadow, outline].entries()) {
    part.frustumCulled = false;
    part.renderOrder = order - 3;
    root.add(part);
  }
  const fill = (geometry: BufferGeometry, xyz: readonly number[]) => {
    geometry.dispose();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(xyz), 3));
  };
  const points = (lines: readonly FloorLine[], y: number) =>
    lines.flatMap((line) => (line.length > 4 ? line : [line[0]!, y, line[1]!, line[2]!, y, line[3]!]));
  return {
    root,
    set(lines, shadows, outlines) {
      fill(grid.geometry, points(lines, -0.004));
      // Each shadow is convex: a fan from its first corner.
      fill(
        shadow.geometry,
        shadows.flatMap((c) =>
          Array.from({ length: c.length / 2 - 2 }, (_, i) =>
            [0, i + 1, i + 2].flatMap((k) => [c[2 * k]!, -0.002, c[2 * k + 1]!]),
          ).flat(),
        ),
      );
      fill(outline.geometry, points(outlines, -0.001));
      outline.visible = outlines.length > 0;
    },
    paint({ grid: gridColour, shadow: shadowColour, pencil }) {
      grid.material.color.setRGB(...gridColour);
      shadow.material.color.setRGB(...shadowColour);
      outline.material.color.setRGB(...pencil);
    },
    dispose() {
      for (const part of [grid, outline, shadow]) {
        part.geometry.dispose();
        part.material.dispose();
      }
    },
  };
}
