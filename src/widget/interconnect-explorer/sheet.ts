import type { MovingSheet } from '../../scene/sheet/scene.ts';
import type { Point } from '../../placement/label/annotation.ts';
import { cabinetRows } from '../../placement/links/cabinetRows.ts';
import { openCabinets } from '../../placement/links/openCabinets.ts';
import { keepStrands, noStrands, packStrands } from '../../placement/links/strands.ts';
import { wayStrands } from '../../placement/links/ways.ts';
import type { Sheet } from '../../placement/sheet/sheet.ts';
import { joinSolids } from '../../placement/solid/solids.ts';
import { gapOwner, gapSolids, type Gap } from './gaps.ts';
import { nodeOf } from './part.ts';
import type { Phrases } from '../phrases.ts';
import type { ExplorerData } from './explorerData.ts';
import { exploredOf, type Explored } from './explored.ts';
import { hallLabels, openLabels } from './labels.ts';
import { isOneCabinet } from './machine.ts';
import { openedOf } from './opened.ts';
import type { ExplorerValues } from './params.ts';

const degrees = Math.PI / 180;
const angles = {
  route: { yaw: 27 * degrees, pitch: 34 * degrees },
  machine: { yaw: 33 * degrees, pitch: 28 * degrees },
} as const;

/** Whether the whole machine is drawn, in metres; else its cabinets are unfolded, to no scale. */
export const isHall = ({ values, machine }: Explored): boolean =>
  values.view === 'machine' && !isOneCabinet(machine);

/** The drawing of a state. */
export function explorerSheet(say: Phrases, data: ExplorerData, values: ExplorerValues): MovingSheet {
  const explored = exploredOf(data, values);
  const { open, boards } = openedOf(explored);
  const subject = isHall(explored)
    ? `${values.system} machine`
    : [values.system, ...open, ...boards].join(' ');
  return {
    sheet: isHall(explored) ? hallSheet(say, explored) : openSheet(say, explored),
    step: 0,
    at: null,
    subject,
  };
}

const bare = {
  small: null,
  floor: { lines: [], shadows: [] },
  person: null,
  dimensions: [],
  differences: [],
} as const;

const isShown = ({ values, machine }: Explored) => {
  const wanted = values.tiers.split(',');
  return (tier: number) => values.tiers === 'all' || wanted.includes(machine.topology.tiers[tier]!);
};

const midway = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];

function openSheet(say: Phrases, explored: Explored): Sheet {
  const { machine, mask, ways, failures } = explored;
  const { topology, system } = machine;
  const { open, boards } = openedOf(explored);
  const drawn = openCabinets(system.wiring, topology, open, boards, mask, isShown(explored));
  const [first, ...others] = ways.paths;
  const gaps = failures.flatMap((part): Gap[] => {
    const owner = gapOwner(machine, part);
    if (part.kind === 'link') {
      const [a, b] = [drawn.end(part.from, part.to), drawn.end(part.to, part.from)];
      return a && b ? [{ owner, at: midway(a, b) }] : [];
    }
    const node = nodeOf(topology, part);
    const at = node === null ? null : drawn.middle(node);
    return at ? [{ owner, at }] : [];
  });
  return {
    ...bare,
    solids: joinSolids([drawn.solids, gapSolids(gaps, 0.2)]),
    bounds: drawn.bounds,
    angles: angles.route,
    labels: openLabels(say, explored, drawn),
    links: {
      beneath: drawn.beneath,
      lines: drawn.strands,
      chosen: first ? wayStrands(topology, [first], drawn.end) : noStrands,
      others: wayStrands(topology, others, drawn.end),
      crosses: gaps.map(({ at }) => at),
    },
  };
}

function hallSheet(say: Phrases, explored: Explored): Sheet {
  const { machine, mask, ways, failures } = explored;
  const { topology, system } = machine;
  const { place } = topology;
  const rows = cabinetRows(system.wiring, topology, system.plan, mask);
  const shown = isShown(explored);
  const cross = (from: number, to: number): Point[] => {
    if (from < 0 || to < 0 || from === to) return [];
    const way = rows.way(from, to);
    const at = Math.floor(way.length / 2);
    return [midway(way[at - 1]!, way[at]!)];
  };
  const way = (nodes: readonly number[], links: readonly number[]) =>
    links.flatMap((link, hop) => {
      const [from, to] = [place.cabinet[nodes[hop]!]!, place.cabinet[nodes[hop + 1]!]!];
      const light = topology.media[topology.medium[link]!] === 'optical';
      return from === to || from < 0 || to < 0
        ? []
        : [{ points: rows.way(from, to), light, tier: topology.tier[link]!, members: [] }];
    });
  const [first] = ways.paths;
  const gaps = failures.flatMap((part): Gap[] => {
    const owner = gapOwner(machine, part);
    if (part.kind === 'link')
      return cross(place.cabinet[part.from]!, place.cabinet[part.to]!).map((at) => ({ owner, at }));
    return part.kind === 'cabinet' ? [{ owner, at: rows.top(part.index) }] : [];
  });
  return {
    ...bare,
    solids: gapSolids(gaps, 0.5),
    bounds: rows.bounds,
    angles: angles.machine,
    labels: hallLabels(say, explored, rows),
    links: {
      beneath: rows.beneath,
      lines: keepStrands(rows.strands, shown),
      chosen: first ? packStrands(way(first.nodes, first.links)) : noStrands,
      others: noStrands,
      crosses: gaps.map(({ at }) => at),
    },
  };
}
