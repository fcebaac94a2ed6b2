import { Scene } from 'three';
import type { Palette } from '../../encoding/palette.ts';
import { areMany } from '../../placement/links/sheetLinks.ts';
import { noStrands, type Strands } from '../../placement/links/strands.ts';
import { personContour, personHeight, personPieces } from '../../placement/solid/person.ts';
import { sheetSolids, type Sheet } from '../../placement/sheet/sheet.ts';
import type { Frame } from '../../placement/view/camera.ts';
import { noSolids, type Solids } from '../../placement/solid/solids.ts';
import { createBoxes } from '../part/boxes.ts';
import { createBands, crossBands, wayBands } from '../part/bands.ts';
import { createLinkLines } from '../part/linkLines.ts';
import { createFloor } from '../part/floor.ts';
import { createPerson } from '../part/person.ts';

/** A sheet as a scene graph. Needs no browser. */
export interface SheetPicture {
  readonly scene: Scene;
  /** The sheet as a picture of that size shows it. */
  show(sheet: Sheet, frame: Frame): void;
  /** Moves the solids alone, on the way to another state. */
  place(solids: Solids): void;
  /** Takes all lines away, until they are shown or carried again. */
  bare(): void;
  /** Shows these lines in place of those of the sheet; null: those of the sheet. */
  carry(lines: Strands | null): void;
  /** Whether lines carried are shown, or, while a hand turns the sheet, its own. */
  whole(whole: boolean): void;
  /** Turns the standing person to an eye at this azimuth, radians. */
  face(yaw: number): void;
  paint(palette: Palette): void;
  dispose(): void;
}

export function createSheetPicture(first: Sheet, firstFrame: Frame): SheetPicture {
  const scene = new Scene();
  const boxes = createBoxes();
  const floor = createFloor();
  const person = createPerson(personPieces, personContour, personHeight);
  const beneath = createBoxes();
  const lines = createLinkLines();
  const carried = createLinkLines();
  let [own, carries] = [false, false];
  const showLines = (whole: boolean) => {
    lines.root.visible = own && !(whole && carries);
    carried.root.visible = whole && carries;
  };
  const ways = createBands();
  const crosses = createBands();
  crosses.root.renderOrder = 3;
  const parts = [floor, beneath, lines, carried, ways, boxes, person, crosses];
  scene.add(...parts.map((part) => part.root));
  const picture: SheetPicture = {
    scene,
    show(sheet, frame) {
      boxes.set(sheetSolids(sheet, frame));
      beneath.set(sheet.links?.beneath ?? noSolids);
      floor.set(sheet.floor.lines, sheet.floor.shadows, []);
      floor.root.visible = sheet.floor.lines.length > 0;
      person.stand(sheet.person ? [sheet.person] : []);
      const { links } = sheet;
      lines.set(links?.lines ?? noStrands, links?.fine);
      own = links !== undefined && links.lines.count > 0;
      carries = false;
      showLines(true);
      ways.set(links ? wayBands(links.chosen, links.others) : []);
      crosses.set(crossBands(links?.crosses ?? []));
      // What lines lead to stands over what lies beneath them, however far behind it is.
      boxes.root.renderOrder = links ? 2 : 0;
    },
    place: boxes.set,
    bare() {
      lines.root.visible = false;
      carried.root.visible = false;
    },
    carry(strands) {
      carries = strands !== null;
      if (strands) carried.set(strands, areMany(strands));
      showLines(true);
    },
    whole: showLines,
    face: person.face,
    paint: (palette) => parts.forEach((part) => part.paint(palette)),
    dispose: () => parts.forEach((part) => part.dispose()),
  };
  picture.show(first, firstFrame);
  return picture;
}
