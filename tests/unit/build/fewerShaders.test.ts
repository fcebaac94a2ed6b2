import { globSync, readFileSync } from 'node:fs';
import { ShaderChunk } from 'three';
import { describe, expect, it } from 'vitest';
import { withFewerShaders } from '../../../src/build/fewerShaders.ts';

const three = readFileSync('node_modules/three/build/three.module.js', 'utf8');
const scenes = globSync('src/scene/**/*.ts').map((file) => readFileSync(file, 'utf8'));

/** The names in the table of chunks that a text of the library has. */
function chunksOf(code: string): Set<string> {
  const table = /const ShaderChunk = \{([\s\S]*?)\n\};/.exec(code)![1]!;
  return new Set([...table.matchAll(/(\w+): \w+/g)].map((one) => one[1]!));
}
/** What a chunk of the whole library includes. */
const included = (name: string) =>
  [...ShaderChunk[name as keyof typeof ShaderChunk].matchAll(/#include <(\w+)>/g)].map((one) => one[1]!);

describe('the shaders of three.js', () => {
  it('stay where a material of our scenes needs them, with all that they include', () => {
    const kept = chunksOf(withFewerShaders(three, scenes));
    const wanted = [
      'meshbasic_vert',
      'meshbasic_frag',
      'tonemapping_pars_fragment',
      'colorspace_pars_fragment',
    ];
    for (const name of wanted) {
      expect(kept).toContain(name);
      for (const inner of included(name)) if (!wanted.includes(inner)) wanted.push(inner);
    }
    expect(wanted).toContain('project_vertex');
  });

  it('go where nothing of ours is lit', () => {
    const kept = chunksOf(withFewerShaders(three, scenes));
    for (const name of ['meshphysical_frag', 'lights_physical_pars_fragment', 'shadowmap_pars_fragment'])
      expect(kept).not.toContain(name);
  });

  it('come back with the material that needs them', () => {
    const kept = chunksOf(withFewerShaders(three, [...scenes, 'new MeshStandardMaterial()']));
    for (const name of ['meshphysical_frag', 'lights_physical_pars_fragment']) expect(kept).toContain(name);
  });

  it('are looked for where three keeps them: another build of it stops ours', () => {
    expect(() => withFewerShaders('const x = {};', scenes)).toThrow('ShaderLib');
  });
});
