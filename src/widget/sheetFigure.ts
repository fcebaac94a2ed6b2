import { sheetPoster } from '../figure/sheet/poster.ts';
import type { MovingSheet, SheetScene } from '../scene/sheet/scene.ts';
import type { MountedWidget, WidgetContext } from './declaration.ts';
import { moves, type Move, type Surroundings } from './moveControls.ts';
import { readValue, type ParameterDeclarations, type ParameterValues } from './parameter.ts';
import { phrases, type Phrases } from './phrases.ts';
import type { Written } from './places.ts';
import { stageFigure } from './stageFigure.ts';

/** Every text around a sheet, as the build and the browser write it. */
export type SheetView = Omit<Required<Written>, 'scale'>;

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

/** Makes the figure of a sheet work: its words and its drawing follow the parameters, and its buttons set them. */
export function workSheet<D extends ParameterDeclarations, Data>(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<D, Data>,
  widget: SheetWidget<D, Data>,
): MountedWidget<D> {
  const say = phrases(strings, widget.section);
  let values = params;
  const shown = () => widget.shown(say, data, values);
  const put = (next: ParameterValues<D>) => {
    const before = values;
    values = next;
    sheet.write();
    sheet.stage.show(shown());
    const said = widget.change(say, data, before, values);
    if (said) host.announce(said);
  };
  const sheet = stageFigure<D, MovingSheet, SheetScene>(figure, host, {
    parameters: widget.parameters,
    say,
    values: () => values,
    shown,
    view: (around) => widget.view(say, data, values, around),
    draw: ({ sheet }, frame) => sheetPoster(sheet, frame),
    load: async () => (await import('../scene/sheet/scene.ts')).startSheetScene,
    click(event) {
      const button = (event.target as Element).closest<HTMLElement>('button');
      const { set, value = '', do: verb } = button?.dataset ?? {};
      const parameter = set === undefined ? undefined : widget.parameters[set];
      const wanted = parameter && readValue(parameter, value);
      if (set !== undefined && wanted !== undefined) {
        if (values[set] === wanted) return;
        put({ ...values, [set]: wanted });
        host.change(values, { discrete: true });
      } else if (verb === 'explore') sheet.explore(!sheet.around.exploring);
      else if (verb && verb in moves) sheet.move(verb, moves[verb as Move]);
    },
  });
  sheet.write();
  return sheet.mounted(put);
}
