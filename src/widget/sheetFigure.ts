import { formatNumber } from '../encoding/format.ts';
import type { MovingSheet, SheetScene } from '../scene/sheet/scene.ts';
import type { MountedWidget, WidgetContext } from './declaration.ts';
import { drawnState } from './lateMount.ts';
import { morphInto } from './morph.ts';
import { moveOf, type Surroundings } from './moveControls.ts';
import { readValue, type ParameterDeclarations, type ParameterValues } from './parameter.ts';
import { phrases, type Phrases } from './phrases.ts';
import { scaleBar } from './scaleBar.ts';
import { slot } from './slot.ts';
import { sourcesHtml } from './sourceLines.ts';
import { createStage } from './stage.ts';

/** Every text around a sheet, as the build and the browser write it. */
export interface SheetView {
  readonly controls: string;
  readonly parts: string;
  readonly table: string;
  readonly title: string;
  readonly note: string;
  readonly status: string;
  readonly asOf: string;
  readonly summary: string;
  readonly sources: readonly { readonly label: string; readonly href: string }[];
}

/** A widget whose drawing is a sheet: everything it shows is a function of its data and its parameters. */
export interface SheetWidget<D extends ParameterDeclarations, Data> {
  readonly parameters: D;
  /** Section of its strings. */
  readonly section: string;
  view(say: Phrases, data: Data, values: ParameterValues<D>, around: Surroundings): SheetView;
  shown(say: Phrases, data: Data, values: ParameterValues<D>): MovingSheet;
  /** What changed, and what it means, in a sentence or two. */
  change(say: Phrases, data: Data, before: ParameterValues<D>, after: ParameterValues<D>): string;
}

const plain = ['title', 'note', 'status', 'summary'] as const;
const written = [...plain, 'controls', 'parts', 'table', 'asof', 'sources', 'scale', 'poster'] as const;

/** Makes the figure of a sheet work: its words and its drawing follow the parameters, and its buttons set them. */
export function workSheet<D extends ParameterDeclarations, Data>(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<D, Data>,
  widget: SheetWidget<D, Data>,
): MountedWidget<D> {
  const say = phrases(strings, widget.section);
  const slots = Object.fromEntries(written.map((name) => [name, slot(figure, name)])) as Record<
    (typeof written)[number],
    HTMLElement
  >;
  const asBuilt = written.map((name) => [slots[name], slots[name].innerHTML] as const);
  const around = {
    exploring: false,
    still: false,
    newTab: figure.closest('supernode-figure')?.getAttribute('context') === 'embed',
  };
  let values = params;

  const write = () => {
    const view = widget.view(say, data, values, around);
    for (const name of ['controls', 'parts', 'table'] as const) morphInto(slots[name], view[name]);
    morphInto(slots.sources, sourcesHtml(view.sources, around.newTab).html);
    for (const name of plain)
      if (slots[name].textContent !== view[name]) slots[name].textContent = view[name];
    slots.asof.textContent = view.asOf;
  };
  const stage = createStage<MovingSheet, SheetScene>(
    { stage: slot(figure, 'stage'), poster: slots.poster },
    widget.shown(say, data, values),
    {
      async draw({ sheet }, frame) {
        const { sheetPoster } = await import('../figure/sheet/poster.ts');
        return sheetPoster(sheet, frame);
      },
      async start(place, shown, loss) {
        const { startSheetScene } = await import('../scene/sheet/scene.ts');
        const onScale = (metres: number) => scaleBar(slots.scale, metres);
        return startSheetScene(place, shown, { ...loss, onScale });
      },
    },
    {
      onRatio: (ratio) => {
        slots.scale.textContent = say('ratio', { ratio: formatNumber(ratio) });
      },
      onLost: () => host.announce(say('said.lost')),
      onRestored: () => host.announce(say('said.restored')),
    },
    slots.poster.querySelector('svg')?.dataset['drawn'] === drawnState(widget.parameters, values),
  );
  const put = (next: ParameterValues<D>) => {
    const before = values;
    values = next;
    write();
    stage.show(widget.shown(say, data, values));
    const said = widget.change(say, data, before, values);
    if (said) host.announce(said);
  };
  const explore = (on: boolean) => {
    around.exploring = on;
    stage.explore(on);
    host.announce(say(on ? 'said.explore-on' : 'said.explore-off'));
    write();
  };
  const onClick = (event: MouseEvent) => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    const { set, value = '', do: verb } = button?.dataset ?? {};
    const parameter = set === undefined ? undefined : widget.parameters[set];
    const wanted = parameter && readValue(parameter, value);
    if (set !== undefined && wanted !== undefined) {
      if (values[set] === wanted) return;
      put({ ...values, [set]: wanted });
      host.change(values, { discrete: true });
    } else if (verb === 'explore') explore(!around.exploring);
    else if (verb) {
      const move = moveOf(verb);
      if (move) stage.move(move);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !around.exploring) return;
    explore(false);
    event.preventDefault();
  };
  const reached = [slots.controls, slots.parts, slot(figure, 'stage')];
  for (const place of reached) {
    place.addEventListener('click', onClick);
    place.addEventListener('keydown', onKey);
  }
  write();

  const mounted: MountedWidget<D> = {
    update: put,
    async start() {
      try {
        await stage.start();
        mounted.still = () => stage.picture();
      } catch (reason) {
        around.still = true;
        write();
        throw reason;
      }
    },
    pause: stage.pause,
    resume: stage.resume,
    dispose() {
      stage.dispose();
      for (const place of reached) {
        place.removeEventListener('click', onClick);
        place.removeEventListener('keydown', onKey);
      }
      for (const [place, html] of asBuilt) place.innerHTML = html;
    },
  };
  return mounted;
}
