import type { Tone } from '../../encoding/tone.ts';
import type { PartKind } from '../../model/hardware/machine.ts';

/** What one sees of a slot from the front: marks on its face, as shares of its width and height. */
export interface FaceMark {
  readonly tone: Tone;
  /** Centre from the left and from the bottom, width and height; shares of the face. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands behind the face, counted: it is drawn on it so that a reader can count without opening. */
export interface FaceContents {
  readonly kind: PartKind;
  readonly processors: number;
  /** `[columns, rows]` of the processors on the board. */
  readonly processorGrid: readonly [number, number];
  readonly switchChips: number;
  readonly optical: boolean;
  /** Height over width. */
  readonly slenderness: number;
}

function rowOfMarks(
  tone: Tone,
  count: number,
  left: number,
  right: number,
  y: number,
  height: number,
  fill: number,
) {
  const cell = (right - left) / count;
  return Array.from({ length: count }, (_, i): FaceMark => ({
    tone,
    x: left + cell * (i + 0.5),
    y,
    width: cell * fill,
    height,
  }));
}

/** Marks for a slot's face. `coarse` merges what would be smaller than a pixel from across a hall. */
export function faceMarks(contents: FaceContents, coarse: boolean): readonly FaceMark[] {
  if (contents.processors > 0) {
    const twoRows = contents.slenderness > 0.5;
    const [columns, rows] = twoRows ? contents.processorGrid : [contents.processors, 1];
    if (coarse) return [{ tone: 'processor', x: 0.5, y: 0.55, width: 0.76, height: twoRows ? 0.4 : 0.36 }];
    const marks = Array.from({ length: rows }, (_, r) =>
      rowOfMarks(
        'processor',
        columns,
        0.1,
        0.9,
        twoRows ? 0.72 - r * 0.26 : 0.55,
        twoRows ? 0.16 : 0.34,
        0.62,
      ),
    ).flat();
    return contents.optical
      ? [...marks, ...rowOfMarks('opticalPort', 14, 0.06, 0.94, 0.16, 0.12, 0.7)]
      : marks;
  }
  switch (contents.kind) {
    case 'power-shelf':
      return coarse ? [] : rowOfMarks('dark', 6, 0.06, 0.94, 0.5, 0.5, 0.72);
    case 'board':
      return rowOfMarks(
        'electricalBoard',
        coarse ? 1 : Math.max(1, contents.switchChips),
        0.08,
        0.92,
        0.5,
        0.36,
        0.9,
      );
    case 'switch-device':
      if (contents.optical)
        return rowOfMarks('opticalPort', coarse ? 1 : 12, 0.07, 0.93, 0.5, 0.3, coarse ? 1 : 0.66);
      return coarse ? [] : rowOfMarks('dark', 12, 0.1, 0.9, 0.5, 0.34, 0.6);
    default:
      return [];
  }
}
