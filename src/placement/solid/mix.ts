import type { Solids } from './solids.ts';

/** Boxes of every class of owners, in their order. */
function byClass({ count, owner, owners }: Solids): Map<string, number[]> {
  const boxes = new Map<string, number[]>();
  for (let i = 0; i < count; i++) {
    const { classId, ordinal } = owners[owner[i]!]![0]!;
    const key = `${classId} ${String(ordinal)}`;
    const own = boxes.get(key);
    if (own) own.push(i);
    else boxes.set(key, [i]);
  }
  return boxes;
}

/**
 * Boxes on their way from one drawing to another: each comes from where the box of its class and turn stood; where one
 * drawing has more of a class than the other, several come from one. What was not there before grows in its place.
 * @param share from 0 (before) to 1 (after)
 */
export function mixSolids(before: Solids, after: Solids, share: number): Solids {
  const mixed = { ...after, centre: after.centre.slice(), half: after.half.slice() };
  const old = byClass(before);
  for (const [key, boxes] of byClass(after)) {
    const from = old.get(key);
    boxes.forEach((box, turn) => {
      const other = from?.[Math.floor((turn * from.length) / boxes.length)];
      for (let at = 3 * box, k = 0; k < 3; k++, at++) {
        const [centre, half] =
          other === undefined
            ? [after.centre[at]!, 0]
            : [before.centre[3 * other + k]!, before.half[3 * other + k]!];
        mixed.centre[at] = centre + (after.centre[at]! - centre) * share;
        mixed.half[at] = half + (after.half[at]! - half) * share;
      }
    });
  }
  return mixed;
}
