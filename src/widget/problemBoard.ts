import type { WidgetProblem } from './declaration.ts';
import type { Loaded } from './loadFailure.ts';

type Strings = Readonly<Record<string, string>>;

/** The sentence that tells a reader what is wrong, and what the figure shows instead. */
export function problemSentence(problem: WidgetProblem, strings: Strings): string {
  if ('message' in problem) return problem.message;
  const key = problem.unknown ? 'unknown' : problem.kept ? 'kept' : 'problem';
  const pattern = strings[`widget.${key}`] ?? '{parameter}={value}: {allowed}';
  return pattern.replace(
    /\{(parameter|value|allowed)\}/g,
    (_, name: 'parameter' | 'value' | 'allowed') => problem[name],
  );
}

/** Messages over the stage of a figure, so that nothing around it moves. Each stays until it is dealt with. */
export interface ProblemBoard {
  /** Shows a problem. Returns its sentence. */
  add(problem: WidgetProblem): string;
  /** Takes away what was said of some parameters, or of all: they have been set since. */
  settle(parameters?: Iterable<string>): void;
  /** Says that a part did not come, with a button that tries again. Returns the sentence, or null where it stands. */
  fail(what: Loaded, sentence: string, again: () => void): string | null;
  /** The part came after all. */
  recover(what: Loaded): void;
  /** Takes sentences away that no longer hold. */
  withdraw(sentences: readonly (string | undefined)[]): void;
  clear(): void;
}

/** Shows problems in `place`, which is hidden while there are none. */
export function problemBoard(place: HTMLElement, strings: Strings): ProblemBoard {
  const { ownerDocument } = place;
  const button = (key: string, text: string, press: () => void) => {
    const made = ownerDocument.createElement('button');
    made.type = 'button';
    made.textContent = strings[`widget.${key}`] ?? text;
    made.addEventListener('click', press);
    return made;
  };
  const list = ownerDocument.createElement('div');
  const tidy = () => {
    place.hidden = list.childElementCount === 0;
  };
  const clear = () => {
    list.replaceChildren();
    tidy();
  };
  const lines = (selector: string) => [...list.querySelectorAll<HTMLElement>(selector)];
  const write = (sentence: string, data: DOMStringMap) => {
    const line = ownerDocument.createElement('p');
    line.textContent = sentence;
    Object.assign(line.dataset, data);
    list.append(line);
    tidy();
    return line;
  };
  place.replaceChildren(list, button('close', 'Close', clear));
  tidy();
  return {
    add(problem) {
      const sentence = problemSentence(problem, strings);
      const parameter = 'parameter' in problem ? problem.parameter : undefined;
      // Of one parameter the last word alone is of use.
      if (parameter !== undefined)
        lines('[data-parameter]')
          .find((line) => line.dataset['parameter'] === parameter)
          ?.remove();
      if (!lines('p').some((line) => line.textContent === sentence))
        write(sentence, parameter === undefined ? {} : { parameter });
      return sentence;
    },
    settle(parameters) {
      const settled = parameters && new Set(parameters);
      for (const line of lines('[data-parameter]'))
        if (!settled || settled.has(line.dataset['parameter']!)) line.remove();
      tidy();
    },
    fail(what, sentence, again) {
      const old = lines('[data-failed]').find((line) => line.dataset['failed'] === what);
      if (old?.firstChild?.nodeValue === `${sentence} `) return null;
      old?.remove();
      write(`${sentence} `, { failed: what }).append(button('again', 'Try again', again));
      return sentence;
    },
    recover(what) {
      lines('[data-failed]')
        .find((line) => line.dataset['failed'] === what)
        ?.remove();
      tidy();
    },
    withdraw(sentences) {
      for (const line of lines('p')) if (sentences.includes(line.textContent)) line.remove();
      tidy();
    },
    clear() {
      clear();
      place.replaceChildren();
    },
  };
}
