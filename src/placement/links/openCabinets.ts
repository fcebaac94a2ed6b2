import { tones } from '../../encoding/tone.ts';
import type { FailureMask } from '../../model/topology/failure.ts';
import type { Topology } from '../../model/topology/topology.ts';
import type { Wiring } from '../../model/topology/wiring.ts';
import type { Point } from '../label/annotation.ts';
import { buildSolids, type Solids, type SolidsBuilder } from '../solid/solids.ts';
import type { Bounds } from '../view/viewpoint.ts';
import { glyphPlaces, type GlyphPlace } from './glyphPlaces.ts';
import { glyphsOf, type Glyph, type Glyphs } from './glyphs.ts';
import { packStrands, type Strand, type Strands } from './strands.ts';
import type { EndOf } from './ways.ts';

/**
 * Cabinets unfolded for their wiring: an open board is a ring of its chips, the others are plates, one over the other; the
 * switches that all boards reach are bars around the stack, and planes of switches between cabinets stand over them all.
 * Positions are of the wiring and to no scale.
 */
export interface OpenCabinets {
  readonly glyphs: Glyphs;
  /**
   * What lies under the lines, and what they lead to. Owner of a box: the kind of its glyph, its ordinal the first node (of
   * a board, open or closed, its number).
   */
  readonly beneath: Solids;
  readonly solids: Solids;
  readonly strands: Strands;
  readonly bounds: Bounds;
  readonly end: EndOf;
  /** Middle of what a node is drawn as; null where it is not drawn. */
  middle(node: number): Point | null;
}

/**
 * @param open numbers of the cabinets that stand open; `[-1]` where the machine's cabinets are not described
 * @param openBoards numbers of the boards in them whose chips are drawn one by one
 * @param mask what has failed: nodes become outlines, and lines of which nothing is left are left out
 * @param drawn whether links of a tier are drawn
 */
export function openCabinets(
  wiring: Wiring,
  topology: Topology,
  open: readonly number[],
  openBoards: ReadonlySet<number>,
  mask?: FailureMask,
  drawn: (tier: number) => boolean = () => true,
): OpenCabinets {
  const glyphs = glyphsOf(wiring, topology, open, openBoards);
  const places = glyphPlaces(wiring, topology, glyphs, open);
  const endAt = (glyph: number, other: number) => nearest(places[glyph]!, middleOf(places[other]!));
  const beneath = buildSolids(tones);
  const solids = buildSolids(tones);
  addOpenBoards(beneath, glyphs, places);
  glyphs.all.forEach((glyph, index) =>
    addGlyph(glyph.kind === 'board' ? beneath : solids, glyph, places[index]!, mask),
  );
  return {
    glyphs,
    beneath: beneath.finish(),
    solids: solids.finish(),
    strands: packStrands(
      strandsOf(topology, glyphs, endAt, (link) => drawn(topology.tier[link]!) && isUp(topology, mask, link)),
    ),
    bounds: boundsOf(places),
    middle: (node) => (glyphs.of[node]! < 0 ? null : middleOf(places[glyphs.of[node]!]!)),
    end(node, towards) {
      const [from, to] = [glyphs.of[node]!, glyphs.of[towards]!];
      return from < 0 || to < 0 || from === to ? null : endAt(from, to);
    },
  };
}

const middleOf = ({ low, high }: GlyphPlace): Point => [
  (low[0] + high[0]) / 2,
  (low[1] + high[1]) / 2,
  (low[2] + high[2]) / 2,
];

/** The point of a glyph that is nearest to another: a bar is met at the height of what it is joined to. */
const nearest = ({ low, high }: GlyphPlace, to: Point): Point => {
  const along = (k: 0 | 1 | 2) => Math.max(low[k], Math.min(high[k], to[k]));
  return [along(0), along(1), along(2)];
};

/** Whether a directed link and both its ends are in service. */
const isUp = ({ ends }: Topology, mask: FailureMask | undefined, link: number): boolean =>
  !mask || !(mask.links[link] || mask.nodes[ends[2 * link]!] || mask.nodes[ends[2 * link + 1]!]);

/** Links between two glyphs, of one tier and medium, as one line. */
function strandsOf(
  topology: Topology,
  { of }: Glyphs,
  end: (glyph: number, other: number) => Point,
  shown: (link: number) => boolean,
): Strand[] {
  const { ends, linkCount, medium, media, tier } = topology;
  const light = media.indexOf('optical');
  const bundles = new Map<string, Omit<Strand, 'points'> & { from: number; to: number; members: number[] }>();
  for (let link = 0; link < linkCount; link += 2) {
    const [from, to] = [of[ends[2 * link]!]!, of[ends[2 * link + 1]!]!];
    if (from < 0 || to < 0 || from === to || !shown(link)) continue;
    const key = `${String(tier[link])} ${String(medium[link])} ${String(from)} ${String(to)}`;
    const known = bundles.get(key);
    if (known) known.members.push(link / 2);
    else
      bundles.set(key, { from, to, light: medium[link] === light, tier: tier[link]!, members: [link / 2] });
  }
  return [...bundles.values()].map(({ from, to, ...strand }) => ({
    ...strand,
    points: [end(from, to), end(to, from)],
  }));
}

/** The plate under the chips of an open board, as an outline. */
function addOpenBoards(solids: SolidsBuilder, { all }: Glyphs, places: readonly GlyphPlace[]): void {
  const boards = new Map<number, Point[]>();
  all.forEach(({ kind, board }, g) => {
    if (kind !== 'chip' || board < 0) return;
    boards.set(board, [...(boards.get(board) ?? []), places[g]!.low]);
  });
  for (const [board, chips] of boards) {
    const along = (k: 0 | 2) => {
      const all = chips.map((chip) => chip[k]);
      return [(Math.min(...all) + Math.max(...all)) / 2, Math.max(...all) - Math.min(...all) + 0.5] as const;
    };
    const [[x, width], [z, depth]] = [along(0), along(2)];
    solids.add({
      centre: [x, chips[0]![1] - 0.09, z],
      size: [width, 0.02, depth],
      tone: 'board',
      look: 'ghost',
      owner: solids.own([{ classId: 'board', ordinal: board }]),
    });
  }
}

/** Sides of the box of a glyph beyond where it is met, metres. */
const thickness = {
  chip: [0.17, 0.09, 0.17],
  switch: [0.13, 0.07, 0.13],
  board: [0, 0.05, 0],
  bar: [0.07, 0.1, 0.07],
  plane: [0.26, 0.09, 0.16],
} as const;

const toneOf = { chip: 'processor', switch: 'switchChip', board: 'board', bar: 'metal', plane: 'opticalCabinet' } as const; // prettier-ignore

function addGlyph(
  solids: SolidsBuilder,
  { kind, nodes, board }: Glyph,
  place: GlyphPlace,
  mask?: FailureMask,
): void {
  const side = (k: 0 | 1 | 2) => place.high[k] - place.low[k] + thickness[kind][k];
  // What has failed is an outline; of several nodes drawn as one, all have to have.
  const gone = mask && nodes.every((node) => mask.nodes[node]);
  solids.add({
    centre: middleOf(place),
    size: [side(0), side(1), side(2)],
    tone: toneOf[kind],
    look: gone ? 'ghost' : kind === 'board' ? 'pencil' : 'ink',
    owner: solids.own([{ classId: kind, ordinal: kind === 'board' ? board : nodes[0]! }]),
  });
}

function boundsOf(places: readonly GlyphPlace[]): Bounds {
  const reach = 0.3;
  const along = (k: 0 | 1 | 2) => [
    Math.min(...places.map(({ low }) => low[k])) - reach,
    Math.max(...places.map(({ high }) => high[k])) + reach,
  ];
  const [x, y, z] = [along(0), along(1), along(2)];
  return [
    [x[0]!, y[0]!, z[0]!],
    [x[1]!, y[1]!, z[1]!],
  ];
}
