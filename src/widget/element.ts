import type { LiveFigure } from './liveFigure.ts';
import { followProse } from './prose.ts';
import { turn } from './turn.ts';

/** A figure comes to life when it is less than this far from the viewport. */
const nearMargin = '60% 0px';
/** Milliseconds far from the viewport after which a figure gives back what it took. */
const grace = 10_000;

let scrolled = false;
const figures = new Set<SupernodeFigure>();
const near = new IntersectionObserver(
  (entries) => entries.forEach((entry) => (entry.target as SupernodeFigure).approach(entry.isIntersecting)),
  { rootMargin: nearMargin },
);
const seen = new IntersectionObserver((entries) =>
  entries.forEach((entry) => (entry.target as SupernodeFigure).appear(entry.isIntersecting)),
);

// The first scroll of the page is the sign that 3D is wanted; before it, a figure needs a touch of its own.
addEventListener(
  'scroll',
  () => {
    scrolled = true;
    figures.forEach((figure) => figure.wake());
  },
  { once: true, passive: true, capture: true },
);
document.addEventListener('visibilitychange', () => figures.forEach((figure) => figure.rest()));

/**
 * `<supernode-figure widget="…" name="…" context="article|page|embed">` around the complete HTML of a figure.
 * far (poster) → near (the widget's code comes, and its data is read) → on screen → off screen (paused) → far (given back).
 */
export class SupernodeFigure extends HTMLElement {
  #live: Promise<LiveFigure> | undefined;
  #onScreen = false;
  #awake = false;
  #farTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #touches = ['pointerover', 'touchstart', 'keydown', 'focusin'] as const;

  connectedCallback(): void {
    figures.add(this);
    near.observe(this);
    seen.observe(this);
    for (const type of this.#touches) this.addEventListener(type, this.#touched, { passive: true });
  }

  disconnectedCallback(): void {
    figures.delete(this);
    near.unobserve(this);
    seen.unobserve(this);
    for (const type of this.#touches) this.removeEventListener(type, this.#touched);
    // A figure that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#giveBack();
    });
  }

  /** The figure at work, brought to life first if it is not. */
  live(): Promise<LiveFigure> {
    clearTimeout(this.#farTimer);
    this.#live ??= turn()
      .then(() => import('./liveFigure.ts'))
      .then(({ bringToLife }) => bringToLife(this));
    return this.#live;
  }

  /** Begins the 3D scene, if the figure has one. */
  wake(): void {
    this.#awake = true;
    this.rest();
  }

  /** Takes the figure up or lays it down, as its place on the screen asks. */
  rest(): void {
    const moving = this.#onScreen && !document.hidden;
    void this.#live?.then((figure) => {
      if (this.#awake) figure.start();
      if (moving) figure.resume();
      else figure.pause();
    });
  }

  /** Called as the figure comes near the viewport or leaves its surroundings. */
  approach(isNear: boolean): void {
    clearTimeout(this.#farTimer);
    if (!isNear) {
      this.#farTimer = setTimeout(() => this.#giveBack(), grace);
      return;
    }
    void this.live();
    if (scrolled) this.#awake = true;
    this.rest();
  }

  /** Called as the figure comes on the screen or leaves it. */
  appear(onScreen: boolean): void {
    this.#onScreen = onScreen;
    this.rest();
  }

  readonly #touched = (): void => {
    if (this.#awake) return;
    void this.live();
    this.wake();
  };

  #giveBack(): void {
    clearTimeout(this.#farTimer);
    void this.#live?.then((figure) => figure.dispose());
    this.#live = undefined;
    this.#awake = false;
  }
}

if (!customElements.get('supernode-figure')) customElements.define('supernode-figure', SupernodeFigure);
followProse();
