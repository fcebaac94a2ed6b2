import { Mesh, MeshBasicMaterial, Shape, ShapeGeometry, DoubleSide, type Object3D } from 'three';
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

/** @param outline `[x, y]` in shares of the height; @param height metres */
export function createPerson(outline: readonly (readonly [number, number])[], height: number): PersonPart {
  const shape = new Shape();
  outline.forEach(([x, y], i) =>
    i === 0 ? shape.moveTo(x * height, y * height) : shape.lineTo(x * height, y * height),
  );
  const geometry = new ShapeGeometry(shape);
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
