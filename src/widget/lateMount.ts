import { carryOut } from './carryOut.ts';
import type { MountedWidget, WidgetContext } from './declaration.ts';
import type { EarlyFigure } from './earlyActs.ts';
import { loading } from './loadFailure.ts';
import { drawnState } from './drawnState.ts';
import type { ParameterDeclarations, ParameterValue, ParameterValues } from './parameter.ts';
import { pressWatch } from './pressWatch.ts';
import { slot } from './slot.ts';

/** What a reader may do before the widget's code has come; it brings the code. */
const heard = ['click', 'input', 'change', 'keydown'] as const;

/** Those values of a state that differ from another. */
function changes<D extends ParameterDeclarations>(
  before: ParameterValues<D>,
  after: ParameterValues<D>,
): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(
    Object.entries<ParameterValue>(after).filter(([key, value]) => before[key] !== value),
  );
}

/**
 * Mounts a figure whose HTML of the build answers for itself: the code that changes it comes with the first touch of
 * the reader, or at once where the address asks for another state than the build drew. Until it has come the figure
 * shows the state that was built or, where another is asked for, none. Then the code begins in the state asked for
 * by then, and what the reader did meanwhile is done in it.
 * @param load brings the code that makes the figure work; where it does not come, the next touch asks for it again
 * @param built whether the state asked for is the one the build drew
 */
export function mountLate<D extends ParameterDeclarations, Data>(
  figure: HTMLElement,
  context: WidgetContext<D, Data>,
  declarations: D,
  load: () => Promise<(figure: HTMLElement, context: WidgetContext<D, Data>) => MountedWidget<D>>,
  {
    asDrawn = (values) =>
      slot(figure, 'poster').querySelector('svg')?.dataset['drawn'] === drawnState(declarations, values),
  }: { readonly asDrawn?: (values: ParameterValues<D>) => boolean } = {},
): MountedWidget<D> {
  const element = figure.closest<EarlyFigure>('supernode-figure')!;
  const reached = [slot(figure, 'controls'), slot(figure, 'parts')];
  const { host } = context;
  /** What is asked for from outside: the address, links in the text, messages. */
  let values = context.params;
  let gone = false;
  let made: MountedWidget<D> | undefined;
  let coming: Promise<MountedWidget<D> | undefined> | undefined;

  const wait = () => {
    if (asDrawn(values)) delete element.dataset['waiting'];
    else element.dataset['waiting'] = '';
  };
  const deafen = () => {
    for (const place of reached) for (const type of heard) place.removeEventListener(type, wanted);
    presses.stop();
  };
  const presses = pressWatch(reached);

  const begin = async () => {
    const { later } = context;
    const [make, come] = await Promise.all([loading('code', load), later && loading('data', later)]);
    // What the code writes may move a word away under the finger that presses it, whose click would then be lost.
    await presses.over();
    if (gone) return undefined;
    deafen();
    const early = element.early ?? [];
    delete element.early;
    element.dataset['work'] = '';
    const acted = early.some(({ kind }) => kind !== 'asked');
    // Where nothing was done between, what was asked for last is all there is to know.
    let now = acted ? context.params : values;
    const change: typeof host.change = (changed, options) => {
      now = { ...now, ...changed };
      host.change(changed, options);
    };
    made = make(figure, { ...context, ...come, host: { ...host, change }, params: now });
    for (const act of acted ? early : []) {
      if (act.kind === 'asked') {
        made.update({ ...now, ...(act.changed as Partial<ParameterValues<D>>) });
        change({ ...now, ...(act.changed as Partial<ParameterValues<D>>) }, { discrete: false });
      } else carryOut(figure, act);
    }
    delete element.dataset['waiting'];
    if (made.still) widget.still = made.still;
    return made;
  };
  const atWork = () => {
    coming ??= begin().catch((reason: unknown) => {
      coming = undefined;
      throw reason;
    });
    return coming;
  };
  /** Brings the code, and tells the reader where it does not come. */
  const bring = () =>
    void atWork().then(
      () => host.loaded(),
      (reason: unknown) => host.failed(reason, bring),
    );
  const wanted = () => bring();

  for (const place of reached) for (const type of heard) place.addEventListener(type, wanted);
  const widget: MountedWidget<D> = {
    update(next) {
      const changed = changes(values, next);
      values = next;
      if (made) return made.update(next);
      element.early = [...(element.early ?? []), { kind: 'asked', changed }];
      wait();
      bring();
    },
    async start() {
      const work = await atWork();
      host.loaded();
      await work?.start?.();
      if (work?.still) widget.still = work.still;
    },
    release: () => made?.release?.(),
    pause: () => made?.pause?.(),
    resume: () => made?.resume?.(),
    dispose() {
      gone = true;
      deafen();
      made?.dispose();
      delete element.dataset['work'];
      delete element.dataset['waiting'];
    },
  };
  wait();
  if (!asDrawn(values) || element.early) bring();
  return widget;
}
