import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, MeshBasicMaterial, type Object3D } from 'three';
import type { Palette } from '../../encoding/palette.ts';

/** A flat figure for scale that turns to face whoever looks. */
export interface PersonPart {
  readonly root: Object3D;
  /** Feet, metres; null takes the person away. */
  stand(feet: readonly [number, number, number] | null): void;
  face(yaw: number): void;
  paint(palette: Palette): void;
  dispose(): void;
}

/** @param pieces convex outlines, corners `[x, y]` in shares of the height; @param height metres */
export function createPerson(
  pieces: readonly (readonly (readonly [number, number])[])[],
  height: number,
): PersonPart {
  // A convex piece is a fan from its first corner.
  const corners = pieces.flatMap((piece) =>
    piece.slice(2).flatMap((_, i) => [piece[0]!, piece[i + 1]!, piece[i + 2]!]),
  );
  const geometry = new BufferGeometry();
  const positions = corners.flatMap(([x, y]) => [x * height, y * height, 0]);
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  const material = new MeshBasicMaterial({ side: DoubleSide });
  const root = new Mesh(geometry, material);
  return {
    root,
    stand(feet) {
      root.visible = feet !== null;
      if (feet) root.position.set(...feet);
    },
    face: (yaw) => void (root.rotation.y = yaw),
    paint: ({ ink }) => void material.color.setRGB(...ink),
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
