import { Mesh, LineSegments, type Object3D, type InstancedBufferGeometry } from 'three';
import { expect, test } from 'vitest';
import { tones } from '../../../src/encoding/tone.ts';
import type { Palette } from '../../../src/encoding/palette.ts';
import { cameraAt, flightCameras, outermost } from '../../../src/placement/flight/flight.ts';
import { createFlightPicture } from '../../../src/scene/powers-of-ten/picture.ts';
import { plan, props } from '../../unit/placement/recordedFlight.ts';

const frame = { width: 1056, height: 852 };
const cameras = flightCameras(props, plan, frame);
const palette: Palette = {
  fills: tones.flatMap(() => [
    [1, 1, 1],
    [0.9, 0.9, 0.9],
    [0.7, 0.7, 0.7],
  ]),
  paper: [1, 1, 1],
  ink: [0, 0, 0],
  edge: [0.1, 0.1, 0.1],
  pencil: [0.5, 0.5, 0.5],
  grid: [0.8, 0.8, 0.8],
  shadow: [0.7, 0.7, 0.7],
};

/** Draws and triangles of everything visible: what one frame asks of WebGL. */
function cost(root: Object3D): { draws: number; triangles: number } {
  let [draws, triangles] = [0, 0];
  const visit = (object: Object3D) => {
    if (!object.visible) return;
    if (object instanceof Mesh || object instanceof LineSegments) {
      draws++;
      const geometry = object.geometry as InstancedBufferGeometry;
      const each = (geometry.index?.count ?? geometry.getAttribute('position')?.count ?? 0) / 3;
      if (object instanceof Mesh)
        triangles += each * (geometry.isInstancedBufferGeometry ? geometry.instanceCount : 1);
    }
    object.children.forEach(visit);
  };
  visit(root);
  return { draws, triangles };
}

const at = (scale: number) => [scale, frame.height / cameraAt(cameras, scale).height] as const;

test('keeps its budgets at every stop and on the way', () => {
  const picture = createFlightPicture(props, plan);
  picture.paint(palette);
  for (let scale = 0; scale <= outermost; scale += 0.05) {
    picture.show(...at(scale));
    const { draws, triangles } = cost(picture.scene);
    expect(draws, `draws at ${scale.toFixed(2)}`).toBeLessThanOrEqual(25);
    expect(triangles, `triangles at ${scale.toFixed(2)}`).toBeLessThanOrEqual(
      Number.isInteger(Number(scale.toFixed(2))) ? 60_000 : 150_000,
    );
    expect(triangles).toBeGreaterThan(0);
  }
  picture.dispose();
});

test('begins with the chip alone, at the origin of everything drawn', () => {
  const picture = createFlightPicture(props, plan);
  picture.paint(palette);
  picture.show(...at(0));
  const { triangles } = cost(picture.scene);
  expect(triangles).toBeLessThan(1000);
  const [x, y, z] = picture.origin;
  const { target } = cameras[0]!;
  expect(Math.hypot(target[0] - x, target[1] - y, target[2] - z)).toBeLessThan(0.05);
  picture.dispose();
});

test('what is out of reach stands nowhere: everything drawn lies within reach of the origin', () => {
  const picture = createFlightPicture(props, plan);
  picture.paint(palette);
  const far = [3, 4, 5].map((scale) => {
    picture.show(...at(scale));
    return picture.reach();
  });
  expect(far).toEqual(far.toSorted((a, b) => a - b));
  expect(far[2]).toBeGreaterThan(300);
  picture.dispose();
});

test('names what it draws at every stop', () => {
  const picture = createFlightPicture(props, plan);
  picture.paint(palette);
  for (let stop = 0; stop <= outermost; stop++) {
    picture.show(...at(stop));
    const { callouts, dimensions } = picture.annotations(stop);
    expect(callouts.length, `stop ${stop}`).toBeGreaterThan(1);
    expect(dimensions.length).toBeGreaterThan(0);
  }
  picture.dispose();
});
