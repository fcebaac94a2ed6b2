import type { CitedSource, Figure } from '../data/figure.ts';
import type { Term } from '../data/schema/term.ts';

/** What a page has mentioned so far: its cards are printed once, its sources listed once. */
export interface PageRecord {
  /** Figures by the id of their card. */
  readonly figures: Map<string, { readonly figure: Figure; readonly asOf: string | undefined }>;
  /** Terms by their id. */
  readonly terms: Map<string, Term>;
  /** Derived figures by the id of their card. */
  readonly derivations: Map<string, Derivation>;
  /** Ids of every source behind what the page shows, in order of appearance. */
  readonly sources: Set<string>;
  /** Style sheets that the page's stills asked for. */
  readonly stillSheets: Set<string>;
  /** Collections that the page's figures are cut from. */
  readonly reads: Set<string>;
}

/** A computed figure with the sum that leads to it. */
export interface Derivation {
  readonly result: string;
  /** What it is, where it does not follow from the record alone. */
  readonly title?: string;
  /** The sum with its values: `8,192 × 1 PFLOPS = 8.19 EFLOPS`. */
  readonly sum: string;
  /** The figures it is made of, each with the id of its own card. */
  readonly operands: readonly { readonly card: string; readonly figure: Figure }[];
  /** What else it rests on. */
  readonly sources?: readonly CitedSource[];
}

const pages = new WeakMap<Request, PageRecord>();

/**
 * The record of the page being rendered. A component that shows a figure adds to it; the layout reads it after
 * the page's text has been rendered.
 * @param request `Astro.request`, the same object for every component of a page
 */
export function pageRecord(request: Request): PageRecord {
  let record = pages.get(request);
  if (!record) {
    record = {
      figures: new Map(),
      terms: new Map(),
      derivations: new Map(),
      sources: new Set(),
      stillSheets: new Set(),
      reads: new Set(),
    };
    pages.set(request, record);
  }
  return record;
}

/** Id of the card of a figure: usable in addresses and in style sheets. */
export function cardId(key: string, asOf?: string): string {
  return `figure-${key.replace('.', '--')}${asOf === undefined ? '' : `--${asOf}`}`;
}

/** Id of a source in the page's own list of sources. */
export const sourceEntry = (source: string): string => `source-${source}`;

/** Notes a figure on the page, with its sources, and returns the id of its card. */
export function mention(request: Request, figure: Figure, asOf?: string): string {
  const record = pageRecord(request);
  const id = cardId(figure.key, asOf);
  record.figures.set(id, { figure, asOf });
  for (const { id: source } of figure.sources) record.sources.add(source);
  return id;
}

/** Notes a computed figure on the page, with its sources, and returns the id of its card. */
export function mentionDerivation(request: Request, derivation: Derivation): string {
  const { derivations, sources } = pageRecord(request);
  const id = `derived-${derivations.size + 1}`;
  derivations.set(id, derivation);
  for (const { id: source } of derivation.sources ?? []) sources.add(source);
  return id;
}
