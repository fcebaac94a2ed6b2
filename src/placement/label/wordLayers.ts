import type { Frame, Projector } from '../view/camera.ts';

/** Smallest size of a word of a drawing in units of its layout, and the least it may take on the screen; pixels. */
const smallest = 12.5;
export const leastSize = 11;
/** Pixels of a rem where the reader has not chosen another text size. */
const rem = 16;

/**
 * A drawing is made for one frame and shown at many sizes, so its words are laid out several times: each layer for
 * pictures from some width and height on, down to which none of its words is smaller than `leastSize`. The style sheet
 * shows one of them by the size of the picture in rem, so that words also grow with the reader's text size.
 */
export interface WordLayer {
  /** Class in the style sheet. */
  readonly name: string;
  /** Least width and height of the picture, rem. */
  readonly from: readonly [width: number, height: number];
  /** How much larger words are than in the frame. */
  readonly scale: number;
}

function layer(name: string, width: number, frame: Frame): WordLayer {
  const share = (width * rem) / frame.width;
  const height = Math.floor((10 * share * frame.height) / rem) / 10;
  const least = Math.min(share, (height * rem) / frame.height);
  return {
    name,
    from: [width, height],
    scale: Math.max(1, Math.ceil((100 * leastSize) / (smallest * least)) / 100),
  };
}

/** Frames of drawings made at build, in pixels, with the widths in rem from which each layer of words is shown. */
export const posterFrames = {
  /** The stage beside a list, and on a tablet. */
  wide: { width: 1120, height: 630 },
  /** The stage of a phone. */
  narrow: { width: 400, height: 400 },
  /** The stage of the flight. */
  flight: { width: 1120, height: 700 },
} as const;
type FrameName = keyof typeof posterFrames;

const widths: Record<FrameName, readonly number[]> = {
  wide: [62, 43.5, 33.9],
  narrow: [18.4, 9.9],
  flight: [62, 43.5, 33.9],
};

/** The layers of words of a drawing made for a frame, the widest first. */
export function wordLayers(name: FrameName): readonly WordLayer[] {
  return widths[name].map((width, index) => layer(`words-${name}-${index + 1}`, width, posterFrames[name]));
}

/** The one layer of a drawing that is made for the picture it stands in. */
export const plainWords: readonly WordLayer[] = [{ name: '', from: [0, 0], scale: 1 }];

/** The frame and the projection in which words that are drawn `scale` times larger keep their size. */
export function layerFrame(
  scale: number,
  frame: Frame,
  project: Projector,
): { frame: Frame; project: Projector } {
  return {
    frame: { width: frame.width / scale, height: frame.height / scale },
    project(x, y, z) {
      const [across, down, near] = project(x, y, z);
      return [across / scale, down / scale, near];
    },
  };
}
