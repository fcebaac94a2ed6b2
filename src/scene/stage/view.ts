import type { Scene } from 'three';
import type { Palette } from '../../encoding/palette.ts';
import type { Frame } from '../../placement/view/camera.ts';
import { startFrames } from './frames.ts';
import { readPalette, watchTheme } from './palette.ts';
import { createQuality } from './quality.ts';
import { takeSurface, type Surface } from './renderer.ts';
import { createRig, type Rig } from './rig.ts';

/** What a view draws. */
export interface ViewPicture {
  readonly scene: Scene;
  paint(palette: Palette): void;
  dispose(): void;
}

/** The words that lie over the drawing. */
export interface ViewOverlay {
  readonly root: HTMLElement;
  dispose(): void;
}

/** What a scene does in a frame, in this order. None is called before the scene is made. */
export interface ViewSteps {
  /** Moves on by so many seconds; whether there is more to come. */
  advance(seconds: number): boolean;
  /** Points the rig. */
  aim(rig: Rig): void;
  /** Places or hides the words. */
  letter(rig: Rig, moving: boolean): void;
  /** The stage has another size. */
  resized?(): void;
}

/** A context may be lost and come back, or not; the stage's poster stands in meanwhile. */
export interface ViewEvents {
  onLost(): void;
  onRestored(): void;
  onGone(): void;
}

/** A stage at work: a share of the renderer, drawn when somebody asks for it. */
export interface View {
  readonly rig: Rig;
  /** Size of the drawing in CSS pixels. */
  frame(): Frame;
  invalidate(): void;
  pause(): void;
  resume(): void;
  /** The drawing as PNG, without the words over it. */
  picture(): Promise<Blob>;
  dispose(): void;
}

/** Takes a surface, or leaves the stage as it was and throws. */
function takeSurfaceOr(leave: () => void, ...[host, events]: Parameters<typeof takeSurface>): Surface {
  try {
    return takeSurface(host, events);
  } catch (reason) {
    leave();
    throw reason;
  }
}

/** Opens a view in a stage and asks for its first frame. Throws where there is no WebGL. */
export function openView(
  stage: HTMLElement,
  picture: ViewPicture,
  overlay: ViewOverlay,
  steps: ViewSteps,
  events: ViewEvents,
): View {
  const host = document.createElement('div');
  host.className = 'stage-canvas';
  stage.append(host, overlay.root);
  const rig = createRig();
  const quality = createQuality();
  let palette: Palette;
  let lost = false;

  const draw = (seconds: number): boolean => {
    if (lost) return false;
    const moving = steps.advance(seconds);
    steps.aim(rig);
    steps.letter(rig, moving);
    quality.note(seconds);
    shoot(moving ? quality.scale : 1);
    return moving;
  };
  const frames = startFrames(draw);
  const leave = () => {
    picture.dispose();
    overlay.dispose();
    host.remove();
    stage.classList.remove('live');
  };
  const surface = takeSurfaceOr(leave, host, {
    lost() {
      lost = true;
      stage.classList.remove('live');
      events.onLost();
    },
    restored() {
      lost = false;
      events.onRestored();
      frames.invalidate();
    },
    gone: events.onGone,
  });
  /** The canvas shows once there is something on it. */
  const shoot = (scale: number) => {
    const drawn = surface.draw({ scene: picture.scene, camera: rig.camera, paper: palette.paper }, scale);
    if (drawn) stage.classList.add('live');
  };
  const paint = () => {
    palette = readPalette(stage);
    picture.paint(palette);
    frames.invalidate();
  };
  paint();
  const unwatchTheme = watchTheme(paint);
  const sizes = new ResizeObserver(() => {
    steps.resized?.();
    frames.invalidate();
  });
  sizes.observe(host);

  return {
    rig,
    frame: () => ({ width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) }),
    invalidate: frames.invalidate,
    pause: () => frames.pause(),
    resume: () => frames.resume(),
    picture() {
      steps.aim(rig);
      shoot(1);
      const canvas = host.querySelector('canvas')!;
      return new Promise((resolve, reject) =>
        canvas.toBlob((blob) =>
          blob ? resolve(blob) : reject(new Error('the browser gave no picture of the canvas')),
        ),
      );
    },
    dispose() {
      frames.dispose();
      sizes.disconnect();
      unwatchTheme();
      surface.release();
      leave();
    },
  };
}
