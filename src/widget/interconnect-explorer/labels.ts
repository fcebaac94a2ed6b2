import { formatNumber } from '../../encoding/format.ts';
import { drawnAs, type DrawnAs } from '../../placement/label/annotation.ts';
import type { CabinetRows } from '../../placement/links/cabinetRows.ts';
import type { OpenCabinets } from '../../placement/links/openCabinets.ts';
import type { SheetLabel } from '../../placement/sheet/sheet.ts';
import type { Solids } from '../../placement/solid/solids.ts';
import type { Phrases } from '../phrases.ts';
import { aroundText } from './answer.ts';
import type { Explored } from './explored.ts';
import { gapOwner } from './gaps.ts';
import { nodeName, partName, placeName } from './naming.ts';
import { nodeOf } from './part.ts';

const ofClass = (classId: string): DrawnAs => drawnAs([{ classId, ordinal: null }]);
const ofNode = (classId: string, ordinal: number): DrawnAs => drawnAs([{ classId, ordinal }]);

/** Boxes that a node is drawn as, itself or among others. */
function asDrawn({ glyphs }: OpenCabinets, node: number): DrawnAs | null {
  const glyph = glyphs.all[glyphs.of[node]!];
  if (!glyph) return null;
  return ofNode(glyph.kind, glyph.kind === 'board' ? glyph.board : glyph.nodes[0]!);
}

/** Names on unfolded cabinets: the cut, both chips, the part picked, and what else is drawn. */
export function openLabels(say: Phrases, explored: Explored, drawn: OpenCabinets): SheetLabel[] {
  const { machine, from, to, around, picked, mask, failures } = explored;
  const { topology } = machine;
  const label = (boxes: DrawnAs | null, title: string, detail: string): SheetLabel[] =>
    boxes ? [{ boxes, words: { title, detail } }] : [];
  const chip = (node: number, role: string) =>
    label(
      asDrawn(drawn, node),
      say(`label.${role}`, { chip: nodeName(say, machine, node) }),
      mask.nodes[node] ? say('out-of-service') : placeName(say, machine, node),
    );
  const node = picked && nodeOf(topology, picked);
  const kinds = drawn.glyphs.all;
  const count = (kind: string) => kinds.filter((glyph) => glyph.kind === kind).length;
  const nodes = (kind: string) =>
    kinds.reduce((sum, glyph) => sum + (glyph.kind === kind ? glyph.nodes.length : 0), 0);
  const many = (kind: 'board' | 'bar' | 'plane' | 'switch') =>
    count(kind) === 0
      ? []
      : label(
          ofClass(kind),
          say(`label.${kind}`, { count: formatNumber(count(kind)) }),
          say(`label.${kind}-detail`, { count: formatNumber(nodes(kind)) }),
        );
  return [
    ...around
      .flatMap((one) =>
        label(
          drawnAs(gapOwner(machine, one.part)),
          say('label.cut', { link: partName(say, machine, one.part) }),
          aroundText(say, one),
        ),
      )
      .slice(0, 1),
    ...failures
      .filter((part) => nodeOf(topology, part) !== null)
      .slice(0, 2)
      .flatMap((part) =>
        label(
          drawnAs(gapOwner(machine, part)),
          say('label.gone', { part: partName(say, machine, part) }),
          '',
        ),
      ),
    ...chip(from, 'from'),
    ...(from === to ? [] : chip(to, 'to')),
    ...(picked && node !== null && node !== from && node !== to
      ? label(asDrawn(drawn, node), partName(say, machine, picked), placeName(say, machine, node))
      : []),
    ...many('plane'),
    ...many('bar'),
    ...many('switch'),
    ...many('board'),
  ];
}

/** Names on the rows of a hall: the cabinets of both chips, and what runs between. */
export function hallLabels(say: Phrases, explored: Explored, rows: CabinetRows): SheetLabel[] {
  const { machine, from, to, mask, failures } = explored;
  const { place, computeCabinets } = {
    ...machine.topology,
    computeCabinets: machine.topology.place.computeCabinetCount,
  };
  const cabinet = (chip: number, role: string): SheetLabel[] => {
    const own = place.cabinet[chip]!;
    if (own < 0) return [];
    return [
      {
        boxes: ofNode('cabinet', own),
        words: {
          title: say(`label.${role}`, { chip: nodeName(say, machine, chip) }),
          detail: mask.nodes[chip] ? say('out-of-service') : placeName(say, machine, chip),
        },
      },
    ];
  };
  const switches = place.cabinetCount - computeCabinets;
  const gone = failures.flatMap((part) =>
    part.kind === 'cabinet'
      ? [
          {
            boxes: drawnAs(gapOwner(machine, part)),
            words: { title: say('label.gone', { part: partName(say, machine, part) }), detail: '' },
          },
        ]
      : [],
  );
  return [
    ...gone.slice(0, 2),
    ...cabinet(from, 'from'),
    ...(from === to ? [] : cabinet(to, 'to')),
    ...(switches > 0
      ? [
          {
            boxes: (solids: Solids, box: number) =>
              (solids.owners[solids.owner[box]!]![0]?.ordinal ?? -1) >= computeCabinets,
            words: {
              title: say('label.interconnect', { count: formatNumber(switches) }),
              detail: say('label.bundles', { links: formatNumber(rows.linksPerStrand) }),
            },
          },
        ]
      : []),
  ];
}
