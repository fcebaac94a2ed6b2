import { tones } from '../../encoding/tone.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import type { Point } from '../../placement/label/annotation.ts';
import { buildSolids, type Solids } from '../../placement/solid/solids.ts';
import type { Machine } from './machine.ts';
import { nodeOf, partOfNode, printPart, type Part } from './part.ts';

/** Something that is cut or out of service, and where its cross stands; metres. */
export interface Gap {
  readonly owner: PartPath;
  readonly at: Point;
}

/** The owner of the patch under the cross of a part. */
export function gapOwner({ topology }: Machine, part: Part): PartPath {
  if (part.kind === 'link')
    return [
      { classId: 'cut', ordinal: part.from },
      { classId: 'cut', ordinal: part.to },
    ];
  const node = nodeOf(topology, part);
  return node === null
    ? [{ classId: `gone-${part.kind}`, ordinal: part.kind === 'node' ? null : part.index }]
    : [{ classId: 'gone', ordinal: node }];
}

/** The part whose cross has that owner, as it stands in an address; null for owners of other boxes. */
export function partOfGap({ topology }: Machine, [first, second]: PartPath): string | null {
  if (!first || first.ordinal === null) return null;
  const { classId, ordinal } = first;
  const other = second?.ordinal ?? null;
  if (classId === 'cut') return other === null ? null : `link:${String(ordinal)}-${String(other)}`;
  if (classId === 'gone') return printPart(partOfNode(topology, ordinal));
  return classId === 'gone-cabinet' ? printPart({ kind: 'cabinet', index: ordinal }) : null;
}

/** Patches of paper under the crosses, for names to point at. @param side metres */
export function gapSolids(gaps: readonly Gap[], side: number): Solids {
  const solids = buildSolids(tones);
  for (const { owner, at } of gaps)
    solids.add({
      centre: at,
      size: [side, 0.01, side],
      tone: 'tray',
      look: 'plain',
      owner: solids.own(owner),
    });
  return solids.finish();
}
