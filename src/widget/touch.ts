import type { MountedWidget, WidgetContext } from './declaration.ts';
import { standaloneSvg } from './picture.ts';
import type { ParameterDeclarations } from './parameter.ts';
import { slot, type SlotName } from './slot.ts';

/** What a reader may do before the widget's code has come; it is done again once it has. */
const heard = ['click', 'change', 'keydown'] as const;

/**
 * Mounts a figure whose HTML, as built, answers for itself: the code that changes it comes with the first touch, or at
 * once where the address asks for another state than the build drew.
 * @param reached the parts that answer to the reader.
 * @param load brings the code and makes the figure work.
 * @param drawn whether the build drew the state of `context`.
 */
export function mountOnTouch<D extends ParameterDeclarations, Data>(
  figure: HTMLElement,
  context: WidgetContext<D, Data>,
  reached: readonly SlotName[],
  load: () => Promise<(figure: HTMLElement, context: WidgetContext<D, Data>) => MountedWidget<D>>,
  drawn: boolean,
): MountedWidget<D> {
  const places = reached.map((name) => slot(figure, name));
  const early: Event[] = [];
  let params = context.params;
  let gone = false;
  /** Null where the figure was removed before its code came. */
  let work: Promise<MountedWidget<D> | null> | undefined;

  const listen = (event: Event) => {
    early.push(event);
    void atWork();
  };
  const deafen = () => {
    for (const place of places) for (const type of heard) place.removeEventListener(type, listen);
  };
  const begin = async () => {
    const make = await load();
    deafen();
    if (gone) return null;
    const made = make(figure, { ...context, params });
    for (const event of early) {
      const Again = event.constructor as new (type: string, init: Event) => Event;
      // Keys go where the focus has come to be, as they would have.
      const target = event instanceof KeyboardEvent ? document.activeElement : event.target;
      target?.dispatchEvent(new Again(event.type, event));
    }
    return made;
  };
  const atWork = () => (work ??= begin());

  for (const place of places) for (const type of heard) place.addEventListener(type, listen);
  if (!drawn) void atWork();
  return {
    update(next) {
      params = next;
      if (work) void work.then((made) => made?.update(next));
      else void atWork();
    },
    // No 3D here; being woken means that the reader is near, and the code may come.
    start: () => void atWork(),
    still: () => {
      const drawings = [...slot(figure, 'poster').querySelectorAll('svg')];
      const shown = drawings.find((drawing) => drawing.getClientRects().length > 0) ?? drawings[0]!;
      return standaloneSvg(shown, [slot(figure, 'title').textContent, `${location.href} · CC BY 4.0`]);
    },
    dispose() {
      gone = true;
      deafen();
      void work?.then((made) => made?.dispose());
    },
  };
}
