import type { EarlyAct } from './earlyActs.ts';
import { slot, type SlotName } from './slot.ts';

function find(figure: HTMLElement, { place, control, index }: EarlyAct): HTMLElement | undefined {
  const found = slot(figure, place as SlotName).querySelectorAll<HTMLElement>(control);
  return found[Math.max(0, index)] ?? found[0];
}

/** A field that the reader is still writing in: it is told of once he leaves it, unless the browser tells first. */
function keepTyping(field: HTMLInputElement, text: string): void {
  const [from, to] = [field.selectionStart, field.selectionEnd];
  field.value = text;
  // Fields of numbers have no selection that could be set.
  if (from !== null) field.setSelectionRange(from, to);
  const told = () => {
    field.removeEventListener('change', told);
    field.removeEventListener('blur', left);
  };
  const left = () => {
    told();
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  field.addEventListener('change', told);
  field.addEventListener('blur', left);
}

/**
 * Does in a figure at work what a reader did before its code came. Each act goes to the control that bears the same
 * names now, whatever became of the node; a control that is gone is passed over.
 */
export function carryOut(figure: HTMLElement, act: EarlyAct): void {
  const control = find(figure, act);
  if (!control) return;
  if (act.kind === 'press') control.click();
  else if (act.kind === 'key') {
    // Keys go where the keys before them have led.
    const focused = document.activeElement;
    const target = focused && slot(figure, act.place as SlotName).contains(focused) ? focused : control;
    target.dispatchEvent(new KeyboardEvent('keydown', { key: act.value, bubbles: true, cancelable: true }));
  } else {
    const field = control as HTMLInputElement;
    if (act.kind === 'typing' && field === document.activeElement && field.type !== 'range')
      return keepTyping(field, act.value);
    field.value = act.value;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
