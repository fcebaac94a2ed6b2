import { parseHTML } from 'linkedom';
import { dropPointers } from './pointerPaths.ts';

/** A part of a drawing in its own units: left, top, width, height. */
export type Crop = readonly [x: number, y: number, width: number, height: number];

/** What of a drawing a still keeps. */
export interface StillEdit {
  readonly crop?: Crop;
  /** Beginnings of the words that stay, all words where it is left out. Without any, nothing points at words either. */
  readonly labels?: readonly string[];
}

/** A drawing parted into what may come as a picture and the words over it, which are set in the page's own letters. */
export interface StillDrawing {
  readonly lines: string;
  /** Empty where nothing is said. */
  readonly words: string;
  /** Units of the drawing, which are pixels at the size that it was made for. */
  readonly width: number;
  readonly height: number;
}

const measuring = '.dimension, .dimension-end';
/** A text of a drawing to scale that no leader belongs to is a length. */
const isLength = ({ classList }: Element) =>
  !classList.contains('label-title') && !classList.contains('label-detail');

const elementOf = (svg: string): Element =>
  parseHTML(`<html><body>${svg}</body></html>`).document.querySelector('svg')!;

/** Leaves in a copy of the drawing what `keeps` says, and the groups around it. */
function pruned(svg: string, keeps: (leaf: Element) => boolean): Element {
  const copy = elementOf(svg);
  const prune = (element: Element): void => {
    for (const child of [...element.children]) {
      const isText = child.localName === 'text';
      if (!isText) prune(child);
      const isGroup = child.localName === 'g';
      if (isGroup ? child.children.length === 0 : !keeps(child)) child.remove();
    }
  };
  prune(copy);
  return copy;
}

/** Whether a text begins inside a crop; what a group moves is taken to be. */
function isWithin(text: Element, crop: Crop | undefined): boolean {
  if (!crop || text.closest('[transform]')) return true;
  const [left, top, width, height] = crop;
  const [x, y] = ['x', 'y'].map((side) => Number(text.getAttribute(side)));
  return x! >= left && x! <= left + width && y! > top && y! < top + height;
}

function cropped(element: Element, crop: Crop | undefined): readonly [number, number] {
  const [x, y, width, height] = crop ?? element.getAttribute('viewBox')!.split(' ').map(Number);
  element.setAttribute('viewBox', [x, y, width, height].join(' '));
  element.setAttribute('width', String(width));
  element.setAttribute('height', String(height));
  element.removeAttribute('data-drawn');
  return [width!, height!];
}

/**
 * Parts a drawing into lines and words.
 * @param svg text of an SVG of class `drawing`
 * @param name of the still, for the message
 * @throws where no word begins as one of `labels` says, naming the words that there are
 */
export function stillDrawing(svg: string, { crop, labels }: StillEdit, name: string): StillDrawing {
  const told = [...elementOf(svg).querySelectorAll('text')].map((text) => text.textContent.trim());
  for (const label of labels ?? [])
    if (!told.some((text) => text.startsWith(label)))
      throw new Error(`still "${name}": no words begin with "${label}"; allowed: ${told.join(' | ')}`);
  const stays = (text: Element) =>
    labels === undefined || labels.some((label) => text.textContent.trim().startsWith(label));
  const lines = pruned(svg, (leaf) => leaf.localName !== 'text');
  if (labels) {
    const texts = [...elementOf(svg).querySelectorAll('text')];
    const measured = texts.some((text) => stays(text) && isLength(text));
    if (!measured) for (const one of lines.querySelectorAll(measuring)) one.remove();
    dropPointers(lines, texts, stays, measured);
  }
  const words = pruned(svg, (leaf) => leaf.localName === 'text' && stays(leaf) && isWithin(leaf, crop));
  for (const text of words.querySelectorAll('text'))
    for (const { name: attribute } of [...text.attributes])
      if (attribute.startsWith('data-')) text.removeAttribute(attribute);
  // A group that moves nothing is a node that says nothing; its look goes to its words.
  for (const group of [...words.querySelectorAll('g:not([transform])')].reverse()) {
    const look = group.getAttribute('class');
    if (look !== null) for (const child of group.children) child.classList.add(...look.split(' '));
    group.replaceWith(...group.childNodes);
  }
  words.setAttribute('class', 'drawing still-words');
  // In a page it is HTML.
  words.removeAttribute('xmlns');
  words.removeAttribute('focusable');
  const [width, height] = cropped(lines, crop);
  cropped(words, crop);
  return {
    lines: lines.outerHTML,
    words: words.children.length === 0 ? '' : words.outerHTML,
    width,
    height,
  };
}
