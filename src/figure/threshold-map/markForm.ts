import type { Verdict } from '../../model/exportControl/verdict.ts';
import type { MarkForm } from './mark.ts';

/** The form of a chip's mark under a verdict. */
export function formOf({ verdict, letters }: Verdict): MarkForm {
  if (verdict === 'controlled') return 'listed';
  // A letter holds what the list may hold as well; that it is off the list is then not known.
  if (verdict === 'undetermined') return 'open';
  return letters.some(({ binds }) => binds === true) ? 'letter' : 'outside';
}
