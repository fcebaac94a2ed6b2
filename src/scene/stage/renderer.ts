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
}

interface Holder {
  readonly host: HTMLElement;
  readonly copy: HTMLCanvasElement;
  readonly events: Events;
}

/** How long a lost context may take to come back by itself before another is made, milliseconds. */
const patience = 300;

const background = new Color();
let renderer: WebGLRenderer | null = null;
const holders: Holder[] = [];

/** Whether this browser gives a WebGL 2 context at all. Makes none that stays. */
export function hasWebgl(): boolean {
  if (renderer) return true;
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

function make(): WebGLRenderer {
  const made = new WebGLRenderer({ antialias: true, powerPreference: 'low-power' });
  // Colours are display colours from the stylesheet; nothing is lit, so nothing is converted.
  made.outputColorSpace = 'srgb-linear';
  made.info.autoReset = true;
  made.domElement.setAttribute('aria-hidden', 'true');
  made.domElement.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    for (const { events } of holders) events.lost();
    setTimeout(() => {
      if (renderer === made && made.getContext().isContextLost()) replace();
      else if (renderer === made) for (const { events } of holders) events.restored();
    }, patience);
  });
  return made;
}

/** A context that does not come back is given up for a new one. */
function replace(): void {
  const old = renderer;
  renderer = make();
  old?.domElement.remove();
  old?.dispose();
  seat();
  for (const { events } of holders) events.restored();
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
