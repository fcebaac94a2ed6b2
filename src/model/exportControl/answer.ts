import type { Answer } from './interval.ts';

/** All of them: false if one is, else open if one is (Kleene). */
export function every(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** Any of them: true if one is, else open if one is (Kleene). */
export function some(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

export const no = (answer: Answer): Answer => (answer === null ? null : !answer);

/** What holds in every possible case: one answer if all cases give it, else open. */
export function agreed(answers: readonly Answer[]): Answer {
  const [first = null] = answers;
  return answers.every((one) => one === first) ? first : null;
}
