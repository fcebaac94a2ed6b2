import type { ParameterValues } from './parameter.ts';

/** What the build writes beside a figure. */
export interface FigureData {
  /** Where this figure starts, by parameter; the rest start at their defaults. */
  readonly start: ParameterValues;
  readonly data: unknown;
  readonly strings: Readonly<Record<string, string>>;
  /** Address of the file that holds the data and the widget's own strings, where they are not here. */
  readonly file?: string;
}

/** What an earlier figure of the page carries is told by its name; the file of its own is this figure's. */
type Written = FigureData | (Pick<FigureData, 'start' | 'file'> & { readonly sameAs: string });

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
  const { sameAs, ...others } = own;
  return { ...(written(first, sameAs) as FigureData), ...others };
}

/** Fetches a figure's data and strings from the file that the build wrote. Rejects where it does not come. */
export async function fetchFigure(
  file: string,
): Promise<{ data: unknown; strings: Readonly<Record<string, string>> }> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file} did not come: ${answer.status}`);
  return (await answer.json()) as { data: unknown; strings: Readonly<Record<string, string>> };
}
