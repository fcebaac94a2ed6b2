/** An orthographic camera, as a draughtsman would give it: what it looks at, from where, and how much it sees. */
export interface Camera {
  /** Metres. */
  readonly target: readonly [number, number, number];
  /** Radians from the front towards the right. */
  readonly yaw: number;
  /** Radians above the horizon, −π/2 … π/2. */
  readonly pitch: number;
  /** Metres seen from the lower to the upper edge of the picture. */
  readonly height: number;
}

export interface Frame {
  /** Pixels, or units of the drawing. */
  readonly width: number;
  readonly height: number;
}

/** A point of the hall on the picture: pixels from the upper left, and metres towards the camera. */
export type Projector = (x: number, y: number, z: number) => readonly [number, number, number];

/** Unit vectors of a camera: to the right and up in the picture, and towards the eye. */
export function cameraAxes({ yaw, pitch }: Pick<Camera, 'yaw' | 'pitch'>) {
  const [sy, cy, sp, cp] = [Math.sin(yaw), Math.cos(yaw), Math.sin(pitch), Math.cos(pitch)];
  return { right: [cy, 0, -sy], up: [-sy * sp, cp, -cy * sp], eye: [sy * cp, sp, cy * cp] } as const;
}

export function projector(camera: Camera, frame: Frame): Projector {
  const { right, up, eye } = cameraAxes(camera);
  const scale = frame.height / camera.height;
  const [tx, ty, tz] = camera.target;
  return (x, y, z) => {
    const [dx, dy, dz] = [x - tx, y - ty, z - tz];
    return [
      frame.width / 2 + (dx * right[0] + dy * right[1] + dz * right[2]) * scale,
      frame.height / 2 - (dx * up[0] + dy * up[1] + dz * up[2]) * scale,
      dx * eye[0] + dy * eye[1] + dz * eye[2],
    ];
  };
}

/** Pixels a metre across the line of sight takes. */
export const pixelsPerMetre = (camera: Camera, frame: Frame): number => frame.height / camera.height;

/**
 * The camera a share `t` of the way from `a` to `b`. Height changes by equal factors and the target keeps pace with
 * it, so that what one flies towards stays in sight and the speed feels even at every scale.
 */
export function mixCamera(a: Camera, b: Camera, t: number): Camera {
  const height = a.height * (b.height / a.height) ** t;
  const travelled =
    Math.abs(a.height - b.height) < 1e-9 * a.height ? t : (a.height - height) / (a.height - b.height);
  const mix = (from: number, to: number, share: number) => from + (to - from) * share;
  return {
    target: [0, 1, 2].map((k) => mix(a.target[k]!, b.target[k]!, travelled)) as [number, number, number],
    yaw: mix(a.yaw, b.yaw, t),
    pitch: mix(a.pitch, b.pitch, t),
    height,
  };
}
