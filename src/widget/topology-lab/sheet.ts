import { formatNumber } from '../../encoding/format.ts';
import { drawnAs } from '../../placement/label/annotation.ts';
import { areMany } from '../../placement/links/sheetLinks.ts';
import { joinStrands } from '../../placement/links/joinStrands.ts';
import { noStrands } from '../../placement/links/strands.ts';
import {
  bundleChips,
  bundleLinks,
  drawLinks,
  drawNetwork,
  type LinkedNetwork,
} from '../../placement/network/network.ts';
import type { Sheet, SheetLabel } from '../../placement/sheet/sheet.ts';
import type { DrawingRoom } from '../../model/topology/designBundle.ts';
import { mixSolids } from '../../placement/solid/mix.ts';
import { joinSolids, noSolids } from '../../placement/solid/solids.ts';
import type { MovingSheet } from '../../scene/sheet/scene.ts';
import type { Phrases } from '../phrases.ts';
import { linesInFull } from './inWorker.ts';
import { labOf, wiredOf, type Wired } from './lab.ts';
import type { LabData } from './labData.ts';
import type { LabValues } from './params.ts';
import { perLineText } from './words.ts';

const degrees = Math.PI / 180;
const angles = { yaw: 26 * degrees, pitch: 38 * degrees };

/** From the middle of one network to that of the one beside it. */
const apart = 13.4;

/** What the drawing on paper has room for, for both networks together. */
const onPaper = { lines: 4096, chips: 256, switches: 300 };
/** What the scene has room for: of boxes what keeps to its triangles. */
const inScene = { lines: 262_144, chips: 4096, switches: 8192 };

/** The room of each of some networks. */
const roomOf = (where: 'paper' | 'scene', count: number): DrawingRoom => {
  const { lines, chips, switches } = where === 'paper' ? onPaper : inScene;
  return { lines: lines / count, chips: chips / count, switches: switches / count };
};

const rightOf = (index: number, count: number): number => (index - (count - 1) / 2) * apart;

/** Whether each tier is drawn as light: where most of its links are. */
const lightOf = ({ cabling }: Wired): boolean[] => cabling.lightOfTier.map((share) => share > 0.5);

/** How many links a line stands for, and how many chips a box, on paper or in the scene at rest. */
export function drawnText(say: Phrases, data: LabData, values: LabValues, where: 'paper' | 'scene'): string {
  const wired = wiredOf(labOf(data, values));
  const room = roomOf(where, wired.length);
  const links = wired.map(({ design }) => perLineText(bundleLinks(design, room).linksPerLine));
  const chips = wired.map(({ design }) => bundleChips(design, room).chipsPerNode);
  const each = { links: [...new Set(links)].join(say('and')) };
  return Math.max(...chips) === 1
    ? say('drawn', each)
    : say('drawn-chips', { ...each, chips: [...new Set(chips.map(formatNumber))].join(say('and')) });
}

/** The sheet of a state: chips move from one family to the next, and the lines come once they stand. */
export function labSheet(say: Phrases, data: LabData, values: LabValues): MovingSheet {
  const wired = wiredOf(labOf(data, values));
  const [paper, scene] = [roomOf('paper', wired.length), roomOf('scene', wired.length)];
  const drawn = (room: DrawingRoom) =>
    wired.map((one, i) => drawNetwork(one.design, room, i as 0 | 1, rightOf(i, wired.length)));
  const networks = wired.map((one, i): LinkedNetwork => ({
    design: one.design,
    light: lightOf(one),
    right: rightOf(i, wired.length),
  }));
  const boxes = drawn(paper);
  const bundles = networks.map(({ design }) => bundleLinks(design, paper));
  const lines = joinStrands(networks.map((network, i) => drawLinks(network, bundles[i]!)));
  const single = bundles.every(({ linksPerLine }) => linksPerLine.every((links) => links === 1));
  const sheet: Sheet = {
    solids: joinSolids(boxes.map(({ solids }) => solids)),
    small: null,
    bounds: boxes
      .map(({ bounds }) => bounds)
      .reduce(([low, high], [otherLow, otherHigh]) => [
        low.map((value, k) => Math.min(value, otherLow[k]!)) as [number, number, number],
        high.map((value, k) => Math.max(value, otherHigh[k]!)) as [number, number, number],
      ]),
    angles,
    floor: { lines: [], shadows: [] },
    person: null,
    labels: wired.flatMap((one, i) => labelsOf(say, one, i, wired.length)),
    dimensions: [],
    differences: [],
    links: {
      lines,
      // A line that stands for many links keeps its ink.
      fine: single && areMany(lines),
      chosen: noStrands,
      others: noStrands,
      crosses: [],
      beneath: noSolids,
    },
  };
  return {
    sheet,
    step: 0,
    at: null,
    subject: 'networks',
    mix: mixSolids,
    full: {
      solids: joinSolids(drawn(scene).map(({ solids }) => solids)),
      lines: () => linesInFull(networks, scene),
    },
  };
}

/** Names of the chips and of the switches of a network. */
function labelsOf(say: Phrases, { design, measures }: Wired, side: number, count: number): SheetLabel[] {
  const links = say(design.chipLinks === 1 ? 'label.link' : 'label.links', { links: design.chipLinks });
  const chips = say('label.chips', { chips: design.chips });
  return [
    {
      boxes: drawnAs([{ classId: 'chips', ordinal: side }]),
      words:
        count > 1
          ? {
              title: say(`family.${design.family}.name`),
              detail: say('label.cables', { cables: measures.cables }),
            }
          : { title: chips, detail: links },
    },
    ...(measures.switches > 0
      ? [
          {
            boxes: drawnAs([{ classId: 'switches', ordinal: side }]),
            words: {
              title: say(measures.switches === 1 ? 'label.switch' : 'label.switches', {
                switches: measures.switches,
              }),
              detail: say('label.ports', { ports: measures.ports.mostOfOneSwitch }),
            },
          },
        ]
      : []),
  ];
}
