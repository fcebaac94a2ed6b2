import { standaloneSvg } from './picture.ts';
import { queryText } from './parameter.ts';
import { save } from './save.ts';
import { slot } from './slot.ts';
import { fillSnippet } from './snippetTemplate.ts';
import { csvText, readTables, tableRecords } from './tableText.ts';
import type { Taken, TakenFigure } from './taken.ts';

/** Whether the frame may reach the clipboard; where a browser cannot tell, trying tells. */
function mayCopy(): boolean {
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
  return featurePolicy?.allowsFeature('clipboard-write') ?? true;
}

/** Hands over what was asked of a figure: as a file, through the clipboard, or as text to be copied by hand. */
export async function take(what: Taken, element: HTMLElement, figure: TakenFigure): Promise<void> {
  const { strings } = figure;
  const say = (key: string) => figure.announce(strings[key] ?? key);
  const panel = slot(element, 'panel');
  const field = panel.querySelector('textarea')!;
  const label = panel.querySelector('label')!;
  const page = element.dataset['page']!;
  /** The version and the commit that the page was built from. */
  const edition = element.dataset['edition']!;
  // A frame of an opaque origin may neither save files nor reach the clipboard; there the text itself is shown.
  const sandboxed = origin === 'null';

  const open = (name: string, text: string) => {
    label.textContent = strings[`widget.panel.${name}`] ?? name;
    field.value = text;
    field.rows = Math.min(8, text.split('\n').length + 1);
    panel.hidden = false;
    field.focus({ preventScroll: true });
    field.select();
  };
  const copy = async (name: string, text: string) => {
    try {
      if (!mayCopy()) throw new Error('The page around this frame does not allow it');
      await navigator.clipboard.writeText(text);
      say('widget.copied');
    } catch {
      open(name, text);
      say('widget.selected');
    }
  };
  const hand = (name: string, text: string, type: string, ending: string) => {
    if (sandboxed) open(name, text);
    else save(new Blob([text], { type }), `${element.getAttribute('name')}.${ending}`);
  };

  const link = () => {
    if (element.getAttribute('context') !== 'embed') {
      const here = new URL(location.href);
      here.hash = element.getAttribute('context') === 'article' ? element.id : '';
      return here.href;
    }
    const query = queryText(figure.query());
    return page + (query && `?${query}`);
  };
  const provenance = () => [
    `${figure.title}: ${link()}`,
    'CC BY 4.0',
    `Version ${edition}`,
    ...[...slot(element, 'sources').querySelectorAll('li')].map((line) => line.textContent ?? ''),
  ];
  const json = () =>
    JSON.stringify(
      {
        title: figure.title,
        address: link(),
        licence: 'CC BY 4.0',
        version: edition,
        parameters: figure.state(),
        sources: provenance()
          .slice(3)
          .map((line) => line.replace(/\s+/g, ' ').trim()),
        tables: readTables(slot(element, 'table')).map((table) => ({
          caption: table.caption,
          rows: tableRecords(table),
        })),
      },
      null,
      1,
    );
  const picture = async () => {
    const still = sandboxed ? undefined : await figure.still();
    if (still instanceof Blob) return save(still, `${element.getAttribute('name')}.png`);
    // Of several drawings, the one that this width shows.
    const drawings = [...slot(element, 'poster').querySelectorAll('svg')];
    const drawing = drawings.find((one) => one.getClientRects().length > 0) ?? drawings[0];
    const text =
      still ??
      (drawing && standaloneSvg(drawing, [figure.title, `${link()} · CC BY 4.0`], `Version ${edition}`));
    if (text) hand('picture', text, 'image/svg+xml', 'svg');
  };

  const actions: Record<Taken, () => unknown> = {
    link: () => copy('link', link()),
    embed: () => open('embed', fillSnippet(panel.dataset['snippet']!, figure.query())),
    csv: () => hand('csv', csvText(readTables(slot(element, 'table')), provenance()), 'text/csv', 'csv'),
    json: () => hand('json', json(), 'application/json', 'json'),
    picture,
    copy: () => copy('text', field.value),
  };
  await actions[what]();
}
