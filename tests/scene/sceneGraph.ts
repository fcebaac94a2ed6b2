import { InstancedBufferGeometry, LineSegments, Mesh } from 'three';
import type { BufferGeometry, Material, Object3D } from 'three';
import { faces, tones } from '../../src/encoding/tone.ts';
import type { Palette } from '../../src/encoding/palette.ts';

type Drawn = (Mesh | LineSegments) & { readonly geometry: BufferGeometry; readonly material: Material };

/** Everything in a scene that WebGL could be asked to draw, seen or not. */
export function drawables(root: Object3D): Drawn[] {
  const found: Drawn[] = [];
  root.traverse((object) => {
    if (object instanceof Mesh || object instanceof LineSegments) found.push(object as Drawn);
  });
  return found;
}

const isSeen = (object: Object3D | null): boolean =>
  object === null || (object.visible && isSeen(object.parent));

/** Instances of boxes that are seen. */
export function instances(root: Object3D): { geometry: InstancedBufferGeometry; outlineOnly: boolean }[] {
  return drawables(root)
    .filter((object) => isSeen(object) && object.geometry instanceof InstancedBufferGeometry)
    .map(({ geometry, material }) => ({
      geometry: geometry as InstancedBufferGeometry,
      outlineOnly: material.transparent,
    }));
}

/** What one frame asks of WebGL. */
export function frameCost(root: Object3D): { draws: number; triangles: number } {
  const seen = drawables(root).filter(isSeen);
  const triangles = seen
    .filter((object) => object instanceof Mesh)
    .map(({ geometry }) => {
      const corners = geometry.index?.count ?? geometry.getAttribute('position').count;
      return (corners / 3) * (geometry instanceof InstancedBufferGeometry ? geometry.instanceCount : 1);
    });
  return { draws: seen.length, triangles: triangles.reduce((sum, count) => sum + count, 0) };
}

/** Counts how often each geometry and material of a scene is given back. */
export function watchDisposal(root: Object3D): () => number[] {
  const resources = [...new Set(drawables(root).flatMap(({ geometry, material }) => [geometry, material]))];
  const times = resources.map(() => 0);
  resources.forEach((resource, i) =>
    (resource as BufferGeometry).addEventListener('dispose', () => {
      times[i]!++;
    }),
  );
  return () => times;
}

/** A palette in which every colour can be told from every other. */
export const palette: Palette = {
  fills: tones.flatMap((_, tone) => faces.map((_face, face) => [tone / 32, face / 4, 0.5] as const)),
  paper: [0.95, 0.96, 0.95],
  ink: [0.06, 0.13, 0.17],
  edge: [0.14, 0.2, 0.24],
  pencil: [0.49, 0.55, 0.57],
  grid: [0.87, 0.89, 0.89],
  shadow: [0.8, 0.82, 0.83],
};
