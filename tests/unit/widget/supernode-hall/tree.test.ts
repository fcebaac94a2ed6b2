import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printPartPath } from '../../../../src/model/hardware/partPath.ts';
import { childClasses } from '../../../../src/model/hardware/machine.ts';
import {
  keysAbove,
  rangeSize,
  rootKey,
  treeHtml,
  treeOf,
  visibleLines,
  type TreeNode,
} from '../../../../src/widget/supernode-hall/tree.ts';
import { anyPath, systems, words } from './hall.ts';

/** Single parts below a line, ranges opened. */
function singles(node: TreeNode): TreeNode[] {
  const inside = node.inside?.() ?? [];
  return inside.flatMap((one) => (one.path === null ? singles(one) : [one]));
}

describe.each(systems)('the tree of %s', (id, { machine }) => {
  const root = treeOf(words, machine, id);

  test('counts what the machine counts, at every depth', () => {
    const check = (node: TreeNode, parent: string | null) => {
      const lines = node.inside!();
      const classes = childClasses(machine, parent);
      expect(lines).toHaveLength(classes.length);
      classes.forEach((cls, index) => {
        const line = lines[index]!;
        if (cls.perParent.value === 1) expect(line.path!.at(-1)).toEqual({ classId: cls.id, ordinal: 1 });
        else {
          expect(line.count).toBe(cls.perParent.value);
          const parts = singles(line);
          expect(parts).toHaveLength(cls.perParent.value);
          expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
          expect(parts.at(-1)!.path!.at(-1)!.ordinal).toBe(cls.perParent.value);
        }
        if (childClasses(machine, cls.id).length > 0) {
          check(cls.perParent.value === 1 ? line : singles(line)[0]!, cls.id);
        }
      });
    };
    check(root, null);
  });

  test('never shows more lines below one than a range holds, unless they are ranges or classes', () => {
    const walk = (node: TreeNode): void => {
      const inside = node.inside?.() ?? [];
      expect(inside.filter((one) => one.path?.at(-1)?.ordinal).length).toBeLessThanOrEqual(rangeSize);
      for (const one of inside.slice(0, 2)) walk(one);
    };
    walk(root);
  });

  test('shows any part once the lines above it are open, and marks it alone', () => {
    fc.assert(
      fc.property(anyPath(machine), (path) => {
        const opened = new Set(keysAbove(machine, path, false));
        const alone =
          path.at(-1)!.ordinal === null &&
          machine.classes.find((cls) => cls.id === path.at(-1)!.classId)!.perParent.value === 1;
        fc.pre(!alone);
        const key = printPartPath(path);
        expect(visibleLines(root, opened).filter(({ node }) => node.key === key)).toHaveLength(1);
        const { html } = treeHtml(words, root, { path, opened, focus: null });
        expect(html.match(/aria-selected="true"/g)).toHaveLength(1);
        expect(html.match(/tabindex="0"/g)).toHaveLength(1);
        expect(html).toContain(`data-key="${key}"`);
      }),
      { numRuns: 40 },
    );
  });

  test('gives every line a level, a place and a size that agree', () => {
    const opened = new Set(keysAbove(machine, [{ classId: machine.classes[0]!.id, ordinal: 1 }], true));
    const lines = visibleLines(root, opened);
    expect(lines[0]).toMatchObject({ level: 1, position: 1, size: 1 });
    for (const [index, line] of lines.entries()) {
      expect(line.position).toBeLessThanOrEqual(line.size);
      if (index > 0) expect(line.level - lines[index - 1]!.level).toBeLessThanOrEqual(1);
    }
  });
});

test('one line is tabbed to: the last one used while it can be seen, else the part picked, else the first', () => {
  const [, { machine }] = systems[1]!;
  const root = treeOf(words, machine, 'machine');
  const tabbed = (
    focus: string | null,
    opened: string[],
    path = [{ classId: 'compute-cabinet', ordinal: null }],
  ) =>
    /data-key="([^"]*)"[^>]*tabindex="0"/.exec(
      treeHtml(words, root, { path, opened: new Set(opened), focus }).html,
    )?.[1];
  expect(tabbed('interconnect-cabinet', [rootKey])).toBe('interconnect-cabinet');
  expect(tabbed('interconnect-cabinet.2', [rootKey])).toBe('compute-cabinet');
  expect(tabbed(null, [])).toBe(rootKey);
});
