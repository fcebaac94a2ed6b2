import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenMachine } from './machine.ts';
import type { Result } from './task.ts';

const here = import.meta.dirname;
/** Installed for this comparison alone: the project does not use them. */
const packages = [
  'graphology@0.26.0',
  'graphology-types@0.24.8',
  'graphology-shortest-path@2.1.0',
  'ngraph.graph@20.1.2',
  'ngraph.path@1.6.1',
];
const rivals = ['graphology', 'ngraph'] as const;

/** One line of the table. */
export interface Contender {
  readonly name: string;
  readonly result: Result;
}

/** Runs a script of a contender in a process of its own, so that memory and compiled code are its own. */
function resultOf(folder: string, script: string): Result {
  const printed = execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  return JSON.parse(printed) as Result;
}

/**
 * The same questions on the same cables to this project and to public libraries, which are installed into a folder that is
 * removed afterwards. The first is this project's.
 * @throws Error where the answers differ, naming the library
 */
export function compareLibraries(): Contender[] {
  const folder = mkdtempSync(join(tmpdir(), 'libraries-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...packages], { cwd: folder });
    writeFileSync(join(folder, 'task.json'), JSON.stringify(brokenMachine().task));
    for (const file of ['task.ts', ...rivals.map((rival) => `${rival}.js`)])
      copyFileSync(join(here, file), join(folder, file));
    const own = { name: 'this project', result: resultOf(process.cwd(), join(here, 'own.ts')) };
    const others = rivals.map((rival) => ({ name: rival, result: resultOf(folder, `${rival}.js`) }));
    for (const { name, result } of others)
      for (const asked of ['distances', 'routes'] as const)
        if (result[asked] && result[asked].hops !== own.result[asked]?.hops)
          throw new Error(
            `${name}, ${asked}: ${String(result[asked].hops)} hops in all, ours ${String(own.result[asked]?.hops)}`,
          );
    return [own, ...others];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
