import type { WidgetProblem } from './declaration.ts';

/** The sentence that tells a reader what is wrong. */
export function problemSentence(problem: WidgetProblem, strings: Readonly<Record<string, string>>): string {
  if ('message' in problem) return problem.message;
  const pattern = strings['widget.problem'] ?? '{parameter}={value}: {allowed}';
  return pattern.replace(
    /\{(parameter|value|allowed)\}/g,
    (_, key: 'parameter' | 'value' | 'allowed') => problem[key],
  );
}

/** Messages over the stage of a figure, so that nothing around it moves. */
export interface ProblemBoard {
  /** Shows a problem and returns its sentence. */
  add(problem: WidgetProblem): string;
  /** Takes away what was said of parameters: the state has changed since. */
  clearParameters(): void;
  clear(): void;
}

/** Shows problems in `place`, which is hidden while there are none. */
export function problemBoard(place: HTMLElement, strings: Readonly<Record<string, string>>): ProblemBoard {
  const list = place.ownerDocument.createElement('div');
  const close = place.ownerDocument.createElement('button');
  close.type = 'button';
  close.textContent = strings['widget.close'] ?? 'Close';
  const tidy = () => {
    place.hidden = list.childElementCount === 0;
  };
  const clear = () => {
    list.replaceChildren();
    tidy();
  };
  close.addEventListener('click', clear);
  place.replaceChildren(list, close);
  tidy();
  return {
    add(problem) {
      const sentence = problemSentence(problem, strings);
      const line = place.ownerDocument.createElement('p');
      line.textContent = sentence;
      if ('parameter' in problem) line.dataset['parameter'] = problem.parameter;
      const said = [...list.children].some((other) => other.textContent === sentence);
      if (!said) list.append(line);
      tidy();
      return sentence;
    },
    clearParameters() {
      list.querySelectorAll('[data-parameter]').forEach((line) => line.remove());
      tidy();
    },
    clear() {
      clear();
      place.replaceChildren();
    },
  };
}
