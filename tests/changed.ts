import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { loadWidget, widgets } from '../src/widget/registry.ts';

const usage = `npm run test:changed -- [base]
Runs what a change can break: the unit tests that import what differs from a commit (HEAD, if none is named), and in the
browser the figures and pages whose files differ. Where files differ that all share, a flat figure and one with 3D stand for all.`;

const [base = 'HEAD'] = process.argv.slice(2);
if (base === '--help') {
  console.log(usage);
  process.exit(0);
}
const git = (...args: string[]) =>
  execFileSync('git', args, { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');
const changed = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')];

const ids = Object.keys(widgets);
const figureOf = (file: string) => ids.find((id) => file.includes(`/${id}/`) || file.includes(`/${id}.`));
const figures = new Set(changed.map(figureOf).filter((id) => id !== undefined));
const shared = changed.filter((file) => /^(src|content|public)\//.test(file) && figureOf(file) === undefined);
const pages = new Set<string>();
for (const file of shared) {
  const article = /^content\/(\w+)\/(?:[^/]+\/)*([^/]+)\.mdx$/.exec(file);
  if (article) pages.add(`/${article[1]}/${article[2]}/`);
}
if (shared.length > pages.size)
  for (const has3d of [false, true])
    for (const id of ids)
      if ((await loadWidget(id)).declaration.has3d === has3d) {
        figures.add(id);
        break;
      }
for (const id of figures) for (const path of [`/en/widgets/${id}/`, `/embed/v1/${id}/`]) pages.add(path);

const run = (command: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...variables } });
  if (status !== 0) process.exit(status ?? 1);
};
console.log(
  `Differs from ${base}: ${changed.length} files; figures: ${[...figures].join(' ') || 'none'}; pages: ${[...pages].join(' ') || 'none'}`,
);
run('vitest', ['run', '--passWithNoTests', '--changed', base]);

const ownTests = changed.filter((file) => /^tests\/browser\/.*\.test\.ts$/.test(file) && existsSync(file));
if (pages.size + ownTests.length > 0) {
  const sources = globSync('{src,content,public}/**/*.*').map((file) => statSync(file).mtimeMs);
  const built = statSync('dist/index.html', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built < Math.max(...sources)) run('astro', ['build', '--silent']);
  const named = { FIGURES: [...figures].join(' '), PAGES: [...pages].join(' ') };
  const files = ['tests/browser/everyWidget.test.ts', 'tests/browser/everyPage.test.ts', ...ownTests];
  run('vitest', ['run', '--config', 'vitest.browser.config.ts', ...new Set(files)], named);
}
