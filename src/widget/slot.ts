/** The places in a figure's HTML that its widget may fill; `components/Widget.astro` writes them. */
export type SlotName =
  | 'controls'
  | 'stage'
  | 'poster'
  | 'summary'
  | 'parts'
  | 'table'
  | 'title'
  | 'note'
  | 'scale'
  | 'asof'
  | 'status'
  | 'sources'
  | 'problem'
  | 'live'
  | 'take'
  | 'panel';

/** Finds a place in a figure. Throws, naming it, if the HTML lacks it. */
export function slot(figure: ParentNode, name: SlotName): HTMLElement {
  const found = figure.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  if (!found) throw new Error(`The figure has no [data-slot="${name}"]`);
  return found;
}
