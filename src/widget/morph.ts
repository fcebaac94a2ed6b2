/**
 * Makes the children of an element those of a text of HTML and touches only what differs, so that focus, an open
 * `<details>` and the place where a list is scrolled to stay. Elements are matched by `data-key`, else by their place.
 */
export function morphInto(element: Element, text: string): void {
  const template = element.ownerDocument.createElement('template');
  template.innerHTML = text;
  morphChildren(element, template.content);
}

function keyOf(node: Node): string | null {
  return node instanceof Element ? node.getAttribute('data-key') : null;
}

function morphChildren(from: ParentNode & Node, to: ParentNode & Node): void {
  const keyed = new Map<string, Element>();
  for (const child of from.children) {
    const key = keyOf(child);
    if (key !== null) keyed.set(key, child);
  }
  const kept = new Set([...to.children].map(keyOf));
  for (const [key, child] of keyed) if (!kept.has(key)) child.remove();
  let at: ChildNode | null = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const key = keyOf(wanted);
    const same =
      key === null
        ? at && keyOf(at) === null && at.nodeName === wanted.nodeName
          ? at
          : null
        : keyed.get(key);
    if (!same) {
      from.insertBefore(wanted, at);
      continue;
    }
    if (same === at) at = at.nextSibling;
    else from.insertBefore(same, at);
    morphNode(same, wanted);
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

function morphNode(from: ChildNode, to: ChildNode): void {
  if (!(from instanceof Element) || !(to instanceof Element)) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return;
  }
  for (const { name } of [...from.attributes]) {
    // What the reader opened stays open.
    if (!to.hasAttribute(name) && name !== 'open') from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  morphChildren(from, to);
}
