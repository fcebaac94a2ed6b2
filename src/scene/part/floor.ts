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

/** The floor: its grid, the shadows on it, and the outline of a published area. */
export interface FloorPart {
  readonly root: Object3D;
  /** Lines as `x0, z0, x1, z1`; shadows and area as corners `x, z`; metres. */
  set(
    lines: readonly (readonly number[])[],
    shadows: readonly (readonly number[])[],
    area: readonly number[] | null,
  ): void;
  paint(palette: Palette): void;
  dispose(): void;
}

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
  const loop = (corners: readonly number[], y: number) => {
    const n = corners.length / 2;
    return Array.from({ length: n }, (_, i) => [
      corners[2 * i]!,
      y,
      corners[2 * i + 1]!,
      corners[(2 * i + 2) % (2 * n)]!,
      y,
      corners[(2 * i + 3) % (2 * n)]!,
    ]).flat();
  };
  return {
    root,
    set(lines, shadows, area) {
      fill(
        grid.geometry,
        lines.flatMap(([x0, z0, x1, z1]) => [x0!, -0.004, z0!, x1!, -0.004, z1!]),
      );
      // Each shadow is convex: a fan from its first corner.
      fill(
        shadow.geometry,
        shadows.flatMap((c) =>
          Array.from({ length: c.length / 2 - 2 }, (_, i) =>
            [0, i + 1, i + 2].flatMap((k) => [c[2 * k]!, -0.002, c[2 * k + 1]!]),
          ).flat(),
        ),
      );
      fill(outline.geometry, area ? loop(area, -0.001) : []);
      outline.visible = area !== null;
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
