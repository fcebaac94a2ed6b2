import { levels, type Level } from '../../../src/model/hardware/machine.ts';
import { pixelsPerMetre, type Frame } from '../../../src/placement/view/camera.ts';
import { drawHall } from '../../../src/placement/hall/drawing.ts';
import { focusOf } from '../../../src/placement/hall/focus.ts';
import { planHall } from '../../../src/placement/hall/hall.ts';
import type { HallProps } from '../../../src/placement/hall/hallProps.ts';
import type { HallWords } from '../../../src/placement/label/hallWords.ts';
import { joinSolids } from '../../../src/placement/solid/solids.ts';
import { viewpoint } from '../../../src/placement/view/viewpoint.ts';
import { hallWords } from '../../../src/widget/supernode-hall/labels.ts';
import { standingMachine, type StandingMachine } from '../../../src/widget/supernode-hall/machines.ts';
import { data, systems, words } from '../widget/supernode-hall/hall.ts';

export interface RecordedHall extends StandingMachine {
  readonly name: string;
}

/** The five machines as they stand, and the rack of 72 repeated: half a row, and as many as the largest machine holds. */
export const halls: readonly RecordedHall[] = [
  ...systems.map(([name, standing]) => ({ name, ...standing })),
  ...[576, 15_488].map((chips) => ({
    name: `gb200-nvl72 for ${chips} chips`,
    ...standingMachine(data, 'gb200-nvl72', chips),
  })),
];

/** Every hall at every level. */
export const sights: readonly (RecordedHall & { readonly level: Level })[] = halls.flatMap((hall) =>
  levels.map((level) => ({ ...hall, level })),
);

export function hallNamed(name: string): RecordedHall {
  return halls.find((hall) => hall.name === name)!;
}

/** A hall as a reader finds it at a level, changed as given. */
export function propsOf(standing: StandingMachine, changed: Partial<HallProps> = {}): HallProps {
  const asFound = {
    level: 'hall', part: [], xray: false, explode: false, cabling: true, view: 'axonometric',
  } as const; // prettier-ignore
  const { machine, layout, cables } = standing;
  return { machine, layout, cables, ...asFound, ...changed };
}

/** The words a reader of English sees on the drawing. */
export function wordsOf(standing: StandingMachine): HallWords {
  return hallWords(words, standing, undefined);
}

const poster: Frame = { width: 1120, height: 630 };

/** Where a state stands and from where it is looked at. */
export function viewOf(props: HallProps, frame: Frame = poster) {
  const plan = planHall(props.machine, props.layout);
  const focus = focusOf(props.machine, props.part, plan);
  return { plan, focus, camera: viewpoint(props, plan, focus, frame), frame };
}

/** A state as its drawing on paper shows it. */
export function sightOf(props: HallProps, frame: Frame = poster) {
  const { plan, focus, camera } = viewOf(props, frame);
  const drawing = drawHall(props, plan, focus, pixelsPerMetre(camera, frame));
  return { ...drawing, camera, frame, all: joinSolids([drawing.standing, drawing.opened]) };
}
