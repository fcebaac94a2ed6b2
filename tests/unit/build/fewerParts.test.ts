import { globSync, readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';
import { withFewerParts } from '../../../src/build/fewerParts.ts';

const three = readFileSync('node_modules/three/build/three.module.js', 'utf8');
const scenes = globSync('src/scene/**/*.ts').map((file) => readFileSync(file, 'utf8'));

describe('parts of three.js that no scene asks for', () => {
  const left = withFewerParts(three, scenes);

  it('go, and what is left is a module', () => {
    expect(left.length).toBeLessThan(three.length - 50_000);
    expect(left).not.toContain('XRWebGLBinding');
    expect(() => parseAst(left)).not.toThrow();
  });

  it('leave a stand-in that answers all that the renderer asks of a headset it has not', () => {
    const [, standIn] = /class WebXRManager extends EventDispatcher (\{[\s\S]*?\n\})/.exec(left)!;
    // What it calls while nobody wears one: outside of conditions on `isPresenting`.
    for (const called of ['getEnvironmentBlendMode', 'setAnimationLoop', 'dispose'])
      expect(standIn).toContain(`${called}(`);
  });

  it.each([
    ['const view = renderer.xr;', 'XRWebGLBinding'],
    ['mesh.castShadow = true;', 'new MeshDepthMaterial('],
    ['scene.environment = sky;', 'new PMREMGenerator( renderer )'],
    ['material.uniformsGroups = [group];', 'prepareUniformsGroup'],
  ])('come back where a scene says: %s', (line, kept) => {
    expect(left).not.toContain(kept);
    expect(withFewerParts(three, [...scenes, line])).toContain(kept);
  });

  it('are missed by name where the library has another', () => {
    expect(() => withFewerParts(three.replaceAll('WebGLShadowMap', 'Other'), scenes)).toThrow(
      'three has no part "WebGLShadowMap" any more',
    );
  });
});
