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
  onLost(): void;
  onRestored(): void;
}

/** Where the pictures of a stage come from; both kinds are loaded when wanted. */
export interface PictureSource<Shown, Scene extends LiveScene<Shown>> {
  /** The drawing as SVG, and how much smaller than life it is. */
  draw(shown: Shown, frame: { width: number; height: number }): Promise<{ svg: string; ratio: number }>;
  /** Starts the scene. Rejects where there is no WebGL. */
  start(stage: HTMLElement, shown: Shown, loss: SceneLoss): Promise<Scene>;
}

export interface StageEvents extends SceneLoss {
  /** The plain drawing was made anew, this many times smaller than life. */
  onRatio(ratio: number): void;
}

/** The drawing: the poster until 3D starts and whenever 3D is away, the scene otherwise. */
export interface Stage<Shown, Scene extends LiveScene<Shown>> {
  show(shown: Shown): void;
  start(): Promise<void>;
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

/**
 * Joins the poster and the scene of a stage.
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
  let drawing = 0;
  const waiting: ((scene: Scene) => void)[] = [];

  const redraw = async () => {
    const turn = ++drawing;
    const { clientWidth: width, clientHeight: height } = place.stage;
    if (width === 0 || height === 0) return;
    // Words of a drawing are laid out for the usual text size, and grow with the reader's.
    const grown = textGrowth(place.stage);
    const { svg, ratio } = await source.draw(shown, { width: width / grown, height: height / grown });
    if (turn !== drawing || gone) return;
    place.poster.innerHTML = svg;
    if (!scene || away) events.onRatio(roundRatio(ratio / grown));
  };
  if (!current) void redraw();
  // Print shows the poster, so it must show the state of the moment; a resized one must fit its stage again.
  const onPaper = () => void redraw();
  addEventListener('beforeprint', onPaper);
  let [width, height] = [place.stage.clientWidth, place.stage.clientHeight];
  const sizes = new ResizeObserver(() => {
    const same = width === place.stage.clientWidth && height === place.stage.clientHeight;
    [width, height] = [place.stage.clientWidth, place.stage.clientHeight];
    if (!same && drawing > 0 && (!scene || away)) void redraw();
  });
  sizes.observe(place.stage);

  return {
    show(next) {
      shown = next;
      if (scene && !away) scene.update(shown);
      else void redraw();
    },
    async start() {
      const started = await source.start(place.stage, shown, {
        onLost() {
          away = true;
          void redraw();
          events.onLost();
        },
        onRestored() {
          away = false;
          scene?.update(shown);
          events.onRestored();
        },
      });
      if (gone) {
        started.dispose();
        return;
      }
      scene = started;
      for (const move of waiting.splice(0)) move(scene);
    },
    move(move) {
      if (scene) move(scene);
      else waiting.push(move);
    },
    explore: (on) => scene?.explore(on),
    pause: () => scene?.pause(),
    resume: () => scene?.resume(),
    picture: () => scene?.picture() ?? Promise.reject(new Error('the scene has not started')),
    dispose() {
      gone = true;
      removeEventListener('beforeprint', onPaper);
      sizes.disconnect();
      scene?.dispose();
    },
  };
}
