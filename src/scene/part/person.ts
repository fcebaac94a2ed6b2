import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
} from 'three';
import type { Palette } from '../../encoding/palette.ts';

/** A flat figure for scale, its contour in pencil on paper, that turns to face whoever looks. */
export interface PersonPart {
  readonly root: Object3D;
  /** Feet, metres; null takes the person away. */
  stand(feet: readonly [number, number, number] | null): void;
  face(yaw: number): void;
  paint(palette: Palette): void;
  dispose(): void;
}

type Corner = readonly [x: number, y: number];

/**
 * @param pieces convex outlines, and the contour around all of them, in shares of the height
 * @param height metres
 */
export function createPerson(
  pieces: readonly (readonly Corner[])[],
  contour: readonly (readonly [Corner, Corner])[],
  height: number,
): PersonPart {
  const geometryOf = (corners: readonly Corner[]) =>
    new BufferGeometry().setAttribute(
      'position',
      new BufferAttribute(new Float32Array(corners.flatMap(([x, y]) => [x * height, y * height, 0])), 3),
    );
  // A convex piece is a fan from its first corner.
  const fans = pieces.flatMap((piece) =>
    piece.slice(2).flatMap((_, i) => [piece[0]!, piece[i + 1]!, piece[i + 2]!]),
  );
  const body = new Mesh(
    geometryOf(fans),
    // Behind its own contour.
    new MeshBasicMaterial({
      side: DoubleSide,
      polygonOffset: true,
      polygonOffsetFactor: 1,
      polygonOffsetUnits: 1,
    }),
  );
  const line = new LineSegments(geometryOf(contour.flat()), new LineBasicMaterial());
  const root = new Group();
  root.add(body, line);
  return {
    root,
    stand(feet) {
      root.visible = feet !== null;
      if (feet) root.position.set(...feet);
    },
    face: (yaw) => void (root.rotation.y = yaw),
    paint({ paper, pencil }) {
      body.material.color.setRGB(...paper);
      line.material.color.setRGB(...pencil);
    },
    dispose() {
      for (const part of [body, line]) {
        part.geometry.dispose();
        part.material.dispose();
      }
    },
  };
}
