import {
  BoxGeometry, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial, Color, type Object3D, Group,
} from 'three'; // prettier-ignore
import { faces, tones } from '../../encoding/tone.ts';
import { looks, type Solids } from '../../placement/solid/solids.ts';
import type { Palette } from '../../encoding/palette.ts';

/**
 * All boxes of a drawing in two draws: filled ones, and those that are outlines alone. Faces take flat colours by the
 * side they show; outlines are drawn by the faces themselves, as ink along their edges, so hidden lines cost nothing
 * and lines thin out where a face becomes small.
 */
export interface BoxesPart {
  readonly root: Object3D;
  set(solids: Solids): void;
  /** Marks boxes by owner: every box for which `picked` holds stands out, the rest steps back. Null: nothing picked. */
  mark(picked: ((owner: number) => boolean) | null): void;
  paint(palette: Palette): void;
  /** From 0 (as it is) to 1 (gone into the paper). */
  fade(share: number): void;
  dispose(): void;
}

const vertex = /* glsl */ `
  attribute vec3 boxCentre;
  attribute vec3 boxHalf;
  attribute vec4 boxStyle; // yaw, tone, look, picked
  uniform vec3 fills[${tones.length * faces.length}];
  varying vec3 fill;
  varying vec2 across;
  varying float look;
  varying float picked;
  void main() {
    float yaw = boxStyle.x;
    vec3 local = position * 2.0 * boxHalf;
    vec3 turned = vec3(local.x * cos(yaw) + local.z * sin(yaw), local.y, -local.x * sin(yaw) + local.z * cos(yaw));
    int face = abs(normal.y) > 0.5 ? 0 : abs(normal.z) > 0.5 ? 1 : 2;
    fill = fills[int(boxStyle.y + 0.5) * 3 + face];
    across = uv * 2.0 - 1.0;
    look = boxStyle.z;
    picked = boxStyle.w;
    gl_Position = projectionMatrix * viewMatrix * vec4(boxCentre + turned, 1.0);
  }`;

const fragment = /* glsl */ `
  uniform vec3 paper;
  uniform vec3 edge;
  uniform vec3 pencil;
  uniform vec3 ink;
  uniform float faded;
  uniform float anyPicked;
  uniform float outlineOnly;
  uniform float density; // device pixels a CSS pixel
  varying vec3 fill;
  varying vec2 across;
  varying float look;
  varying float picked;
  void main() {
    vec2 step = fwidth(across);
    vec2 pixels = (1.0 - abs(across)) / max(step, vec2(1e-6));
    vec2 extent = 2.0 / max(step, vec2(1e-6));
    bool assumed = look > 0.5 && look < 1.5;
    bool bare = look > 1.5 && look < 2.5;
    float width = (picked > 0.5 ? 1.7 : assumed ? 0.25 : 0.38) * density;
    float line = 1.0 - smoothstep(width - 0.4, width + 0.6, min(pixels.x, pixels.y));
    line *= smoothstep(2.0 * density, 7.0 * density, min(extent.x, extent.y));
    vec3 lineColour = picked > 0.5 ? ink : (assumed || outlineOnly > 0.5) ? pencil : edge;
    if (bare && picked < 0.5) line = 0.0;
    float back = anyPicked * (1.0 - picked) * 0.42;
    if (outlineOnly > 0.5) {
      if (line < 0.02) discard;
      gl_FragColor = vec4(lineColour, line * 0.5 * (1.0 - faded));
      return;
    }
    vec3 colour = mix(fill, lineColour, line);
    gl_FragColor = vec4(mix(colour, paper, max(back, faded)), 1.0);
  }`;

const ghost = looks.indexOf('ghost');

export function createBoxes(): BoxesPart {
  const palette = Array.from({ length: tones.length * faces.length }, () => new Color());
  const shared = {
    fills: { value: palette },
    paper: { value: new Color() },
    edge: { value: new Color() },
    pencil: { value: new Color() },
    ink: { value: new Color() },
    faded: { value: 0 },
    anyPicked: { value: 0 },
    density: { value: Math.min(2, globalThis.devicePixelRatio ?? 1) },
  };
  const filled = layer(shared, false);
  const outlined = layer(shared, true);
  const root = new Group();
  root.add(filled.mesh, outlined.mesh);
  return {
    root,
    set(solids) {
      const all = Array.from({ length: solids.count }, (_, i) => i);
      filled.set(
        solids,
        all.filter((i) => solids.look[i] !== ghost),
      );
      outlined.set(
        solids,
        all.filter((i) => solids.look[i] === ghost),
      );
    },
    mark(picked) {
      shared.anyPicked.value = picked ? 1 : 0;
      filled.mark(picked);
      outlined.mark(picked);
    },
    paint(next) {
      next.fills.forEach((colour, i) => palette[i]!.setRGB(...colour));
      shared.paper.value.setRGB(...next.paper);
      shared.edge.value.setRGB(...next.edge);
      shared.pencil.value.setRGB(...next.pencil);
      shared.ink.value.setRGB(...next.ink);
    },
    fade(share) {
      shared.faded.value = share;
    },
    dispose() {
      filled.dispose();
      outlined.dispose();
    },
  };
}

/** One mesh of instanced boxes. Buffers grow as needed and are kept. */
function layer(shared: Record<string, { value: unknown }>, outlineOnly: boolean) {
  const cube = new BoxGeometry(1, 1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.index = cube.index;
  for (const name of ['position', 'normal', 'uv']) geometry.setAttribute(name, cube.getAttribute(name));
  const material = new ShaderMaterial({
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { ...shared, outlineOnly: { value: outlineOnly ? 1 : 0 } },
    transparent: outlineOnly,
    depthWrite: !outlineOnly,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = outlineOnly ? 1 : 0;
  let owners = new Uint32Array(0);
  let capacity = 0;
  const reserve = (count: number) => {
    if (count <= capacity) return;
    capacity = Math.ceil(count * 1.25);
    // three keeps the old buffers, and the old number of instances as the most it draws, until they are given back.
    geometry.dispose();
    for (const [name, size] of [
      ['boxCentre', 3],
      ['boxHalf', 3],
      ['boxStyle', 4],
    ] as const) {
      geometry.setAttribute(name, new InstancedBufferAttribute(new Float32Array(size * capacity), size));
    }
    owners = new Uint32Array(capacity);
  };
  reserve(1);
  return {
    mesh,
    set(solids: Solids, indices: readonly number[]) {
      reserve(indices.length);
      const [centre, half, style] = ['boxCentre', 'boxHalf', 'boxStyle'].map(
        (name) => geometry.getAttribute(name) as InstancedBufferAttribute,
      );
      indices.forEach((from, to) => {
        for (let k = 0; k < 3; k++) {
          centre!.array[3 * to + k] = solids.centre[3 * from + k]!;
          half!.array[3 * to + k] = solids.half[3 * from + k]!;
        }
        style!.array[4 * to] = solids.yaw[from]!;
        style!.array[4 * to + 1] = solids.tone[from]!;
        style!.array[4 * to + 2] = solids.look[from]!;
        style!.array[4 * to + 3] = 0;
        owners[to] = solids.owner[from]!;
      });
      for (const attribute of [centre!, half!, style!]) attribute.needsUpdate = true;
      geometry.instanceCount = indices.length;
      mesh.visible = indices.length > 0;
    },
    mark(picked: ((owner: number) => boolean) | null) {
      const style = geometry.getAttribute('boxStyle') as InstancedBufferAttribute;
      for (let i = 0; i < geometry.instanceCount; i++) style.array[4 * i + 3] = picked?.(owners[i]!) ? 1 : 0;
      style.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
