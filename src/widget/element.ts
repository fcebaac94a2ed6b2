import { figureData } from './figureData.ts';
import type { LiveFigure } from './liveFigure.ts';
import { LoadFailure, loading } from './loadFailure.ts';
import { problemBoard, type ProblemBoard } from './problemBoard.ts';
import { followProse } from './prose.ts';
import { tellByDay } from './readersDay.ts';
import { slot } from './slot.ts';
import { turn } from './turn.ts';

/** A figure comes to life when it is less than this far from the viewport. */
const nearMargin = '60% 0px';
/** Milliseconds off the screen after which a figure gives its 3D scene back. */
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

/** Touches that may come by accident; what a browser refused is asked for again by others. */
const fleeting = new Set(['pointerover', 'focusin']);

/**
 * `<supernode-figure widget="…" name="…" context="article|page|embed">` around the complete HTML of a figure.
 * far (poster) → near (the widget's code comes, and its data is read) → on screen → off screen (paused) → far (the scene
 * is given back, the state is kept). A figure that is removed gives back everything.
 */
export class SupernodeFigure extends HTMLElement {
  #live: Promise<LiveFigure> | undefined;
  #board: ProblemBoard | undefined;
  /** What was asked of the figure before its code came. */
  #asked: URLSearchParams[] = [];
  #near = false;
  #onScreen = false;
  #awake = false;
  #farTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #touches = ['pointerover', 'pointerdown', 'touchstart', 'keydown', 'focusin'] as const;

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

  /** The figure at work, brought to life first if it is not. Rejects where its code does not come; the next call tries again. */
  live(): Promise<LiveFigure> {
    if (!this.#live) {
      const life = this.#begin();
      this.#live = life;
      life.catch((reason: unknown) => {
        if (this.#live !== life) return;
        this.#live = undefined;
        this.#tell(reason);
      });
    }
    return this.#live;
  }

  /** Sets some parameters by their plain keys, once the figure is at work; what was asked for last is what it shows. */
  drive(query: URLSearchParams): void {
    this.#asked.push(query);
    this.#attempt();
  }

  /** Begins the 3D scene, if the figure has one, once it can be seen. */
  wake(): void {
    this.#awake = true;
    this.#attempt();
  }

  /** Takes the figure up or lays it down, as its place on the screen asks. */
  rest(): void {
    void this.#live?.then(
      (figure) => this.#settle(figure, false),
      () => {},
    );
  }

  /** Called as the figure comes near the viewport or leaves its surroundings. */
  approach(isNear: boolean): void {
    this.#near = isNear;
    this.#watchTime();
    if (!isNear) return;
    if (scrolled) this.#awake = true;
    this.#attempt();
  }

  /** Called as the figure comes on the screen or leaves it. */
  appear(onScreen: boolean): void {
    this.#onScreen = onScreen;
    this.#watchTime();
    this.rest();
  }

  /** Whether a scene may be held: near the screen on a page of ours; in a frame, which shares its host's contexts, on it. */
  get #holds(): boolean {
    return this.getAttribute('context') === 'embed' ? this.#onScreen : this.#near || this.#onScreen;
  }

  #watchTime(): void {
    clearTimeout(this.#farTimer);
    if (this.#holds) return;
    this.#farTimer = setTimeout(
      () =>
        void this.#live?.then(
          (figure) => figure.release(),
          () => {},
        ),
      grace,
    );
  }

  #settle(figure: LiveFigure, meant: boolean): void {
    if (this.#awake && this.#holds) figure.start(meant);
    if (this.#onScreen && !document.hidden) figure.resume();
    else figure.pause();
  }

  async #begin(): Promise<LiveFigure> {
    await turn();
    const { bringToLife } = await loading('code', () => import('./liveFigure.ts'));
    const figure = await bringToLife(this, this.#problems());
    this.#problems().recover('code');
    return figure;
  }

  /** Brings the figure to life and does what was asked of it. What fails is told to the reader. */
  #attempt(meant = false): void {
    this.live().then(
      (figure) => {
        for (const query of this.#asked.splice(0)) figure.drive(query);
        this.#settle(figure, meant);
      },
      () => {},
    );
  }

  readonly #touched = ({ type }: Event): void => {
    this.#awake = true;
    this.#attempt(!fleeting.has(type));
  };

  #problems(): ProblemBoard {
    const { strings } = figureData(this, this.getAttribute('name') ?? '');
    return (this.#board ??= problemBoard(slot(this, 'problem'), strings));
  }

  #tell(reason: unknown): void {
    if (!(reason instanceof LoadFailure)) return reportError(reason);
    const { strings } = figureData(this, this.getAttribute('name') ?? '');
    const sentence = this.#problems().fail('code', strings['widget.failed-code'] ?? reason.message, () =>
      this.#attempt(true),
    );
    if (sentence === null) return;
    slot(this, 'live').textContent = sentence;
    const detail = { figure: this.getAttribute('name'), problem: { message: sentence }, sentence };
    this.dispatchEvent(new CustomEvent('supernode:error', { bubbles: true, detail }));
  }

  #giveBack(): void {
    clearTimeout(this.#farTimer);
    void this.#live?.then(
      (figure) => figure.dispose(),
      () => {},
    );
    this.#live = undefined;
    this.#awake = false;
    this.#board?.clear();
    this.#board = undefined;
  }
}

if (!customElements.get('supernode-figure')) customElements.define('supernode-figure', SupernodeFigure);
followProse();
tellByDay();
