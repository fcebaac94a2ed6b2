/** A scene at work on a stage; `Shown` is all that its picture depends on. Degrees, factors. */
export interface LiveScene<Shown> {
  update(shown: Shown): void;
  turn(degrees: number): void;
  tilt(degrees: number): void;
  zoom(factor: number): void;
  /** Back to the named view. */
  reset(): void;
  explore(on: boolean): void;
  pause(): void;
  resume(): void;
  /** The picture as PNG. */
  picture(): Promise<Blob>;
  dispose(): void;
}

/** What takes a scene away from its stage and gives it back. */
export interface SceneLoss {
  /** The context is gone; the browser may bring it back. */
  onLost(): void;
  onRestored(): void;
  /** The context does not come back by itself. */
  onGone(): void;
}

/** Where the pictures of a stage come from. */
export interface PictureSource<Shown, Scene extends LiveScene<Shown>> {
  /** The drawing of the state of the moment as SVG, and how much smaller than life it is. */
  draw(shown: Shown, frame: { width: number; height: number }): { svg: string; ratio: number };
  /** Brings the code of the scene, which starts it. What it returns throws where there is no WebGL. */
  load(): Promise<(stage: HTMLElement, shown: Shown, loss: SceneLoss) => Scene>;
}

export interface StageEvents {
  /** The plain drawing was made anew, this many times smaller than life. */
  onRatio(ratio: number): void;
  /** The browser took the scene away for good. */
  onGone(): void;
}

/** The drawing: the poster until 3D starts and whenever 3D is away, the scene otherwise. */
export interface Stage<Shown, Scene extends LiveScene<Shown>> {
  show(shown: Shown): void;
  /** Rejects where the scene's code does not come or there is no WebGL. */
  start(): Promise<void>;
  /** Gives the scene back; the drawing stands again. */
  release(): void;
  /** Moves the camera now, or once there is a scene. */
  move(move: (scene: Scene) => void): void;
  explore(on: boolean): void;
  pause(): void;
  resume(): void;
  /** The scene as PNG. Rejects where there is none. */
  picture(): Promise<Blob>;
  dispose(): void;
}

/** How many times larger than usual the reader has text. */
const textGrowth = ({ ownerDocument }: HTMLElement): number =>
  parseFloat(getComputedStyle(ownerDocument.documentElement).fontSize) / 16;

/** A ratio as a draughtsman rounds it: two significant digits. */
export function roundRatio(ratio: number): number {
  return Number(ratio.toPrecision(2));
}

/** Frame of a drawing whose stage has no size, CSS pixels. */
const unseen = { width: 1120, height: 630 };
/** Milliseconds of rest after which the drawing under a scene follows it. */
const later = 400;

/**
 * Joins the poster and the scene of a stage: both are of the state shown, whenever either comes.
 * @param current whether the poster in the page already shows the first state
 */
export function createStage<Shown, Scene extends LiveScene<Shown>>(
  place: { stage: HTMLElement; poster: HTMLElement },
  first: Shown,
  source: PictureSource<Shown, Scene>,
  events: StageEvents,
  current: boolean,
): Stage<Shown, Scene> {
  let shown = first;
  let scene: Scene | undefined;
  let away = false;
  let gone = false;
  let paused = false;
  /** Which start is the last asked for; one that was called off finds another. */
  let turn = 0;
  const waiting: ((scene: Scene) => void)[] = [];

  const live = () => scene !== undefined && !away;
  const redraw = () => {
    const { clientWidth, clientHeight } = place.stage;
    // Words of a drawing are laid out for the usual text size, and grow with the reader's.
    const grown = textGrowth(place.stage);
    // A stage that is not on the screen may be printed, or come back.
    const frame =
      clientWidth && clientHeight ? { width: clientWidth / grown, height: clientHeight / grown } : unseen;
    const { svg, ratio } = source.draw(shown, frame);
    place.poster.innerHTML = svg;
    if (!live()) events.onRatio(roundRatio(ratio / grown));
  };
  let idle: ReturnType<typeof setTimeout> | undefined;
  /** Draws what lies under a scene once the scene has had its frames. */
  const redrawSoon = () => {
    clearTimeout(idle);
    idle = setTimeout(redraw, later);
  };
  let redrawn = !current;
  if (!current) redraw();
  // Print shows the poster, at the size that the stage has for the printer.
  addEventListener('beforeprint', redraw);
  let [width, height] = [place.stage.clientWidth, place.stage.clientHeight];
  const sizes = new ResizeObserver(() => {
    const same = width === place.stage.clientWidth && height === place.stage.clientHeight;
    [width, height] = [place.stage.clientWidth, place.stage.clientHeight];
    if (same || !redrawn) return;
    if (live()) redrawSoon();
    else redraw();
  });
  sizes.observe(place.stage);
  const release = () => {
    turn++;
    scene?.dispose();
    scene = undefined;
    away = false;
    clearTimeout(idle);
    redraw();
  };

  return {
    show(next) {
      shown = next;
      redrawn = true;
      if (live()) {
        scene!.update(shown);
        redrawSoon();
      } else redraw();
    },
    async start() {
      const mine = ++turn;
      const open = await source.load();
      if (mine !== turn || gone || scene) return;
      redrawn = true;
      scene = open(place.stage, shown, {
        onLost() {
          away = true;
          clearTimeout(idle);
          redraw();
        },
        onRestored() {
          away = false;
          scene?.update(shown);
        },
        onGone: () => events.onGone(),
      });
      if (paused) scene.pause();
      for (const move of waiting.splice(0)) move(scene);
    },
    release,
    move(move) {
      if (scene) move(scene);
      else waiting.push(move);
    },
    explore: (on) => scene?.explore(on),
    pause() {
      paused = true;
      scene?.pause();
    },
    resume() {
      paused = false;
      scene?.resume();
    },
    picture: () => scene?.picture() ?? Promise.reject(new Error('the scene has not started')),
    dispose() {
      gone = true;
      clearTimeout(idle);
      removeEventListener('beforeprint', redraw);
      sizes.disconnect();
      scene?.dispose();
    },
  };
}
