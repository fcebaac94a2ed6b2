/** Something a reader did in a figure before its code came: which control it was, and what was done or set. */
export interface EarlyAct {
  /** Name of the slot that holds the control. */
  readonly place: string;
  /** A selector of the control within its slot, and which of those it finds. */
  readonly control: string;
  readonly index: number;
  /** A button was pressed, a key was struck, or a field was left with a value; `typing` where it was not left yet. */
  readonly kind: 'press' | 'key' | 'value' | 'typing';
  /** The key, or the value of the field. */
  readonly value: string;
}

/** What a link in the text, the address or a message asked for, among the acts of the reader. */
export interface EarlyRequest {
  readonly kind: 'asked';
  readonly changed: Readonly<Record<string, string | number | boolean>>;
}

/** A figure, and what was done in it and asked of it so far, in that order. */
export interface EarlyFigure extends HTMLElement {
  early?: (EarlyAct | EarlyRequest)[];
}

/** Places of a figure whose controls wait for its code. */
const places = '[data-slot="controls"], [data-slot="parts"]';
const controls = 'button, select, input, textarea, [role="treeitem"]';
const fields = 'select, input, textarea';
const meantKeys = /^(Arrow\w+|Home|End|Escape)$/;

/** What tells a control from others, whatever stands in it or around it. */
function selectorOf(control: Element): string {
  const told = [...control.attributes].filter(({ name }) => /^(name|data-.+)$/.test(name));
  return control.localName + told.map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`).join('');
}

function kindOf(event: Event, control: Element): EarlyAct['kind'] | undefined {
  const field = control.matches(fields);
  if (event.type === 'change') return field ? 'value' : undefined;
  if (event.type === 'input') return field ? 'typing' : undefined;
  if (event.type === 'click') return field ? undefined : 'press';
  const { key } = event as KeyboardEvent;
  const enters = control.matches('[role="treeitem"]') && (key === 'Enter' || key === ' ');
  return !field && (enters || meantKeys.test(key)) ? 'key' : undefined;
}

/** The act that an event in a figure is, if it is one that its code would have answered. */
export function actOf(event: Event): EarlyAct | undefined {
  const control = event.target instanceof Element ? event.target.closest(controls) : null;
  const place = control?.closest<HTMLElement>(places);
  const kind = control && kindOf(event, control);
  if (!control || !place || !kind) return undefined;
  const selector = selectorOf(control);
  const value =
    kind === 'key'
      ? (event as KeyboardEvent).key
      : kind === 'press'
        ? ''
        : (control as HTMLInputElement).value;
  return {
    place: place.dataset['slot']!,
    control: selector,
    index: [...place.querySelectorAll(selector)].indexOf(control),
    kind,
    value,
  };
}

/** Adds an act to what came before it; of a field, the last value alone counts. */
export function noteAct(figure: EarlyFigure, act: EarlyAct): void {
  const sets = ({ kind }: { kind: string }) => kind === 'value' || kind === 'typing';
  const replaced = (one: EarlyAct | EarlyRequest) =>
    one.kind !== 'asked' &&
    sets(one) &&
    sets(act) &&
    one.place === act.place &&
    one.control === act.control &&
    one.index === act.index;
  figure.early = [...(figure.early ?? []).filter((one) => !replaced(one)), act];
}
