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

/** Flat figures for scale, their contours in pencil on paper, that turn to face whoever looks. */
export interface PersonPart {
  readonly root: Object3D;
  /** Feet of all who stand there, metres. */
  stand(feet: readonly (readonly [number, number, number])[]): void;
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
  const fans = geometryOf(
    pieces.flatMap((piece) => piece.slice(2).flatMap((_, i) => [piece[0]!, piece[i + 1]!, piece[i + 2]!])),
  );
  const edges = geometryOf(contour.flat());
  const body = new MeshBasicMaterial({
    side: DoubleSide,
    // Behind its own contour.
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 1,
  });
  const line = new LineBasicMaterial();
  const root = new Group();
  let turned = 0;
  return {
    root,
    stand(feet) {
      root.clear();
      for (const at of feet) {
        const one = new Group();
        one.add(new Mesh(fans, body), new LineSegments(edges, line));
        one.position.set(...at);
        one.rotation.y = turned;
        root.add(one);
      }
    },
    face(yaw) {
      turned = yaw;
      for (const one of root.children) one.rotation.y = yaw;
    },
    paint({ paper, pencil }) {
      body.color.setRGB(...paper);
      line.color.setRGB(...pencil);
    },
    dispose() {
      for (const part of [fans, edges, body, line]) part.dispose();
    },
  };
}
