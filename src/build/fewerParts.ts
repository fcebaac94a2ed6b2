import { parseAst } from 'rolldown/parseAst';

/** A part of three.js that its renderer makes unasked, and what stands in for it where no scene asks for it. */
interface Part {
  readonly name: string;
  /** What a scene that needs it names. */
  readonly asked: RegExp;
  readonly standIn: string;
}

const parts: readonly Part[] = [
  {
    name: 'WebXRManager',
    asked: /\bxr\b/i,
    // What the renderer calls of it while nobody wears a headset.
    standIn: `class WebXRManager extends EventDispatcher {
	enabled = false;
	isPresenting = false;
	getEnvironmentBlendMode() {}
	setAnimationLoop() {}
	dispose() {}
}`,
  },
  {
    name: 'WebGLEnvironments',
    asked: /\b(envMap|PMREMGenerator)\b|\.(environment|background)\b/,
    standIn: `function WebGLEnvironments() {
	return { get: ( texture ) => texture, dispose() {} };
}`,
  },
  {
    name: 'WebGLShadowMap',
    asked: /\b(castShadow|receiveShadow|shadowMap)\b/,
    standIn: `function WebGLShadowMap() {
	this.enabled = false;
	this.render = () => {};
}`,
  },
  {
    name: 'WebGLUniformsGroups',
    asked: /\b[uU]niformsGroups?\b/,
    standIn: `function WebGLUniformsGroups() {
	return { bind() {}, update() {}, dispose() {} };
}`,
  },
];

/**
 * The module of three.js with stand-ins for headsets, mirrored surroundings, cast shadows and groups of uniforms: a renderer
 * makes them whether they are asked for or not, so that no bundler can leave them out.
 * @param code text of `three.module.js`
 * @param scenes texts of the files that draw: what they name stays as it is
 * @throws where three is built otherwise than this knows
 */
export function withFewerParts(code: string, scenes: readonly string[]): string {
  const text = scenes.join('\n');
  const { body } = parseAst(code);
  const found = parts
    .filter(({ asked }) => !asked.test(text))
    .map(({ name, standIn }) => {
      const node = body.find(
        (one) =>
          (one.type === 'ClassDeclaration' || one.type === 'FunctionDeclaration') && one.id?.name === name,
      );
      if (!node) throw new Error(`three has no part "${name}" any more`);
      return { start: node.start, end: node.end, standIn };
    });
  return found
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end, standIn }) => left.slice(0, start) + standIn + left.slice(end), code);
}
