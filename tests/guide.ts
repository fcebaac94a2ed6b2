import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A step of a guide: a file given whole, or lines to add to a file that is there. */
export interface GuideStep {
  readonly file: string;
  readonly kind: 'whole' | 'diff';
  readonly text: string;
}

/** The steps of a guide in order: blocks of code below the name of a file in bold. */
export function stepsOf(markdown: string): GuideStep[] {
  const steps: GuideStep[] = [];
  let file: string | undefined;
  for (const [, name, language, text] of markdown.matchAll(
    /^\*\*`([^`]+)`\*\*$|^```(\w+)\n([\s\S]*?)^```$|^#.*$/gm,
  )) {
    if (name !== undefined) file = name;
    else if (text === undefined) file = undefined;
    else if (file !== undefined) steps.push({ file, kind: language === 'diff' ? 'diff' : 'whole', text });
  }
  return steps;
}

/**
 * What a file becomes when the lines of a diff are added to it.
 * @throws where the lines that a reader is to look for are not in the file, or stand in it more than once
 */
export function applyDiff(file: string, before: string, diff: string): string {
  const lines = diff.trimEnd().split('\n');
  const pick = (marks: string) => lines.filter((line) => marks.includes(line[0] ?? ' ')).map((line) => line.slice(1)).join('\n'); // prettier-ignore
  const [old, now] = [pick(' -'), pick(' +')];
  const found = before.split(`\n${old}\n`).length - 1;
  if (found !== 1) throw new Error(`${file}: lines found ${found} times, allowed once:\n${old}`);
  return before.replace(`\n${old}\n`, () => `\n${now}\n`);
}

/** Copies the project without what is made, its packages linked. */
export function copyProject(to: string): void {
  for (const name of ['content', 'public', 'src', 'tests', 'docs'])
    cpSync(name, join(to, name), { recursive: true });
  for (const name of [
    'package.json', 'astro.config.ts', 'vitest.config.ts', 'tsconfig.json', 'tsconfig.pure.json', 'tsconfig.test.json', 'README.md',
  ]) cpSync(name, join(to, name)); // prettier-ignore
  symlinkSync(resolve('node_modules'), join(to, 'node_modules'));
}

/**
 * Follows the steps in a copy of the project.
 * @throws where a file given whole is there already, or lines to add have no place
 */
export function follow(steps: readonly GuideStep[], project: string): void {
  for (const { file, kind, text } of steps) {
    const path = join(project, file);
    mkdirSync(dirname(path), { recursive: true });
    if (kind === 'diff') writeFileSync(path, applyDiff(file, readFileSync(path, 'utf8'), text));
    else writeFileSync(path, text, { flag: 'wx' });
  }
}
