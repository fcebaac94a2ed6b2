import { Matrix4, OrthographicCamera, PerspectiveCamera, Vector3, type Camera as ThreeCamera } from 'three';
import { cameraAxes, type Camera, type Frame, type Projector } from '../../placement/view/camera.ts';
import { eyeHeight, pixelsAtOneMetre, type Onlooker } from '../../placement/view/eyeLevel.ts';
import type { Ray } from '../../placement/view/pick.ts';

/** Turns the draughtsman's camera, or a walker, into one of three's, and back into pixels and lines of sight. */
export interface Rig {
  readonly camera: ThreeCamera;
  /** `reach`: metres from the target behind which nothing stands. */
  axonometric(camera: Camera, frame: Frame, reach: number): void;
  walking(onlooker: Onlooker, frame: Frame): void;
  project: Projector;
  ray(pixelX: number, pixelY: number): Ray;
}

export function createRig(): Rig {
  const orthographic = new OrthographicCamera();
  const perspective = new PerspectiveCamera(50, 1, 0.05, 400);
  orthographic.matrixAutoUpdate = false;
  perspective.matrixAutoUpdate = false;
  let active: ThreeCamera = orthographic;
  let frame: Frame = { width: 1, height: 1 };
  const basis = new Matrix4();
  const point = new Vector3();
  const place = (camera: ThreeCamera, axes: ReturnType<typeof cameraAxes>, at: readonly number[]) => {
    const { right, up, eye } = axes;
    basis.set(
      right[0],
      up[0],
      eye[0],
      at[0]!,
      right[1],
      up[1],
      eye[1],
      at[1]!,
      right[2],
      up[2],
      eye[2],
      at[2]!,
      0,
      0,
      0,
      1,
    );
    camera.matrix.copy(basis);
    camera.matrixWorld.copy(basis);
    camera.matrixWorldInverse.copy(basis).invert();
    active = camera;
  };
  return {
    get camera() {
      return active;
    },
    axonometric(view, size, reach) {
      frame = size;
      const half = view.height / 2;
      const aspect = size.width / size.height;
      Object.assign(orthographic, {
        left: -half * aspect,
        right: half * aspect,
        top: half,
        bottom: -half,
        near: 0,
        far: 2 * reach,
      });
      orthographic.updateProjectionMatrix();
      const axes = cameraAxes(view);
      place(
        orthographic,
        axes,
        view.target.map((value, k) => value + axes.eye[k]! * reach),
      );
    },
    walking({ x, z, heading }, size) {
      frame = size;
      perspective.aspect = size.width / size.height;
      perspective.fov = (360 / Math.PI) * Math.atan(size.height / 2 / pixelsAtOneMetre(size));
      perspective.updateProjectionMatrix();
      place(perspective, cameraAxes({ yaw: heading, pitch: 0 }), [x, eyeHeight, z]);
    },
    project(x, y, z) {
      point.set(x, y, z).applyMatrix4(active.matrixWorldInverse);
      const depth = point.z;
      point.applyMatrix4(active.projectionMatrix);
      // Behind a walker's back there is no picture.
      if (active === perspective && depth > -0.05) return [-1e4, -1e4, depth];
      return [((point.x + 1) / 2) * frame.width, ((1 - point.y) / 2) * frame.height, depth];
    },
    ray(pixelX, pixelY) {
      const [nx, ny] = [(pixelX / frame.width) * 2 - 1, 1 - (pixelY / frame.height) * 2];
      const near = new Vector3(nx, ny, -1).unproject(active);
      const direction = new Vector3(nx, ny, 1).unproject(active).sub(near).normalize();
      return { origin: [near.x, near.y, near.z], direction: [direction.x, direction.y, direction.z] };
    },
  };
}
