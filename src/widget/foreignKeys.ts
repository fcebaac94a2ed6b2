import type { ParameterDeclarations } from './parameter.ts';

/** Keys that every embed takes beside those of its widget; `embed/frameParameters.ts` says what they mean. */
export const embedKeys: readonly string[] = ['theme', 'chrome', 'lang', 'size', 'start'];

/**
 * Keys that mail programs, advertisers, social networks and scripts around frames put into addresses unasked:
 * names of campaigns, identifiers of clicks, and what WordPress, oEmbed and pym.js tell a frame.
 */
const campaigns = /^(utm|pk|mtm|piwik|matomo|mc|hsa|vero|oly|itm|wt|guce|amp|customize|preview)_|^_/i;
const clicks = /^\w{1,3}clk?id$|^(gclsrc|gbraid|wbraid|gad_source|gad_campaignid|igsh|igshid|li_fat_id|epik|srsltid|mkt_tok|cmpid|guccounter|ref|ref_src|ref_url|share|si|via)$/i; // prettier-ignore
const frames =
  /^(secret|childId|initialWidth|initialHeight|parentTitle|parentUrl|maxwidth|maxheight|iframe|oembed)$/;
const strangers = [campaigns, clicks, frames];

/**
 * Keys of an address that are meant for a figure and that it does not have. In an article these are the keys that
 * begin with its name; where it has the address for itself, all that are neither of another figure (`name.key`),
 * nor of the page around it, nor of those who pass addresses on.
 */
export function unknownKeys(
  query: URLSearchParams,
  declarations: ParameterDeclarations,
  prefix: string,
  others: readonly string[],
): string[] {
  const keys = [...new Set(query.keys())];
  if (prefix !== '')
    return keys.filter((key) => key.startsWith(prefix) && !(key.slice(prefix.length) in declarations));
  return keys.filter(
    (key) =>
      !(key in declarations) &&
      !key.includes('.') &&
      !others.includes(key) &&
      !strangers.some((one) => one.test(key)),
  );
}
