import { basePath, siteUrl } from '../settings.ts';

/**
 * Address of a page or file of this site below the origin, base path included.
 * @param address path from the site's root, with its leading slash, such as `/en/glossary/#npu`
 */
export function path(address: string): string {
  if (!address.startsWith('/')) throw new Error(`path "${address}": must start with a slash`);
  return basePath + address;
}

/** Full address of a page or file, for canonical links and cards on other sites. */
export function absolute(address: string): string {
  if (!address.startsWith('/')) throw new Error(`path "${address}": must start with a slash`);
  return siteUrl + address;
}
