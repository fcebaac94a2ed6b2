import { morphInto } from './morph.ts';
import { slot } from './slot.ts';
import { sourcesHtml } from './sourceLines.ts';

/** Places that hold HTML with buttons, fields or rows: they are changed part by part. */
const made = ['controls', 'parts', 'table'] as const;
/** Places that hold one text. */
const told = ['title', 'note', 'status', 'summary', 'scale'] as const;
const all = [...made, ...told, 'asof', 'sources', 'poster'] as const;

export type PlaceName = (typeof all)[number];

/** What is written around a drawing in a state. A text that is left out stays as it is. */
export interface Written {
  readonly controls?: string;
  readonly parts?: string;
  readonly table?: string;
  readonly title: string;
  readonly note: string;
  readonly status: string;
  readonly asOf: string;
  readonly summary: string;
  readonly scale?: string;
  readonly sources?: readonly { readonly label: string; readonly href: string }[];
}

/** The places of a figure that follow its state. */
export interface Places {
  readonly slots: Readonly<Record<PlaceName, HTMLElement>>;
  /** The figure stands in somebody else's page, from which links open a new tab. */
  readonly newTab: boolean;
  /** Writes a state and touches only what differs. Returns the places whose HTML is new. */
  write(view: Written): ReadonlySet<PlaceName>;
  /** Has a place compared again by the next `write`: something besides `write` changed it. */
  forget(name: PlaceName): void;
  /** Puts back the HTML of the build. */
  restore(): void;
}

/**
 * Finds the places of a figure. Throws, naming it, where the HTML lacks one.
 * @param own the places that the figure changes and puts back
 */
export function figurePlaces(figure: HTMLElement, own: readonly PlaceName[] = all): Places {
  const slots = Object.fromEntries(all.map((name) => [name, slot(figure, name)])) as Record<
    PlaceName,
    HTMLElement
  >;
  const asBuilt = own.map((name) => [slots[name], slots[name].innerHTML] as const);
  const newTab = figure.closest('supernode-figure')?.getAttribute('context') === 'embed';
  const last = new Map<PlaceName, string>();
  return {
    slots,
    newTab,
    write(view) {
      const changed = new Set<PlaceName>();
      const morph = (name: PlaceName, html: string | undefined) => {
        if (html === undefined || last.get(name) === html) return;
        last.set(name, html);
        changed.add(name);
        morphInto(slots[name], html);
      };
      for (const name of made) morph(name, view[name]);
      morph('sources', view.sources && sourcesHtml(view.sources, newTab).html);
      const tell = (name: PlaceName, text: string | undefined) => {
        if (text !== undefined && slots[name].textContent !== text) slots[name].textContent = text;
      };
      for (const name of told) tell(name, view[name]);
      tell('asof', view.asOf);
      return changed;
    },
    forget: (name) => void last.delete(name),
    restore() {
      for (const [place, html] of asBuilt) place.innerHTML = html;
    },
  };
}
