import { Scene } from 'three';
import type { Palette } from '../../encoding/palette.ts';
import { personContour, personHeight, personPieces } from '../../placement/solid/person.ts';
import { sheetSolids, type Sheet } from '../../placement/sheet/sheet.ts';
import type { Frame } from '../../placement/view/camera.ts';
import type { Solids } from '../../placement/solid/solids.ts';
import { createBoxes } from '../part/boxes.ts';
import { createFloor } from '../part/floor.ts';
import { createPerson } from '../part/person.ts';

/** A sheet as a scene graph. Needs no browser. */
export interface SheetPicture {
  readonly scene: Scene;
  /** The sheet as a picture of that size shows it. */
  show(sheet: Sheet, frame: Frame): void;
  /** Moves the solids alone, on the way to another state. */
  place(solids: Solids): void;
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
  const parts = [floor, boxes, person];
  scene.add(...parts.map((part) => part.root));
  const picture: SheetPicture = {
    scene,
    show(sheet, frame) {
      boxes.set(sheetSolids(sheet, frame));
      floor.set(sheet.floor.lines, sheet.floor.shadows, null);
      floor.root.visible = sheet.floor.lines.length > 0;
      person.stand(sheet.person);
    },
    place: boxes.set,
    face: person.face,
    paint: (palette) => parts.forEach((part) => part.paint(palette)),
    dispose: () => parts.forEach((part) => part.dispose()),
  };
  picture.show(first, firstFrame);
  return picture;
}
