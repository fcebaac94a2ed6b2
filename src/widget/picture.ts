const namespace = 'http://www.w3.org/2000/svg';

/** Properties that a drawing takes from the page's style sheet and would lose outside it. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'display',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
];

const initial = new Set(['', 'none 0s', 'normal', 'auto', 'visible', 'inline']);

function copyStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of carried) {
    const value = style.getPropertyValue(property);
    if (!initial.has(value)) to.setAttribute(property, value);
  }
  to.removeAttribute('class');
  for (let index = 0; index < from.children.length; index++) {
    copyStyle(from.children[index]!, to.children[index]!);
  }
}

/**
 * A drawing of the page as a file of its own: its style written into it, the paper behind it and a credit below.
 * @param credit lines printed under the drawing.
 * @param description written into the file, not drawn.
 */
export function standaloneSvg(
  drawing: SVGSVGElement,
  credit: readonly string[],
  description: string,
): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copyStyle(drawing, copy);
  const box = drawing.viewBox.baseVal;
  const line = box.width / 60;
  const height = box.height + line * (credit.length + 1);
  copy.setAttribute('xmlns', namespace);
  copy.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${height}`);
  copy.removeAttribute('width');
  copy.removeAttribute('height');
  const page = getComputedStyle(document.body);
  const paper = document.createElementNS(namespace, 'rect');
  for (const [key, value] of Object.entries({ x: box.x, y: box.y, width: box.width, height })) {
    paper.setAttribute(key, String(value));
  }
  paper.setAttribute('fill', page.backgroundColor);
  const about = document.createElementNS(namespace, 'desc');
  about.textContent = description;
  copy.prepend(about, paper);
  credit.forEach((text, index) => {
    const words = document.createElementNS(namespace, 'text');
    words.setAttribute('x', String(box.x + line));
    words.setAttribute('y', String(box.y + box.height + line * (index + 1)));
    words.setAttribute('font-size', String(line * 0.7));
    words.setAttribute('font-family', 'Barlow, sans-serif');
    words.setAttribute('fill', page.color);
    words.textContent = text;
    copy.append(words);
  });
  return new XMLSerializer().serializeToString(copy);
}
