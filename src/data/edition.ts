import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Which state of the project something was made from. The same commit makes the same bytes. */
export interface Edition {
  /** Of `package.json`. */
  readonly version: string;
  /**
   * Full hash of the commit, with `-modified` after it where files differ from it; `unknown` outside a checkout.
   * `COMMIT` in the environment goes before.
   */
  readonly commit: string;
  /** Day of the commit, `YYYY-MM-DD`, or `unknown`. `SOURCE_DATE_EPOCH` in the environment goes before. */
  readonly day: string;
}

let known: Edition | undefined;

/** The edition below the folder that the command or the build was started in; looked up once. */
export function edition(): Edition {
  return (known ??= {
    version: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
    ...editionOf(process.env, git),
  });
}

/**
 * The commit and its day, from the environment or from git.
 * @param ask runs git with some arguments; null where there is no checkout or no git
 */
export function editionOf(
  environment: Readonly<Record<string, string | undefined>>,
  ask: (...args: string[]) => string | null,
): Omit<Edition, 'version'> {
  const given = environment['COMMIT'];
  const commit = given || ask('describe', '--always', '--dirty=-modified', '--abbrev=40', '--exclude=*');
  const seconds = environment['SOURCE_DATE_EPOCH'];
  const day = seconds
    ? new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
    : ask('log', '-1', '--format=%cs', ...(given ? [given] : []));
  return { commit: commit || 'unknown', day: day || 'unknown' };
}

function git(...args: string[]): string | null {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** An edition in a line: `0.1.0, commit e0767724…`. */
export const editionText = ({ version, commit }: Pick<Edition, 'version' | 'commit'>): string =>
  `${version}, commit ${commit}`;
