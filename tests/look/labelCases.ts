import { readPackages } from '../../src/data/readPackages.ts';
import { readCabinets } from '../../src/data/readCabinets.ts';
import { readLayouts } from '../../src/data/readLayouts.ts';
import { figureStrings } from '../../src/locale/figureStrings.ts';
import { strings } from '../../src/locale/translations.ts';
import { levels } from '../../src/model/hardware/machine.ts';
import { flightCameras, outermost } from '../../src/placement/flight/flight.ts';
import { drawingWords, flightAnnotations } from '../../src/placement/flight/flightLabels.ts';
import { flightSolids } from '../../src/placement/flight/flightSolids.ts';
import { annotate, type Annotations } from '../../src/placement/label/annotation.ts';
import type { HallWords } from '../../src/placement/label/hallWords.ts';
import {
  groundUnder,
  namesOf,
  peopleOn,
  placeAnnotations,
  type Seen,
} from '../../src/placement/label/labelLayout.ts';
import {
  placeSheet,
  seenSheet,
  sheetCamera,
  sheetNames,
  sheetSolids,
  type Sheet,
} from '../../src/placement/sheet/sheet.ts';
import { projector, type Frame } from '../../src/placement/view/camera.ts';
import { eyeLevel } from '../../src/placement/view/eyeLevel.ts';
import { walkHall } from '../../src/placement/walk/walkHall.ts';
import { stops } from '../../src/placement/flight/stops.ts';
import { chipIds } from '../../src/widget/package-explorer/params.ts';
import { selectPackages } from '../../src/widget/package-explorer/select.ts';
import { packageSheet } from '../../src/widget/package-explorer/sheet.ts';
import { phrases } from '../../src/widget/phrases.ts';
import { labelWords } from '../../src/widget/powers-of-ten/text.ts';
import { cabinetIds, steps } from '../../src/widget/rack-compare/params.ts';
import { selectRacks } from '../../src/widget/rack-compare/select.ts';
import { rackSheet } from '../../src/widget/rack-compare/sheet.ts';
import {
  catalogue,
  plan as flightPlan,
  props as flightProps,
  record,
} from '../unit/placement/recordedFlight.ts';
import { halls, propsOf, sightOf, wordsOf } from '../unit/placement/recordedHalls.ts';
import type { Lettered } from './labelFaults.ts';

/** Sizes of the stage from the smallest embed to the widest window, CSS pixels. */
export const sizes: readonly Frame[] = [
  [280, 320], [320, 320], [343, 343], [360, 300], [375, 375], [390, 420], [414, 414], [480, 400], [560, 420], [640, 400],
  [704, 396], [768, 500], [820, 520], [900, 506], [1024, 576], [1120, 630], [1120, 700], [1280, 600], [1440, 620], [2200, 900],
].map(([width, height]) => ({ width: width!, height: height! })); // prettier-ignore

/** A state of a figure that is looked at in every size. */
export interface LabelCase {
  readonly figure: string;
  readonly name: string;
  at(frame: Frame): Lettered;
}

function lettered(seen: Seen, placed: Lettered['placed'], nameable: number): Lettered {
  const { solids, project, frame } = seen;
  return { solids, project, frame, person: peopleOn(seen), placed, nameable, halo: true };
}

function annotated(said: Annotations, words: HallWords, around: Omit<Seen, 'person'>, yaw: number): Lettered {
  const seen = { ...around, person: said.person && { feet: said.person, yaw }, others: said.others };
  const names = namesOf(said, words, groundUnder(seen), seen).filter(({ anchors }) => anchors.length > 0);
  return lettered(seen, placeAnnotations(said, words, seen), names.length);
}

const views = ['axonometric', 'front', 'top', 'side'] as const;

const hallCases = halls.flatMap((hall) =>
  levels.flatMap((level) =>
    views.flatMap((view) =>
      [false, true].map((explode): LabelCase => ({
        figure: 'supernode-hall',
        name: `${hall.name} ${level} ${view}${explode ? ' apart' : ''}`,
        at(frame) {
          const props = propsOf(hall, { level, view, explode });
          const { all, camera, plan, focus } = sightOf(props, frame);
          const seen = { solids: all, project: projector(camera, frame), frame };
          return annotated(annotate(props, plan, focus), wordsOf(hall), seen, camera.yaw);
        },
      })),
    ),
  ),
);

const walkCases = halls.flatMap((hall) =>
  levels.flatMap((level) =>
    [false, true].map((explode): LabelCase => ({
      figure: 'supernode-hall',
      name: `${hall.name} ${level} walk${explode ? ' apart' : ''}`,
      at(frame) {
        const props = propsOf(hall, { level, view: 'walk', explode });
        const { solids, plan, focus, onlooker } = walkHall(props);
        const seen = { solids, project: eyeLevel(onlooker, frame).project, frame };
        return annotated(annotate(props, plan, focus), wordsOf(hall), seen, onlooker.heading);
      },
    })),
  ),
);

/** The strings of a sheet, with those it shares with the drawing of a supernode. */
function sayOf(section: string) {
  const shared = [...strings('en')].flatMap(([key, text]): [string, string][] =>
    key.startsWith('supernode-hall.') ? [[key.replace('supernode-hall', section), text]] : [],
  );
  return phrases({ ...Object.fromEntries(shared), ...figureStrings(section, 'en') }, section);
}

function sheetCase(figure: string, name: string, sheet: () => Sheet): LabelCase {
  return {
    figure,
    name,
    at(frame) {
      const made = sheet();
      const camera = sheetCamera(made, frame);
      const seen = seenSheet(made, sheetSolids(made, frame), camera.yaw, projector(camera, frame), frame);
      const names = sheetNames(made, groundUnder(seen), seen).filter(({ anchors }) => anchors.length > 0);
      return lettered(seen, placeSheet(made, seen), names.length);
    },
  };
}

const packages = selectPackages(catalogue, readPackages());
const racks = selectRacks(catalogue, readLayouts(), readCabinets());
const ofPackages = sayOf('package-explorer');
const ofRacks = sayOf('rack-compare');

const packageCases = chipIds.flatMap((chip) =>
  ['none' as const, ...chipIds].map((compare) =>
    sheetCase(
      'package-explorer',
      `${chip} ${compare}`,
      () =>
        packageSheet(ofPackages, packages, {
          chip,
          compare,
          directions: 'both',
          per: 'package',
          asof: 'latest',
        }).sheet,
    ),
  ),
);

const rackCases = cabinetIds.flatMap((left) =>
  cabinetIds.flatMap((right) =>
    steps.map((explode) =>
      sheetCase(
        'rack-compare',
        `${left} ${right} ${explode}`,
        () => rackSheet(ofRacks, racks, { left, right, explode, asof: 'latest' }).sheet,
      ),
    ),
  ),
);

const ofFlight = phrases(figureStrings('powers-of-ten', 'en'), 'powers-of-ten');
const flightWords = drawingWords(labelWords(record, ofFlight, (part) => ofFlight(`part.${part}.one`)));

const flightCases = stops.slice(0, outermost + 1).map((name, stop): LabelCase => ({
  figure: 'powers-of-ten',
  name,
  at(frame) {
    const camera = flightCameras(flightProps, flightPlan, frame)[stop]!;
    const seen = {
      solids: flightSolids(flightProps, flightPlan, stop),
      project: projector(camera, frame),
      frame,
    };
    return annotated(flightAnnotations(flightProps, flightPlan, stop), flightWords, seen, camera.yaw);
  },
}));

export const cases: readonly LabelCase[] = [
  ...hallCases,
  ...walkCases,
  ...packageCases,
  ...rackCases,
  ...flightCases,
];
