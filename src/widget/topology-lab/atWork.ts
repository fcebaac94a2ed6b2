import { sheetPoster } from '../../figure/sheet/poster.ts';
import type { MovingSheet, SheetScene } from '../../scene/sheet/scene.ts';
import { fieldKeeper } from '../chart/fields.ts';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { moves, type Move } from '../moveControls.ts';
import { allowedText, readValue, type Parameter } from '../parameter.ts';
import { phrases } from '../phrases.ts';
import { stageFigure } from '../stageFigure.ts';
import { checkedValues } from './checked.ts';
import type { LabData } from './labData.ts';
import { parameters, type LabParameters, type LabValues } from './params.ts';
import { drawnText, labSheet } from './sheet.ts';
import { changeText, labView } from './view.ts';

/** What else changes with a parameter: sizes said of one network hold for no other. */
const besides: Readonly<Record<string, Partial<LabValues>>> = {
  family: { shape: 'auto' },
  beside: { 'beside-shape': 'auto' },
  chips: { shape: 'auto', 'beside-shape': 'auto' },
};

/** Makes the figure work: words and drawing follow the state, and the state follows clicks and fields. */
export function workLab(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<LabParameters, LabData>,
): MountedWidget<LabParameters> {
  const say = phrases(strings, 'topology-lab');
  const ended = new AbortController();
  const take = (next: LabValues): LabValues => {
    const { values, problems } = checkedValues(next);
    for (const problem of problems) host.error(problem);
    return values;
  };
  let values = take(params);

  const put = (next: LabValues) => {
    values = next;
    write();
    sheet.stage.show(labSheet(say, data, values));
    host.announce(changeText(say, data, values));
  };
  const set = (name: string, value: string | number | boolean, discrete: boolean) => {
    if (values[name as keyof LabValues] === value) return;
    put(take({ ...values, ...besides[name], [name]: value }));
    host.change(values, { discrete });
  };
  const sheet = stageFigure<LabParameters, MovingSheet, SheetScene>(figure, host, {
    parameters,
    // To no scale: what is said of the drawing is how many links a line stands for.
    say: (key, given) =>
      key === 'ratio' || key === 'perspective'
        ? drawnText(say, data, values, key === 'ratio' ? 'paper' : 'scene')
        : say(key, given),
    values: () => values,
    shown: () => labSheet(say, data, values),
    view: (around) => labView(say, data, values, around),
    draw: ({ sheet: drawn }, frame) => sheetPoster(drawn, frame),
    async load() {
      const { startSheetScene } = await import('../../scene/sheet/scene.ts');
      return (stage, first, events) =>
        startSheetScene(stage, first, { ...events, onScale: () => events.onScale(0) });
    },
    click(event) {
      const button = (event.target as Element).closest<HTMLElement>('button');
      const { set: name, value = '', do: verb } = button?.dataset ?? {};
      const parameter: Parameter | undefined =
        name === undefined ? undefined : parameters[name as keyof LabParameters];
      const wanted = parameter && readValue(parameter, value);
      if (name !== undefined && wanted !== undefined) set(name, wanted, true);
      else if (verb === 'explore') sheet.explore(!sheet.around.exploring);
      else if (verb && verb in moves) sheet.move(verb, moves[verb as Move]);
    },
  });
  const { controls, parts } = sheet.places.slots;
  const keepFields = fieldKeeper([controls, parts]);
  const write = () => {
    sheet.write();
    keepFields();
  };
  const onField = ({ target }: Event) => {
    const { name, value: typed } = target as HTMLInputElement;
    const parameter: Parameter | undefined = parameters[name as keyof LabParameters];
    if (!parameter) return;
    const text = typed.trim().toLowerCase().replaceAll('×', 'x').replaceAll(/\s/g, '');
    const value = readValue(parameter, text === '' && parameter.kind === 'text' ? parameter.default : text);
    if (value === undefined) host.error({ parameter: name, value: typed, allowed: allowedText(parameter) });
    else set(name, value, false);
    write();
  };
  controls.addEventListener('change', onField, { signal: ended.signal });

  write();
  return sheet.mounted(
    (next) => put(take(next)),
    () => ended.abort(),
  );
}
