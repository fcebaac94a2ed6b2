import type { MountedWidget, WidgetContext } from './declaration.ts';
import { printParameters, queryText, type ParameterDeclarations, type ParameterValues } from './parameter.ts';
import { slot } from './slot.ts';

/** What a reader may do before the widget's code has come; it is done again once it has. */
const heard = ['click', 'change', 'keydown'] as const;

/** Milliseconds that a finger's click may come after the finger. */
const patience = 300;

/** Tells of presses that have begun in some places and not yet come to their click. */
function pressWatch(places: readonly HTMLElement[]): { over(): Promise<void>; stop(): void } {
  let press: Promise<void> | undefined;
  const begun = () => {
    press ??= new Promise<void>((resolve) => {
      let timer: ReturnType<typeof setTimeout>;
      const ends = ['click', 'pointercancel'] as const;
      const done = () => {
        clearTimeout(timer);
        for (const type of ends) removeEventListener(type, done);
        removeEventListener('pointerup', lifted);
        press = undefined;
        resolve();
      };
      const lifted = () => {
        timer = setTimeout(done, patience);
      };
      for (const type of ends) addEventListener(type, done);
      addEventListener('pointerup', lifted, { once: true });
    });
  };
  for (const place of places) place.addEventListener('pointerdown', begun);
  return {
    async over() {
      while (press) await press;
    },
    stop() {
      for (const place of places) place.removeEventListener('pointerdown', begun);
    },
  };
}

/** A state as its drawing is known by: what the build drew carries it, so that the browser need not draw it again. */
export function drawnState<D extends ParameterDeclarations>(
  declarations: D,
  values: ParameterValues<D>,
): string {
  return queryText(printParameters(declarations, values));
}

/**
 * Mounts a figure whose HTML of the build answers for itself: the code that changes it comes with the first touch of
 * the reader, or at once where the address asks for another state than the build drew.
 * @param load brings the code that makes the figure work
 * @param built where the reader may touch it, and whether the state asked for is the one the build drew
 */
export function mountLate<D extends ParameterDeclarations, Data>(
  figure: HTMLElement,
  context: WidgetContext<D, Data>,
  declarations: D,
  load: () => Promise<(figure: HTMLElement, context: WidgetContext<D, Data>) => MountedWidget<D>>,
  {
    reached = [slot(figure, 'controls'), slot(figure, 'parts')],
    asDrawn = (values) =>
      slot(figure, 'poster').querySelector('svg')?.dataset['drawn'] === drawnState(declarations, values),
  }: {
    readonly reached?: readonly HTMLElement[];
    readonly asDrawn?: (values: ParameterValues<D>) => boolean;
  } = {},
): MountedWidget<D> {
  const early: Event[] = [];
  let values = context.params;
  let gone = false;
  /** Null where the figure was removed before its code came. */
  let work: Promise<MountedWidget<D> | null> | undefined;

  const listen = (event: Event) => {
    early.push(event);
    void atWork();
  };
  const deafen = () => {
    for (const place of reached) for (const type of heard) place.removeEventListener(type, listen);
    presses.stop();
  };
  const presses = pressWatch(reached);
  const begin = async () => {
    const [make, come] = await Promise.all([load(), context.later?.()]);
    // What the code writes may move a word away under the finger that presses it, whose click would then be lost.
    await presses.over();
    deafen();
    if (gone) return null;
    const made = make(figure, { ...context, ...come, params: values });
    for (const event of early) {
      const Again = event.constructor as new (type: string, init: Event) => Event;
      // Keys go where the focus has come to be, as they would have.
      const target = event instanceof KeyboardEvent ? document.activeElement : event.target;
      target?.dispatchEvent(new Again(event.type, event));
    }
    return made;
  };
  const atWork = () => (work ??= begin());

  for (const place of reached) for (const type of heard) place.addEventListener(type, listen);
  const widget: MountedWidget<D> = {
    update(next) {
      values = next;
      if (work) void work.then((made) => made?.update(next));
      else void atWork();
    },
    async start() {
      const made = await atWork();
      await made?.start?.();
      if (made?.still) widget.still = made.still;
    },
    pause: () => void work?.then((made) => made?.pause?.()),
    resume: () => void work?.then((made) => made?.resume?.()),
    dispose() {
      gone = true;
      deafen();
      void work?.then((made) => made?.dispose());
    },
  };
  if (!asDrawn(values)) void atWork();
  return widget;
}
