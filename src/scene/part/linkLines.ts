import {
  BufferAttribute,
  BufferGeometry,
  Color,
  CustomBlending,
  LineSegments,
  OneFactor,
  ShaderMaterial,
  Vector2,
  ZeroFactor,
  type Object3D,
} from 'three';
import type { Palette } from '../../encoding/palette.ts';
import { copperOf, lightOf } from '../../encoding/palette.ts';
import type { Strands } from '../../placement/links/strands.ts';

/** Lines one pixel wide, all in one draw: copper solid, light dashed. */
export interface LinkLinesPart {
  readonly root: Object3D;
  /** @param fine with less ink, which adds up where lines cross: for lines that are many */
  set(strands: Strands, fine?: boolean): void;
  paint(palette: Palette): void;
  dispose(): void;
}

/** How much of the ink of a line is left where many stand close, from 0 (paper) to 1, and of lines that are many. */
const strength = { plain: 0.62, fine: 0.32 };

// Dashes are counted in pixels of the picture, so a line needs to know where it began.
const vertex = /* glsl */ `
  attribute vec3 other;
  attribute vec2 style; // 0 at the beginning and 1 at the end of a stretch, light
  uniform vec2 size;
  varying float along;
  varying float light;
  void main() {
    vec4 here = projectionMatrix * viewMatrix * vec4(position, 1.0);
    vec4 there = projectionMatrix * viewMatrix * vec4(other, 1.0);
    along = style.x * length((here.xy / here.w - there.xy / there.w) * size * 0.5);
    light = style.y;
    gl_Position = here;
  }`;

const fragment = /* glsl */ `
  uniform vec3 copper;
  uniform vec3 fibre;
  uniform float density;
  uniform float strength;
  varying float along;
  varying float light;
  void main() {
    if (light > 0.5 && mod(along, 7.0 * density) > 4.0 * density) discard;
    gl_FragColor = vec4(light > 0.5 ? fibre : copper, strength);
  }`;

export function createLinkLines(): LinkLinesPart {
  const uniforms = {
    size: { value: new Vector2(1, 1) },
    density: { value: 1 },
    strength: { value: strength.plain },
    copper: { value: new Color() },
    fibre: { value: new Color() },
  };
  const material = new ShaderMaterial({
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms,
    depthTest: false,
    depthWrite: false,
    // Mixed with what lies beneath, and still drawn before what the lines lead to.
    blending: CustomBlending,
    blendSrcAlpha: ZeroFactor,
    blendDstAlpha: OneFactor,
  });
  const lines = new LineSegments(new BufferGeometry(), material);
  lines.frustumCulled = false;
  lines.renderOrder = 1;
  // What comes after lies over the lines, however far behind what is beneath them it stands.
  lines.onAfterRender = (renderer) => renderer.clearDepth();
  lines.onBeforeRender = (renderer) => {
    renderer.getDrawingBufferSize(uniforms.size.value);
    uniforms.density.value = renderer.getPixelRatio();
  };
  return {
    root: lines,
    set({ count, start, points, light }, fine = false) {
      const stretches = points.length / 3 - count;
      const from = new Float32Array(6 * stretches);
      const other = new Float32Array(6 * stretches);
      const style = new Float32Array(4 * stretches);
      let at = 0;
      for (let s = 0; s < count; s++) {
        const dashed = light[s]!;
        for (let i = 3 * start[s]!; i < 3 * start[s + 1]! - 3; i += 3, at++) {
          for (let k = 0; k < 6; k++) {
            from[6 * at + k] = points[i + k]!;
            other[6 * at + k] = points[i + ((k + 3) % 6)]!;
          }
          style[4 * at + 1] = style[4 * at + 3] = dashed;
          style[4 * at + 2] = 1;
        }
      }
      const { geometry } = lines;
      geometry.dispose();
      geometry.setAttribute('position', new BufferAttribute(from, 3));
      geometry.setAttribute('other', new BufferAttribute(other, 3));
      geometry.setAttribute('style', new BufferAttribute(style, 2));
      geometry.setDrawRange(0, 2 * stretches);
      uniforms.strength.value = fine ? strength.fine : strength.plain;
      lines.visible = stretches > 0;
    },
    paint(palette) {
      uniforms.copper.value.setRGB(...copperOf(palette));
      uniforms.fibre.value.setRGB(...lightOf(palette));
    },
    dispose() {
      lines.geometry.dispose();
      material.dispose();
    },
  };
}
