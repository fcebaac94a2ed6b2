import { lineWidth } from '../../encoding/bandwidth.ts';
import { formatRounded, withUnit } from '../../encoding/format.ts';
import { lengthText } from '../../encoding/length.ts';
import type { ChipPackage, PackageLink, PackagePart } from '../../model/hardware/chipPackage.ts';
import {
  boardBounds,
  drawPackages,
  footprints,
  packageRow,
  partTop,
  type PlacedPackage,
} from '../../placement/package/packagePair.ts';
import { drawnAs } from '../../placement/label/annotation.ts';
import { byTurns, type Sheet, type SheetDimension, type SheetLabel } from '../../placement/sheet/sheet.ts';
import type { MovingSheet } from '../../scene/sheet/scene.ts';
import type { Phrases } from '../phrases.ts';
import { packagesOf } from './counted.ts';
import type { PackageData } from './packageData.ts';
import type { PackageValues } from './params.ts';

const angles = { yaw: (14 * Math.PI) / 180, pitch: (52 * Math.PI) / 180 };

/** The chips of a state: one, or two. */
export function shownChips({ chip, compare }: PackageValues): readonly string[] {
  return compare === 'none' ? [chip] : [chip, compare];
}

/** The sheet of a state. */
export function packageSheet(say: Phrases, all: PackageData, values: PackageValues): MovingSheet {
  const data = packagesOf(say, all, values);
  const drawings = shownChips(values).map((id) => data.chips[id]!.drawing);
  const row = packageRow(drawings);
  const placed = drawings.map((drawing, index): PlacedPackage => ({
    package: drawing,
    x: row[index]!,
    width: ({ bandwidth }) => lineWidth(bandwidth),
  }));
  const sheet: Sheet = {
    solids: drawPackages(placed),
    small: null,
    bounds: boardBounds(placed),
    angles,
    floor: { lines: [], shadows: [] },
    person: null,
    labels: byTurns(placed.map((one) => labels(say, data, one))),
    dimensions: placed.flatMap((one, index) => dimensions(say, one, index)),
    differences: [],
  };
  return { sheet, step: 0, at: null, subject: Object.values(values).join(' ') };
}

/** The area that a part is drawn at: `814 mm², published`, `up to 858 mm² each, derived`, or that it is not published. */
export function areaText(say: Phrases, part: PackagePart): string {
  const area = withUnit(formatRounded(part.size[0] * part.size[1] * 1e6), 'mm2');
  const bounded = part.atMost ? say('up-to', { area }) : area;
  return say(`area.${part.basis}`, {
    area: part.count.value === 1 ? bounded : say('each', { area: bounded }),
  });
}

/** `2 compute dies` */
export function partText(say: Phrases, part: PackagePart): string {
  const { value } = part.count;
  return say('counted', { count: value, part: say(`part.${part.kind}.${value === 1 ? 'one' : 'many'}`) });
}

/** A bandwidth as its figure prints it, or that there is none. */
export function linkText(say: Phrases, data: PackageData, link: PackageLink): string {
  const [shown] = data.figures[link.figure ?? '']?.statements ?? [];
  return shown ? shown.text : say('not-published');
}

/** What a link is called: the memory's, the seam's, or the technology that leaves the package. */
export function linkName(say: Phrases, { technology }: ChipPackage, link: PackageLink): string {
  return say(link.kind === 'outside' ? `link.${technology}` : `link.${link.kind}`);
}

/** Names of a package, of its parts, and of its links with what they carry. */
function labels(say: Phrases, data: PackageData, { package: drawing }: PlacedPackage): SheetLabel[] {
  const whole = { classId: drawing.chip, ordinal: null };
  const stack = drawing.parts.find(({ kind }) => kind === 'memory-stack');
  const named = drawing.parts.map((part): SheetLabel => {
    const capacity =
      part === stack
        ? data.figures[part.figures.find((key) => key.endsWith('memory-capacity')) ?? '']
        : undefined;
    const [memory] = capacity?.statements ?? [];
    return {
      boxes: drawnAs([whole, { classId: part.id, ordinal: null }]),
      words: {
        title: partText(say, part),
        detail: memory ? memory.text : areaText(say, part),
        row: `${drawing.chip} ${part.id}`,
        repeated: true,
      },
    };
  });
  const lines = drawing.links.map((link): SheetLabel => ({
    boxes: drawnAs([whole, { classId: link.kind, ordinal: null }]),
    words: {
      title: linkName(say, drawing, link),
      detail: linkText(say, data, link),
      row: `${drawing.chip} ${link.kind}`,
      repeated: true,
    },
  }));
  const all = drawnAs([whole]);
  const strips = drawing.links.map(({ kind }) => drawnAs([whole, { classId: kind, ordinal: null }]));
  const chip: SheetLabel = {
    // The package itself, not the lines that run on and off it.
    boxes: (solids, box) => all(solids, box) && !strips.some((strip) => strip(solids, box)),
    words: {
      title: data.chips[drawing.chip]!.name,
      detail: inwardText(say, drawing) ?? say(`ground.${firmness(drawing)}`),
    },
  };
  // What comes from memory and what goes out, before the seam between the dies.
  const told = [...lines].sort((a, b) => Number(isSeam(a)) - Number(isSeam(b)));
  return [chip, ...told, ...named];
}

const isSeam = ({ words }: SheetLabel): boolean => words.row?.endsWith(' dies') === true;

/** How many times what a package can send out its memory brings it; nothing where one of the two has no figure. */
export function inwardText(say: Phrases, { links }: ChipPackage): string | null {
  const of = (kind: PackageLink['kind']) => links.find((link) => link.kind === kind)?.bandwidth ?? null;
  const [memory, outside] = [of('memory'), of('outside')];
  if (memory === null || outside === null) return null;
  return say('inward', { times: formatRounded(memory / outside, 2) });
}

/** How firm the sizes of the compute dies are. */
export function firmness({ parts }: ChipPackage): string {
  return parts.find(({ kind }) => kind === 'compute-die')!.basis;
}

/** Width and depth of a compute die, beside its package. */
function dimensions(say: Phrases, placed: PlacedPackage, index: number): SheetDimension[] {
  const { package: drawing, x } = placed;
  const part = drawing.parts.find(({ kind }) => kind === 'compute-die')!;
  const die = footprints(placed, part).at(-1)!;
  const [width, depth] = drawing.substrate;
  const outer = index === 0 ? -1 : 1;
  const basis = part.fromArea ? 'assumed' : part.basis;
  const text = (metres: number) =>
    basis === 'published'
      ? lengthText(metres)
      : say('dimension', { length: lengthText(metres), basis: say(`basis.${basis}`) });
  const y = partTop(drawing, part);
  const back = die.z - die.half[1];
  const side = die.x + outer * die.half[0];
  return [
    {
      from: [die.x - die.half[0], y, back],
      to: [die.x + die.half[0], y, back],
      offset: [0, 0, -depth / 2 - 0.006 - back],
      text: text(part.size[0]),
    },
    {
      from: [side, y, back],
      to: [side, y, die.z + die.half[1]],
      offset: [x + outer * (width / 2 + 0.006) - side, 0, 0],
      // The line beside it says how firm both are.
      text: lengthText(part.size[1]),
    },
  ];
}
