import { repositoryUrl } from '../settings.ts';

/** Address of the repository's form for an error in a figure, filled with its key. */
export function reportAddress(key: string): string {
  const query = new URLSearchParams({ template: 'figure.yml', title: `Figure ${key}`, figure: key });
  return `${repositoryUrl}/issues/new?${query.toString()}`;
}
