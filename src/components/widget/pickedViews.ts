import {
  printValue,
  queryText,
  readParameters,
  type ParameterDeclarations,
  type ParameterValues,
} from '../../widget/parameter.ts';

/** A state of a figure that the author of an article picked, by a caption in the article's own words. */
export interface PickedView {
  readonly caption: string;
  /** What differs from where the figure starts, as a query with plain keys: `level=cabinet&explode=on`. */
  readonly state: string;
}

/** A caption of the row above a drawing. */
export interface ViewLink {
  readonly caption: string;
  /** Address of the state on the article's page. */
  readonly href: string;
  /** Whether it is the state that the figure starts in. */
  readonly current: boolean;
}

/** The most captions that fit in one row on a phone. */
const most = 3;

/**
 * The captions above a figure as links. Each sets every parameter that one of them names, so that any of them can follow
 * any other. Throws on a state that the figure does not take, on more captions than a row holds and on one alone.
 * @param start where the figure starts
 * @param name of the figure on its page
 */
export function viewLinks(
  views: readonly PickedView[],
  declarations: ParameterDeclarations,
  start: ParameterValues,
  name: string,
): ViewLink[] {
  if (views.length === 1 || views.length > most)
    throw new Error(`figure "${name}": ${views.length} views; allowed: none, or 2 to ${most}`);
  const asked = views.map(({ caption, state }) => {
    const query = new URLSearchParams(state);
    const { values, problems } = readParameters(declarations, query);
    const [problem] = problems;
    const unknown = [...query.keys()].find((key) => !(key in declarations));
    if (problem || unknown !== undefined) {
      const wrong = problem ? `${problem.parameter}="${problem.value}"` : `"${unknown}"`;
      const allowed = problem ? problem.allowed : Object.keys(declarations).join(', ');
      throw new Error(`figure "${name}", view "${caption}": ${wrong}; allowed: ${allowed}`);
    }
    return { caption, values, keys: [...query.keys()] };
  });
  const named = new Set(asked.flatMap(({ keys }) => keys));
  return asked.map(({ caption, values, keys }) => {
    const state = [...named].map((key) => [key, (keys.includes(key) ? values : start)[key]!] as const);
    const query = new URLSearchParams(state.map(([key, value]) => [`${name}.${key}`, printValue(value)]));
    return {
      caption,
      href: `?${queryText(query)}#${name}`,
      current: state.every(([key, value]) => start[key] === value),
    };
  });
}
