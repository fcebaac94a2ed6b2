import { sheetPoster } from '../../figure/sheet/poster.ts';
import type { SheetPick } from '../../scene/sheet/scene.ts';
import { membersOf } from '../../placement/links/strands.ts';
import type { MovingSheet, SheetScene } from '../../scene/sheet/scene.ts';
import { fieldKeeper } from '../chart/fields.ts';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { moves, type Move } from '../moveControls.ts';
import { allowedText, readValue } from '../parameter.ts';
import { phrases } from '../phrases.ts';
import { save } from '../save.ts';
import { stageFigure } from '../stageFigure.ts';
import { checkedValues, onMachine } from './checked.ts';
import { paintDistances } from './distanceCanvas.ts';
import { distancesKey, spreadText, type Distances } from './distances.ts';
import type { ExplorerData } from './explorerData.ts';
import { exploredOf } from './explored.ts';
import { distancesOf, linkTableOf } from './inWorker.ts';
import { machineOf } from './machine.ts';
import { objection } from './part.ts';
import { parameters, type ExplorerParameters, type ExplorerValues } from './params.ts';
import { explorerSheet, isHall } from './sheet.ts';
import * as verbs from './verbs.ts';
import { changeText, explorerView } from './view.ts';

/** Makes the figure work: words and drawing follow the state, and the state follows clicks, fields and picks. */
export function workExplorer(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<ExplorerParameters, ExplorerData>,
): MountedWidget<ExplorerParameters> {
  const say = phrases(strings, 'interconnect-explorer');
  const ended = new AbortController();
  const take = (next: ExplorerValues): ExplorerValues => {
    const { values, problems } = checkedValues(data, next);
    for (const problem of problems) host.error(problem);
    return values;
  };
  let values = take(params);
  let distances: Distances = { state: 'none' };
  let running: AbortController | undefined;
  const explored = () => exploredOf(data, values);
  const shown = (): MovingSheet => explorerSheet(say, data, values);

  const put = (next: ExplorerValues) => {
    const before = values;
    values = next;
    if (distances.state === 'running' && distances.of !== distancesKey(explored())) running?.abort();
    write();
    sheet.stage.show(shown());
    const said = changeText(say, data, before, values);
    if (said) host.announce(said);
  };
  const set = (changed: Partial<ExplorerValues>, discrete = true) => {
    const names = Object.keys(changed) as (keyof ExplorerValues)[];
    if (names.every((name) => changed[name] === values[name])) return;
    put({ ...values, ...changed });
    host.change(values, { discrete });
  };
  const pick = (met: SheetPick | null) => {
    if (!met) return set({ part: '' });
    const strands = shown().sheet.links!.lines;
    const found =
      'strand' in met
        ? verbs.pickedLink(explored(), membersOf(strands, met.strand))
        : verbs.pickedPart(explored(), met.part);
    if (found) set({ part: found });
  };

  const sheet = stageFigure<ExplorerParameters, MovingSheet, SheetScene>(figure, host, {
    parameters,
    // Unfolded cabinets are to no scale.
    say: (key, given) => say(key === 'ratio' && !isHall(explored()) ? 'perspective' : key, given),
    values: () => values,
    shown,
    view: (around) => explorerView(say, data, values, { ...around, distances }),
    draw: ({ sheet: drawn }, frame) => sheetPoster(drawn, frame),
    async load() {
      const { startSheetScene } = await import('../../scene/sheet/scene.ts');
      return (stage, first, events) =>
        startSheetScene(stage, first, {
          ...events,
          onScale: (metres) => events.onScale(isHall(explored()) ? metres : 0),
          onPick: pick,
        });
    },
    click(event) {
      const button = (event.target as Element).closest<HTMLElement>('button');
      const { set: name, value = '', tier, class: cls, links, end, do: verb } = button?.dataset ?? {};
      if (name === 'system') {
        if (value !== values.system) set(onMachine(data, values, value as ExplorerValues['system']));
      } else if (name !== undefined) set({ [name]: value });
      else if (tier !== undefined) set({ tiers: verbs.tiersWith(explored(), tier) });
      else if (cls !== undefined) set({ part: verbs.firstOf(explored(), cls) });
      else if (links !== undefined) set({ part: verbs.linkOf(explored(), links) });
      else if (end !== undefined) set({ part: verbs.endOf(explored(), end as 'from' | 'to') });
      else if (verb === 'explore') sheet.explore(!sheet.around.exploring);
      else if (verb === 'distances') void findDistances();
      else if (verb === 'cancel') running?.abort();
      else if (verb === 'download') void download();
      else if (verb && verb in moves) sheet.move(verb, moves[verb as Move]);
      else if (verb && verb in verbs.changes) set(verbs.changes[verb as verbs.Change](explored()));
    },
    key(event) {
      if (event.key !== 'Escape' || values.part === '') return false;
      set({ part: '' });
      return true;
    },
  });
  const { controls, parts } = sheet.places.slots;
  const keepFields = fieldKeeper([controls, parts]);
  const write = () => {
    sheet.write();
    keepFields();
    const canvas = controls.querySelector<HTMLCanvasElement>('.explorer-distances');
    if (canvas && distances.state === 'found') paintDistances(canvas, distances.picture);
  };

  const onField = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    const text = field.value.trim();
    if (field.name === 'nth') {
      const part = verbs.nthOf(explored(), Number(text));
      if (part === null)
        host.error({ parameter: 'nth', value: text, allowed: `${field.min} … ${field.max}` });
      else set({ part });
    } else if (field.name === 'from' || field.name === 'to') {
      const value = readValue(parameters[field.name], text);
      const last = machineOf(data, values.system).topology.npuCount - 1;
      if (typeof value === 'string' && Number(value) <= last) set({ [field.name]: value }, false);
      else host.error({ parameter: field.name, value: text, allowed: `0 … ${String(last)}` });
    } else if (field.name === 'failed') {
      const plain = text.replaceAll(/\s/g, '');
      const wrong = parameters.failed.valid(plain)
        ? objection(machineOf(data, values.system).topology, plain)
        : allowedText(parameters.failed);
      if (wrong === null) set({ failed: plain });
      else host.error({ parameter: 'failed', value: text, allowed: wrong });
    } else return;
    write();
  };
  for (const place of [controls, parts]) place.addEventListener('change', onField, { signal: ended.signal });

  const findDistances = async () => {
    const asked = explored();
    const of = distancesKey(asked);
    running?.abort();
    const mine = (running = new AbortController());
    const tell = (next: Distances) => {
      if (running !== mine) return;
      distances = next;
      write();
    };
    tell({ state: 'running', of, share: 0 });
    try {
      const picture = await distancesOf(asked, {
        signal: mine.signal,
        onProgress: ({ done, total }) => tell({ state: 'running', of, share: done / total }),
      });
      tell({ state: 'found', of, picture });
      host.announce(spreadText(say, picture));
    } catch (reason) {
      tell({ state: 'none' });
      if (!mine.signal.aborted) host.error({ message: (reason as Error).message });
    }
  };
  const download = async () => {
    // A frame of an opaque origin may not save files.
    if (origin === 'null') return host.error({ message: say('no-download') });
    const csv = await linkTableOf(explored());
    save(new Blob([csv], { type: 'text/csv' }), `${values.system}-links.csv`);
    host.announce(say('said.download'));
  };

  write();
  return sheet.mounted(
    (next) => put(take(next)),
    () => {
      ended.abort();
      running?.abort();
    },
  );
}
