import { Color, WebGLRenderer, type Camera, type Scene } from 'three';
import type { Rgb } from '../../encoding/palette.ts';

/** One picture a view wants drawn. */
export interface Shot {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly paper: Rgb;
}

/** A view's share of the one renderer a document has. */
export interface Surface {
  /** Draws a shot at the surface's own size. False while the context is lost. */
  draw(shot: Shot, scale: number): boolean;
  /** What holds the picture: the shared canvas, or a copy where several views are on the page. */
  readonly element: HTMLElement;
  release(): void;
}

interface Events {
  lost(): void;
  restored(): void;
  /** The context does not come back by itself. */
  gone(): void;
}

interface Holder {
  readonly host: HTMLElement;
  readonly copy: HTMLCanvasElement;
  readonly events: Events;
}

/** How long a lost context may take to come back by itself, milliseconds. */
const patience = 300;
/** A context lost again within this many milliseconds of being made in place of another is not made a third time. */
const peace = 10_000;

const background = new Color();
let renderer: WebGLRenderer | null = null;
const holders: Holder[] = [];
let replacedAt = -Infinity;

/** Frames share a few contexts with all frames around them: one that makes another takes it from a neighbour. */
const inFrame = window !== window.parent;

function make(): WebGLRenderer {
  const made = new WebGLRenderer({ antialias: true, powerPreference: 'low-power' });
  // Colours are display colours from the stylesheet; nothing is lit, so nothing is converted.
  made.outputColorSpace = 'srgb-linear';
  made.info.autoReset = true;
  const { domElement } = made;
  domElement.setAttribute('aria-hidden', 'true');
  domElement.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    // A context given back on purpose is lost to nobody.
    if (renderer !== made) return;
    for (const { events } of holders) events.lost();
    setTimeout(() => {
      if (renderer === made && made.getContext().isContextLost()) replaceOrGiveUp();
    }, patience);
  });
  domElement.addEventListener('webglcontextrestored', () => {
    if (renderer === made) for (const { events } of holders) events.restored();
  });
  return made;
}

/** A context that does not come back is given up for a new one, once; then for good, until somebody asks again. */
function replaceOrGiveUp(): void {
  const old = renderer!;
  const again = !inFrame && performance.now() - replacedAt > peace;
  const made = again ? attempt(make) : null;
  if (!made) {
    // Each releases its share as it is told, the last the renderer.
    for (const { events } of [...holders]) events.gone();
    return;
  }
  replacedAt = performance.now();
  renderer = made;
  old.domElement.remove();
  old.dispose();
  seat();
  for (const { events } of holders) events.restored();
}

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** One view holds the canvas itself; several hold copies of it. */
function seat(): void {
  if (!renderer) return;
  const single = holders.length === 1;
  for (const { host, copy } of holders) {
    const wanted = single ? renderer.domElement : copy;
    const other = single ? copy : renderer.domElement;
    if (other.parentElement === host) other.remove();
    if (wanted.parentElement !== host) host.prepend(wanted);
  }
}

/** Takes a share of the renderer, making it if this is the first. Throws where there is no WebGL. */
export function takeSurface(host: HTMLElement, events: Events): Surface {
  renderer ??= make();
  const copy = document.createElement('canvas');
  copy.setAttribute('aria-hidden', 'true');
  const holder: Holder = { host, copy, events };
  holders.push(holder);
  seat();
  const context = copy.getContext('2d');
  return {
    get element() {
      return holders.length === 1 ? renderer!.domElement : copy;
    },
    draw({ scene, camera, paper }, scale) {
      if (!renderer || renderer.getContext().isContextLost()) return false;
      const [width, height] = [host.clientWidth, host.clientHeight];
      if (width === 0 || height === 0) return true;
      renderer.setPixelRatio(Math.min(2, devicePixelRatio) * scale);
      renderer.setSize(width, height, false);
      renderer.setClearColor(background.setRGB(...paper));
      renderer.render(scene, camera);
      if (holders.length > 1 && context) {
        const source = renderer.domElement;
        if (copy.width !== source.width) copy.width = source.width;
        if (copy.height !== source.height) copy.height = source.height;
        context.drawImage(source, 0, 0);
      }
      return true;
    },
    release() {
      holders.splice(holders.indexOf(holder), 1);
      copy.remove();
      if (renderer?.domElement.parentElement === host) renderer.domElement.remove();
      if (holders.length > 0) {
        seat();
        return;
      }
      const last = renderer;
      renderer = null;
      last?.dispose();
      last?.forceContextLoss();
    },
  };
}
