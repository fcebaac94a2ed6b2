/**
 * The two addresses of the project, typed here and nowhere else.
 * `SITE_URL` is where the site is served, with its base path if it has one; `REPOSITORY_URL` is where its source lives.
 * Both may be overridden by environment variables of the same names when the site is built.
 */
declare const process: { env: Record<string, string | undefined> } | undefined;

const environment = typeof process === 'undefined' ? {} : process.env;

/** Address of the site, base path included, without a trailing slash. */
export const siteUrl: string = (environment['SITE_URL'] ?? 'https://inside-the-supernode.example').replace(
  /\/+$/,
  '',
);

/** Address of the public repository, without a trailing slash. */
export const repositoryUrl: string = (
  environment['REPOSITORY_URL'] ?? 'https://github.com/inside-the-supernode/inside-the-supernode'
).replace(/\/+$/, '');

/** Path below the origin under which every page lives: `''` or `/something`, never with a trailing slash. */
export const basePath: string = new URL(siteUrl).pathname.replace(/\/+$/, '');

/** Names of the addresses that still are placeholders, so that nothing answers where links lead. */
export const placeholders: readonly string[] = [
  ...(/\.(example|invalid|test)$/.test(new URL(siteUrl).hostname) ? ['SITE_URL'] : []),
  ...(environment['REPOSITORY_URL'] === undefined ? ['REPOSITORY_URL'] : []),
];
