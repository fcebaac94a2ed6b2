import type { PlayerDrawing } from '../../figure/collective-player/playerDrawing.ts';
import { flatProfile } from '../../model/collective/flat/flatProfile.ts';
import { modelWorker, WORKER_FROM_NPUS } from '../../worker/client.ts';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { moves, type Move } from '../moveControls.ts';
import { readValue } from '../parameter.ts';
import { phrases } from '../phrases.ts';
import type { LiveScene } from '../stage.ts';
import { stageFigure } from '../stageFigure.ts';
import { percentText, playSeconds, steppedTo } from './clock.ts';
import { bytesAt } from './controls.ts';
import { playerDrawing } from './drawing.ts';
import { declaration, mostRuns, parameters, type PlayerParameters, type PlayerValues } from './params.ts';
import type { PlayerData } from './playerData.ts';
import { remembered, type ProfileSource } from './profiles.ts';
import { clockLength, pairsOf, runsOf, type Run } from './runs.ts';
import { playerPictures } from './stage.ts';
import { changeText, playerView } from './view.ts';

/** Milliseconds between two writings of the words while the clock runs: what changes faster cannot be read. */
const wordsEvery = 250;

/** Makes the player work: the clock, its machines and all words follow the state, and the state follows them. */
export function workPlayer(
  figure: HTMLElement,
  { params, data, strings, host }: WidgetContext<PlayerParameters, PlayerData>,
): MountedWidget<PlayerParameters> {
  const say = phrases(strings, declaration.id);
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  let values: PlayerValues = params;
  let playing: { frame: number; last: number | null; written: number } | null = null;
  let gone = false;
  const source: ProfileSource = (request) =>
    request.ranks < WORKER_FROM_NPUS
      ? flatProfile(request)
      : modelWorker().request('collective.profile', request);
  const profiles = remembered(source, () => {
    if (!gone) put(values, false);
  });
  let runs: readonly Run[] = [];
  const shown = (): PlayerDrawing => playerDrawing(say, runs, values);
  const look = () => {
    runs = runsOf(say, data, values, profiles);
  };
  look();
  const player = stageFigure<PlayerParameters, PlayerDrawing, LiveScene<PlayerDrawing>>(figure, host, {
    parameters,
    say,
    values: () => values,
    shown,
    view: (around) => playerView(say, data, values, { ...around, playing: playing !== null }, profiles),
    ...playerPictures,
    click,
  });
  const { controls, parts } = player.places.slots;

  /** Shows a state. @param told whether the page is to hear what it means */
  function put(next: PlayerValues, told = true): void {
    const before = values;
    values = next;
    look();
    player.write();
    player.stage.show(shown());
    if (told) host.announce(changeText(say, runs, values, before));
  }
  const change = (changed: Partial<PlayerValues>, discrete = true) => {
    pause();
    put({ ...values, ...changed });
    host.change(values, { discrete });
  };

  const tick = (now: number) => {
    if (!playing) return;
    const seconds = playing.last === null ? 0 : Math.min(0.1, (now - playing.last) / 1000);
    playing.last = now;
    const percent = Number(values.time) + (100 * seconds) / playSeconds;
    values = { ...values, time: percentText(percent) };
    player.stage.show(shown());
    if (now - playing.written > wordsEvery) {
      playing.written = now;
      player.write();
    }
    if (percent >= 100) return pause();
    playing.frame = requestAnimationFrame(tick);
  };
  const play = () => {
    if (playing || stillness.matches || clockLength(runs) === 0) return;
    if (Number(values.time) >= 100) values = { ...values, time: '0' };
    playing = { frame: requestAnimationFrame(tick), last: null, written: 0 };
    player.write();
    host.announce(say('said.playing'));
  };
  /** Stops the clock where it stands. */
  function pause(): void {
    if (!playing) return;
    cancelAnimationFrame(playing.frame);
    playing = null;
    put(values);
    host.change(values, { discrete: false });
  }

  const setPairs = (pairs: ReturnType<typeof pairsOf>) =>
    change({
      systems: pairs.map(({ system }) => system).join(','),
      algorithm: pairs.map(({ plan }) => plan).join(','),
    });
  const verbs: Readonly<Record<string, () => void>> = {
    play,
    pause,
    step: () => change({ time: percentText(steppedTo(runs, Number(values.time), true)) }),
    back: () => change({ time: percentText(steppedTo(runs, Number(values.time), false)) }),
    add: () => setPairs([...pairsOf(values), pairsOf(values).at(-1)!].slice(0, mostRuns)),
    latest: () => change({ asof: 'latest' }),
    explore: () => player.explore(!player.around.exploring),
  };
  function click(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLElement>('button');
    const { set, value = '', do: verb, drop } = button?.dataset ?? {};
    if (drop !== undefined) setPairs(pairsOf(values).filter((_, index) => index !== Number(drop) - 1));
    else if (set !== undefined && set in parameters) {
      const wanted = readValue(parameters[set as keyof PlayerParameters], value);
      if (wanted !== undefined && values[set as keyof PlayerValues] !== wanted) change({ [set]: wanted });
    } else if (verb && verb in verbs) verbs[verb]!();
    else if (verb && verb in moves) player.move(verb, moves[verb as Move]);
  }
  /** A field is set; while a slider slides, the drawing goes along and nothing is said. */
  const onField = ({ type, target }: Event) => {
    const field = target as HTMLInputElement | HTMLSelectElement;
    const [kind, number] = field.name.split('-');
    const ends = type === 'change';
    const slide = (changed: Partial<PlayerValues>) => {
      pause();
      put({ ...values, ...changed }, ends);
      host.change(values, { discrete: false });
    };
    if (field.name === 'time') slide({ time: percentText(Number(field.value)) });
    else if (field.name === 'size') slide({ bytes: bytesAt(Number(field.value)) });
    else if (!ends) return;
    else if (field.name === 'ranks') {
      const ranks = readValue(parameters.ranks, field.value.trim());
      if (typeof ranks === 'number') return change({ ranks }, false);
      host.error({ parameter: 'ranks', value: field.value, allowed: '1 … 16384', kept: true });
    } else if (number !== undefined)
      setPairs(
        pairsOf(values).map((pair, index) =>
          index === Number(number) - 1 ? ({ ...pair, [kind!]: field.value } as typeof pair) : pair,
        ),
      );
  };
  const ended = new AbortController();
  const { signal } = ended;
  for (const place of [controls, parts])
    for (const type of ['input', 'change']) place.addEventListener(type, onField, { signal });
  stillness.addEventListener('change', () => (playing ? pause() : player.write()), { signal });
  player.write();

  const mounted = player.mounted(
    (next) => {
      if (playing) cancelAnimationFrame(playing.frame);
      playing = null;
      put(next);
    },
    () => {
      gone = true;
      if (playing) cancelAnimationFrame(playing.frame);
      ended.abort();
    },
  );
  // What nobody sees does not run on. The widget stays one object: its picture is put on it once 3D has begun.
  const rest = mounted.pause;
  mounted.pause = () => {
    pause();
    rest?.();
  };
  return mounted;
}
