import type { Phrases } from '../phrases.ts';
import { readOwn } from './params.ts';
import { wrongText } from './parts.ts';

/** What a field of the reader's own chip may do. */
interface OwnDoes {
  readonly takeAway: () => void;
  readonly place: (figure: { readonly tpp?: number; readonly density?: number }) => void;
  readonly refuse: (name: string, text: string, told: string) => void;
}

/** A number that was typed; one that cannot be used stays where it is, with a word on what can. */
export const ownEntry =
  (say: Phrases, { takeAway, place, refuse }: OwnDoes) =>
  (field: HTMLInputElement, ended: boolean): void => {
    if (!ended) return;
    const name = field.name as 'tpp' | 'density';
    const read = readOwn(field);
    if (read === 'none') takeAway();
    else if (read !== null) place({ [name]: read });
    else refuse(name, field.value.trim(), wrongText(say, name));
  };
