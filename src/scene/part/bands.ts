import {
  BufferAttribute, Color, Group, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial, Vector2, type Object3D,
} from 'three'; // prettier-ignore
import { copperOf, lightOf, type Palette } from '../../encoding/palette.ts';
import type { Point } from '../../placement/label/annotation.ts';
import { crossArm, wayWidth } from '../../placement/links/sheetLinks.ts';
import type { Strands } from '../../placement/links/strands.ts';

/** Straight stretches as wide as they are meant to be seen, all in one draw. */
export interface BandsPart {
  readonly root: Object3D;
  set(bands: readonly Band[]): void;
  paint(palette: Palette): void;
  dispose(): void;
}

/**
 * A stretch between two points in metres, each moved by some pixels; its width in pixels; 0 copper, 1 light, 2 ink; and how
 * much of that colour it has, from 0 (paper) to 1.
 */
export interface Band {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly shift: readonly [number, number, number, number];
  readonly look: readonly [width: number, kind: number, strength: number];
}

const vertex = /* glsl */ `
  attribute vec3 from;
  attribute vec3 to;
  attribute vec4 shift;
  attribute vec3 look;
  uniform vec2 size;
  uniform float density; // device pixels a CSS pixel
  varying float along;
  varying float kind;
  varying float strength;
  void main() {
    vec4 a = projectionMatrix * viewMatrix * vec4(from, 1.0);
    vec4 b = projectionMatrix * viewMatrix * vec4(to, 1.0);
    vec2 start = a.xy / a.w * size * 0.5 + shift.xy * density;
    vec2 end = b.xy / b.w * size * 0.5 + shift.zw * density;
    float run = max(length(end - start), 1e-4);
    vec2 ahead = (end - start) / run;
    float wide = 0.5 * look.x * density;
    // Half a width further at both ends, so that stretches of one way meet.
    vec2 at = mix(start - ahead * wide, end + ahead * wide, position.x) + vec2(-ahead.y, ahead.x) * position.y * wide;
    along = position.x * (run + 2.0 * wide);
    kind = look.y;
    strength = look.z;
    gl_Position = vec4(at / (size * 0.5), mix(a.z / a.w, b.z / b.w, position.x), 1.0);
  }`;

const fragment = /* glsl */ `
  uniform vec3 copper;
  uniform vec3 fibre;
  uniform vec3 ink;
  uniform vec3 paper;
  uniform float density;
  varying float along;
  varying float kind;
  varying float strength;
  void main() {
    if (kind > 0.5 && kind < 1.5 && mod(along, 11.0 * density) > 7.0 * density) discard;
    gl_FragColor = vec4(mix(paper, kind > 1.5 ? ink : kind > 0.5 ? fibre : copper, strength), 1.0);
  }`;

const still = [0, 0, 0, 0] as const;

function bandsOf({ count, start, points, light }: Strands, width: number): Band[] {
  const bands: Band[] = [];
  for (let s = 0; s < count; s++)
    for (let i = start[s]! + 1; i < start[s + 1]!; i++)
      bands.push({
        from: points.subarray(3 * i - 3, 3 * i),
        to: points.subarray(3 * i, 3 * i + 3),
        shift: still,
        look: [width, light[s]!, 1],
      });
  return bands;
}

/** Ways through a network: those chosen widest, over the others. */
export const wayBands = (chosen: Strands, others: Strands): Band[] => [
  ...bandsOf(others, wayWidth.other),
  ...bandsOf(chosen, wayWidth.chosen),
];

/** A cross at every point. */
export const crossBands = (points: readonly Point[]): Band[] =>
  points.flatMap((at) =>
    [crossArm, -crossArm].map((up): Band => ({
      from: at,
      to: at,
      shift: [-crossArm, -up, crossArm, up],
      look: [wayWidth.cross, 2, 1],
    })),
  );

export function createBands(): BandsPart {
  const uniforms = {
    size: { value: new Vector2(1, 1) },
    density: { value: 1 },
    copper: { value: new Color() },
    fibre: { value: new Color() },
    ink: { value: new Color() },
    paper: { value: new Color() },
  };
  const geometry = new InstancedBufferGeometry();
  const corners = new Float32Array([0, -1, 0, 1, -1, 0, 0, 1, 0, 1, 1, 0]);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  const material = new ShaderMaterial({
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms,
    depthTest: false,
    depthWrite: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 2;
  mesh.onBeforeRender = (renderer) => {
    renderer.getDrawingBufferSize(uniforms.size.value);
    uniforms.density.value = renderer.getPixelRatio();
  };
  const root = new Group();
  root.add(mesh);
  return {
    root,
    set(bands) {
      geometry.dispose();
      for (const [name, each] of [
        ['from', 3],
        ['to', 3],
        ['shift', 4],
        ['look', 3],
      ] as const) {
        // prettier-ignore
        const values = new Float32Array(each * bands.length);
        bands.forEach((band, i) => values.set(band[name], each * i));
        geometry.setAttribute(name, new InstancedBufferAttribute(values, each));
      }
      geometry.instanceCount = bands.length;
      mesh.visible = bands.length > 0;
    },
    paint(palette) {
      uniforms.copper.value.setRGB(...copperOf(palette));
      uniforms.fibre.value.setRGB(...lightOf(palette));
      uniforms.ink.value.setRGB(...palette.ink);
      uniforms.paper.value.setRGB(...palette.paper);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
