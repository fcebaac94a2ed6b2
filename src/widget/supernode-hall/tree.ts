import { childClasses, type Machine, type PartClass } from '../../model/hardware/machine.ts';
import { printPartPath, type PartPath, type PartStep } from '../../model/hardware/partPath.ts';
import { formatNumber } from '../../encoding/format.ts';
import { markup, when, type Raw } from '../html.ts';
import { titleOf } from './naming.ts';
import { capital, type Words } from './words.ts';

/** More of a class than this are shown as ranges of this many. */
export const rangeSize = 16;
/** Key of the machine itself, the root of the tree. */
export const rootKey = 'machine';

/** One line of the tree. */
export interface TreeNode {
  /** Unique in the tree; a part's printed path where it stands for a part or a class. */
  readonly key: string;
  /** Null for a range, which can be opened and not picked. */
  readonly path: PartPath | null;
  readonly text: string;
  /** How many it stands for, or null for one part. */
  readonly count: number | null;
  readonly inside: (() => readonly TreeNode[]) | null;
}

/** The tree of a machine: classes, ranges of a class, and single parts, each made when its parent is opened. */
export function treeOf(words: Words, machine: Machine, name: string): TreeNode {
  const single = (parent: PartPath, step: PartStep): TreeNode => {
    const path = [...parent, step];
    const held = childClasses(machine, step.classId);
    const inside = held.length > 0 ? () => held.map((cls) => group(path, cls)) : null;
    return { key: printPartPath(path), path, text: titleOf(words, machine, step), count: null, inside };
  };
  const group = (parent: PartPath, { id, perParent: { value: count } }: PartClass): TreeNode => {
    if (count === 1) return single(parent, { classId: id, ordinal: 1 });
    const path = [...parent, { classId: id, ordinal: null }];
    const singles = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) =>
        single(parent, { classId: id, ordinal: from + index }),
      );
    const range = (from: number): TreeNode => {
      const to = Math.min(count, from + rangeSize - 1);
      const text = words.say('range', { parts: capital(words.many(id)), from, to });
      return { key: rangeKey(path, from), path: null, text, count: null, inside: () => singles(from, to) };
    };
    const inside = () =>
      count <= rangeSize
        ? singles(1, count)
        : Array.from({ length: Math.ceil(count / rangeSize) }, (_, index) => range(index * rangeSize + 1));
    return { key: printPartPath(path), path, text: capital(words.many(id)), count, inside };
  };
  const roots = () => childClasses(machine, null).map((cls) => group([], cls));
  return { key: rootKey, path: [], text: name, count: null, inside: roots };
}

function rangeKey(classPath: PartPath, from: number): string {
  return `${printPartPath(classPath)}:${from}`;
}

/** Keys of the lines that must stand open so that a part can be seen; with `inside`, its own line too. */
export function keysAbove(machine: Machine, path: PartPath, inside: boolean): string[] {
  const keys = [rootKey];
  path.forEach((step, depth) => {
    const above = path.slice(0, depth);
    const classPath = [...above, { classId: step.classId, ordinal: null }];
    const count = machine.classes.find(({ id }) => id === step.classId)?.perParent.value ?? 1;
    if (step.ordinal !== null && count > 1) {
      keys.push(printPartPath(classPath));
      if (count > rangeSize) keys.push(rangeKey(classPath, step.ordinal - ((step.ordinal - 1) % rangeSize)));
    }
    if (depth < path.length - 1 || inside) keys.push(printPartPath([...above, step]));
  });
  return keys;
}

interface Line {
  readonly node: TreeNode;
  readonly level: number;
  readonly position: number;
  readonly size: number;
}

/** The lines that can be seen, top to bottom. */
export function visibleLines(root: TreeNode, opened: ReadonlySet<string>): Line[] {
  const walk = (nodes: readonly TreeNode[], level: number): Line[] =>
    nodes.flatMap((node, index) => [
      { node, level, position: index + 1, size: nodes.length },
      ...(node.inside && opened.has(node.key) ? walk(node.inside(), level + 1) : []),
    ]);
  return walk([root], 1);
}

export interface TreeState {
  readonly path: PartPath;
  readonly opened: ReadonlySet<string>;
  /** The line that Tab lands on; the part picked, or the first line, where that one cannot be seen. */
  readonly focus: string | null;
}

/** The class that a line is of, which is a row of the table twin. */
const classIn = (key: string): string => key.split('/').at(-1)!.split('.')[0]!;

/** The tree as HTML: a flat list whose lines carry their level, so that each is named by its own words alone. */
export function treeHtml(words: Words, root: TreeNode, { path, opened, focus }: TreeState): Raw {
  const lines = visibleLines(root, opened);
  const picked = path.length === 0 ? rootKey : printPartPath(path);
  const keys = lines.map(({ node }) => node.key);
  const tabbed = [focus, picked, rootKey].find((key) => key !== null && keys.includes(key));
  return markup`<ul class="hall-tree" role="tree" aria-label="${words.say('tree')}">${lines.map(
    ({ node, level, position, size }) =>
      markup`<li role="treeitem" data-key="${node.key}"${when(node.key !== rootKey, () => markup` data-row="${classIn(node.key)}"`)} aria-level="${level}" aria-posinset="${position}" aria-setsize="${size}"${when(
        node.inside,
        () => markup` aria-expanded="${String(opened.has(node.key))}"`,
      )}${when(node.path, () => markup` aria-selected="${String(node.key === picked)}"`)} tabindex="${node.key === tabbed ? 0 : -1}"><span class="hall-tree-mark"></span><span class="hall-tree-name">${node.text}</span>${when(
        node.count !== null,
        () => markup` <span class="hall-tree-count">${formatNumber(node.count!)}</span>`,
      )}</li>`,
  )}</ul>`;
}
