import { formatNumber } from '../encoding/format.ts';
import type { MountedWidget, WidgetHost } from './declaration.ts';
import { drawnState, markDrawn } from './drawnState.ts';
import { LoadFailure, loading } from './loadFailure.ts';
import type { Surroundings } from './moveControls.ts';
import type { ParameterDeclarations, ParameterValues } from './parameter.ts';
import type { Phrases } from './phrases.ts';
import { figurePlaces, type Places, type Written } from './places.ts';
import { scaleBar } from './scaleBar.ts';
import { slot } from './slot.ts';
import { createStage, type LiveScene, type PictureSource, type SceneLoss, type Stage } from './stage.ts';

/** What a figure with a 3D scene is made of; everything it shows follows its state. */
export interface StageParts<D extends ParameterDeclarations, Shown, Scene extends LiveScene<Shown>> {
  readonly parameters: D;
  /** Finds words that all such figures have: `ratio`, `said.explore-on` and `-off`, and `moved.` with every verb of a move. */
  readonly say: Phrases;
  /** The state of the moment. */
  values(): ParameterValues<D>;
  /** Everything that its drawing shows in that state. */
  shown(): Shown;
  view(around: Surroundings): Written;
  draw: PictureSource<Shown, Scene>['draw'];
  /**
   * Brings the code that starts the scene; `onScale` is told the length of the scale bar, metres, or 0 where there is
   * none to draw.
   */
  load(): Promise<
    (stage: HTMLElement, shown: Shown, events: SceneLoss & { onScale(metres: number): void }) => Scene
  >;
  click(event: MouseEvent): void;
  /** A key that nobody answered yet; returns whether it meant something. */
  key?(event: KeyboardEvent): boolean;
}

/** A figure whose drawing is a scene, at work. */
export interface StageFigure<D extends ParameterDeclarations, Shown, Scene extends LiveScene<Shown>> {
  readonly places: Places;
  readonly around: Surroundings;
  readonly stage: Stage<Shown, Scene>;
  /** Writes the texts of the state. */
  write(): void;
  /** Hands the drawing over to one finger and the wheel, or takes it back. */
  explore(on: boolean): void;
  /** Moves the camera now, or once there is a scene, and says so. */
  move(verb: string, move: (scene: Scene) => void): void;
  /** The widget; `update` takes another from outside, `stop` ends what the figure itself began. */
  mounted(update: (next: ParameterValues<D>) => void, stop?: () => void): MountedWidget<D>;
}

/**
 * Joins the words of a figure and its stage: the poster until 3D starts and whenever it is away, the scale cell of
 * both, exploring, and a scene that is given back or taken away.
 */
export function stageFigure<D extends ParameterDeclarations, Shown, Scene extends LiveScene<Shown>>(
  figure: HTMLElement,
  host: Pick<WidgetHost, 'announce' | 'sceneGone'>,
  parts: StageParts<D, Shown, Scene>,
): StageFigure<D, Shown, Scene> {
  const { say } = parts;
  const places = figurePlaces(figure);
  const { slots } = places;
  const around = { exploring: false, still: false, newTab: places.newTab };
  const ended = new AbortController();
  const onScale = (metres: number) => {
    if (metres > 0) scaleBar(slots.scale, metres);
    else slots.scale.textContent = say('perspective');
  };
  const stage = createStage<Shown, Scene>(
    { stage: slot(figure, 'stage'), poster: slots.poster },
    parts.shown(),
    {
      draw(shown, frame) {
        const { svg, ratio } = parts.draw(shown, frame);
        return { svg: markDrawn(svg, drawnState(parts.parameters, parts.values())), ratio };
      },
      async load() {
        const open = await loading('scene', parts.load);
        return (place, shown, loss) => open(place, shown, { ...loss, onScale });
      },
    },
    {
      onRatio(ratio) {
        slots.scale.textContent =
          ratio > 0 ? say('ratio', { ratio: formatNumber(ratio) }) : say('perspective');
      },
      onGone: () => host.sceneGone(),
    },
    slots.poster.querySelector('svg')?.dataset['drawn'] === drawnState(parts.parameters, parts.values()),
  );
  const write = () => void places.write(parts.view(around));
  const explore = (on: boolean) => {
    around.exploring = on;
    stage.explore(on);
    host.announce(say(on ? 'said.explore-on' : 'said.explore-off'));
    write();
  };
  const move = (verb: string, move: (scene: Scene) => void) =>
    stage.move((scene) => {
      move(scene);
      host.announce(say(`moved.${verb}`));
    });
  const setStill = (still: boolean) => {
    if (around.still === still) return;
    around.still = still;
    write();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape' && around.exploring) explore(false);
    else if (!parts.key?.(event)) return;
    event.preventDefault();
  };
  for (const place of [slots.controls, slots.parts, slot(figure, 'stage')]) {
    place.addEventListener('click', parts.click, { signal: ended.signal });
    place.addEventListener('keydown', onKey, { signal: ended.signal });
  }
  const mounted = (update: (next: ParameterValues<D>) => void, stop?: () => void): MountedWidget<D> => {
    const widget: MountedWidget<D> = {
      update,
      async start() {
        try {
          await stage.start();
          widget.still = () => stage.picture();
          setStill(false);
        } catch (reason) {
          // A part that did not come may yet come; what the browser refuses cannot be moved.
          if (!(reason instanceof LoadFailure)) setStill(true);
          throw reason;
        }
      },
      release() {
        delete widget.still;
        stage.release();
      },
      pause: stage.pause,
      resume: stage.resume,
      dispose() {
        ended.abort();
        stop?.();
        stage.dispose();
        places.restore();
      },
    };
    return widget;
  };
  return { places, around, stage, write, explore, move, mounted };
}
