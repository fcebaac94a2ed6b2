import type { ParameterValues } from './parameter.ts';

/** What the build writes beside a figure. */
export interface FigureData {
  /** Where this figure starts, by parameter; the rest start at their defaults. */
  readonly start: ParameterValues;
  readonly data: unknown;
  readonly strings: Readonly<Record<string, string>>;
}

type Written = FigureData | { readonly start: ParameterValues; readonly sameAs: string };

function written(element: Element | null, name: string): Written {
  const text = element?.querySelector(':scope > script[data-figure]')?.textContent;
  if (!text) throw new Error(`The figure "${name}" has no data`);
  return JSON.parse(text) as Written;
}

/** Reads a figure's data, which an earlier figure of the page may carry for both. Throws where there is none. */
export function figureData(element: HTMLElement, name: string): FigureData {
  const own = written(element, name);
  if (!('sameAs' in own)) return own;
  const first = document.querySelector(`supernode-figure[name="${CSS.escape(own.sameAs)}"]`);
  return { ...(written(first, own.sameAs) as FigureData), start: own.start };
}
