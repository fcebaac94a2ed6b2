import type { Camera, Frame } from '../../placement/view/camera.ts';
import type { Solids } from '../../placement/solid/solids.ts';
import { facesOf, type PaintedFace } from './face.ts';
import { pathOf } from './path.ts';

/** Writes faces, given in painter's order, as SVG. */
export type Paint = (faces: readonly PaintedFace[]) => string;

/**
 * Boxes as SVG paths in painter's order, tone and face as classes of `styles/drawing.css`.
 *
 * @param paint how the faces are written: in their order, or packed for a page by `pack.ts`
 */
export function drawSolids(
  solids: Solids,
  camera: Camera,
  frame: Frame,
  paint: Paint = paintInOrder,
): string {
  return paint(facesOf(solids, camera, frame));
}

/** One path a face; neighbours in the order that look alike share one. */
export function paintInOrder(faces: readonly PaintedFace[]): string {
  const out: string[] = [];
  let open = { name: '', d: '' };
  const close = () => {
    if (open.d) out.push(`<path class="${open.name}" d="${open.d}"/>`);
    open = { name: '', d: '' };
  };
  for (const { name, points, thread } of faces) {
    if (name !== open.name) close();
    const d = pathOf(points);
    open = { name, d: open.d + (thread ? d.slice(0, -1) : d) };
  }
  close();
  return out.join('');
}
