import { placeAt, scaleAt, stopAt } from '../../placement/flight/flight.ts';
import { stops, type Stop } from '../../placement/flight/stops.ts';
import { drawingWords } from '../../placement/flight/flightLabels.ts';
import { formatDate } from '../../encoding/date.ts';
import type { FlightScene, Pace } from '../../scene/powers-of-ten/scene.ts';
import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { loading } from '../loadFailure.ts';
import { morphInto } from '../morph.ts';
import { figurePlaces } from '../places.ts';
import { slot } from '../slot.ts';
import { stopOn, type FlightData } from './flightData.ts';
import { standFlight } from './machine.ts';
import type { FlightParameters } from './params.ts';
import { writeBeside } from '../scaleBar.ts';
import { scaleBarOf, scaleText } from './scale.ts';
import { scrolledPast } from './scroll.ts';

const written = ['title', 'note', 'status', 'asof', 'summary', 'sources', 'scale', 'poster'] as const;

/** Pixels that the scene measures its scale on. */
const measured = 72;

/** A drawing as a second one on its page: its ids are its own. */
const apart = (svg: string) => svg.replace(/(id="|href="#)powers-/g, '$1now-');

/**
 * Makes the flight work. On a page of ours the sections scroll past the stage and the scroll says where one is; in a
 * frame, which must not be scrolled from inside, the stepper alone does.
 */
export function workFlight(
  figure: HTMLElement,
  { params, data, host }: WidgetContext<FlightParameters, FlightData>,
): MountedWidget<FlightParameters> {
  const element = figure.closest<HTMLElement>('supernode-figure')!;
  const scrolls = element.getAttribute('context') !== 'embed';
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const places = figurePlaces(figure, written);
  const { slots } = places;
  const { controls, parts } = slots;
  const stage = slot(figure, 'stage');
  const sections = [...parts.querySelectorAll<HTMLElement>('.flight-stop')];
  const buttons = [...controls.querySelectorAll<HTMLButtonElement>('button[data-stop]')];
  const { props, plan } = standFlight(data.machine);
  const words = drawingWords(data.labels);
  const firstStill = slots.poster.innerHTML;
  const stills = Object.fromEntries(
    sections.map((section) => [
      section.dataset['stop'],
      apart(section.querySelector('.flight-still')?.innerHTML.trim() || firstStill),
    ]),
  ) as Record<Stop, string>;
  const built = element.querySelector<HTMLElement>('.flight-stop[data-current]')?.dataset['stop'] as Stop;

  const table = slot(figure, 'table');
  const builtAsof = sections[0]!.dataset['asof']!;
  let current = params.stage;
  /** The day of knowledge, and the one that the stops are told of. */
  let asof = params.asof;
  let told = builtAsof;
  let scene: FlightScene | undefined;
  let drawn: Stop = built;
  let away = false;
  let gone = false;
  let paused = false;
  /** Which start of the scene is the last asked for. */
  let turn = 0;
  /** The stop a press of a button leads to; scrolling past others on the way there is not arriving at them. */
  let heading: Stop | null = null;

  const draw = (at: Stop) => {
    if (drawn === at) return;
    slots.poster.innerHTML = stills[at];
    drawn = at;
  };
  const numberOf = (stop: Stop) => stops.indexOf(stop);
  const live = () => scene !== undefined && !away;

  const tellScale = () => {
    slots.scale.textContent = scaleText(props, plan, scaleAt(numberOf(current)));
  };

  const cite = () => {
    const at = current;
    const cited = `${at} ${asof}`;
    if (slots.sources.dataset['stop'] === cited) return;
    morphInto(slots.sources, stopOn(data, at, asof).sources);
    slots.sources.dataset['stop'] = cited;
    if (!scrolls)
      for (const link of slots.sources.querySelectorAll('a'))
        Object.assign(link, { target: '_blank', rel: 'noopener' });
  };
  const onLeaveSources = ({ relatedTarget }: FocusEvent) => {
    if (!slots.sources.contains(relatedTarget as Node | null)) cite();
  };

  const show = (at: Stop) => {
    current = at;
    const { title, note, status, asOf: read, summary } = stopOn(data, at, asof);
    const asOf = asof === 'latest' ? read : formatDate(asof);
    places.write({ title, note, status, asOf, summary });
    // A list that holds the focus stays: to come to its links the page scrolls, and the flight with it.
    if (!slots.sources.contains(document.activeElement)) cite();
    for (const button of buttons) {
      button.setAttribute('aria-current', button.dataset['stop'] === at ? 'step' : 'false');
    }
    for (const section of sections) section.toggleAttribute('data-current', section.dataset['stop'] === at);
    draw(at);
    if (!live()) tellScale();
  };

  /** Tells every stop as it was known on a day. */
  const tell = (day: string) => {
    asof = day;
    if (day === told) return;
    told = day;
    for (const section of sections) {
      const at = section.dataset['stop'] as Stop;
      const text = stopOn(data, at, day);
      const sentence = section.querySelector('.flight-sentence')!;
      sentence.textContent = text.sentence;
      while (sentence.nextElementSibling) sentence.nextElementSibling.remove();
      sentence.insertAdjacentHTML('afterend', text.facts);
      table.querySelector(`tr[data-row="${at}"]`)!.outerHTML = text.row;
    }
  };

  const arrive = (at: Stop, by: 'choice' | 'scroll') => {
    if (current === at) return;
    show(at);
    host.change({ stage: at }, by === 'choice' ? { discrete: true } : { discrete: false, scrolled: true });
    host.announce(stopOn(data, at, asof).said);
    host.select(at);
  };
  const fly = (place: number, pace: Pace) => scene?.fly(place, still.matches ? 'once' : pace);

  /** Where the stage stands when it sticks: below the stepper. */
  const line = () => Number.parseFloat(getComputedStyle(stage).top) || 0;
  const scrolled = () =>
    scrolledPast({
      line: line() + 1,
      tops: sections.map((section) => section.getBoundingClientRect().top),
      end: parts.getBoundingClientRect().bottom,
    });
  const onScroll = () => {
    const at = scrolled();
    const place = placeAt(at);
    fly(still.matches ? Math.round(place) : place, 'follow');
    const near = stopAt(place);
    if (heading !== null && near !== heading) return;
    heading = null;
    arrive(near, 'scroll');
  };
  const bring = (at: Stop, atOnce: boolean) => {
    const top = sections[numberOf(at)]!.getBoundingClientRect().top + scrollY - line();
    scrollTo({ top, behavior: atOnce || still.matches ? 'instant' : 'smooth' });
  };
  const lead = (at: Stop) => {
    if (scrolls) {
      heading = at;
      arrive(at, 'choice');
      bring(at, false);
    } else {
      arrive(at, 'choice');
      fly(numberOf(at), 'steps');
    }
  };

  const onClick = (event: Event) => {
    const at = (event.target as Element).closest<HTMLElement>('button[data-stop]')?.dataset['stop'];
    if (at) lead(at as Stop);
  };
  const onKey = (event: KeyboardEvent) => {
    const from = buttons.indexOf(event.target as HTMLButtonElement);
    if (from < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const button = to === undefined ? undefined : buttons[to];
    if (!button) return;
    event.preventDefault();
    button.focus({ preventScroll: true });
    lead(button.dataset['stop'] as Stop);
  };
  /** A hand on the page ends the way that a button began. */
  const letGo = () => {
    heading = null;
  };
  const scaleBar = (metres: number) => {
    const { share, text } = scaleBarOf(metres);
    const bar = slots.scale.querySelector<HTMLElement>('.flight-bar') ?? document.createElement('span');
    bar.className = 'flight-bar';
    bar.style.inlineSize = `${(measured * share).toFixed(1)}px`;
    writeBeside(slots.scale, bar, text);
  };

  /** On paper every section has its drawing beside it but the first, whose drawing is the stage's. */
  const onPrint = () => draw('package');
  const onPrinted = () => draw(current);

  const ended = new AbortController();
  const { signal } = ended;
  tell(asof);
  show(current);
  slots.sources.addEventListener('focusout', onLeaveSources, { signal });
  controls.addEventListener('click', onClick, { signal });
  controls.addEventListener('keydown', onKey, { signal });
  element.dataset['flight'] = '';
  if (scrolls) {
    addEventListener('scroll', onScroll, { passive: true, signal });
    for (const type of ['wheel', 'touchmove'] as const)
      addEventListener(type, letGo, { passive: true, signal });
    // The page opens at the stop that its address asks for, unless the reader has gone elsewhere by then.
    if (params.stage !== built && scrollY === 0) bring(params.stage, true);
    else onScroll();
  }
  addEventListener('beforeprint', onPrint, { signal });
  addEventListener('afterprint', onPrinted, { signal });

  const widget: MountedWidget<FlightParameters> = {
    update({ stage: at, asof: day }) {
      const sameDay = day === asof;
      tell(day);
      if (scrolls) {
        heading = at;
        bring(at, false);
      } else fly(numberOf(at), 'steps');
      if (current === at && sameDay) return;
      show(at);
      host.announce(stopOn(data, at, asof).said);
    },
    async start() {
      const mine = ++turn;
      const { startFlight } = await loading('scene', () => import('../../scene/powers-of-ten/scene.ts'));
      if (gone || mine !== turn || scene) return;
      const place = scrolls ? placeAt(scrolled()) : numberOf(current);
      scene = startFlight(stage, props, plan, words, still.matches ? Math.round(place) : place, {
        onScale: scaleBar,
        onLost() {
          away = true;
          tellScale();
        },
        onRestored() {
          away = false;
        },
        onGone: () => host.sceneGone(),
      });
      if (paused) scene.pause();
      widget.still = () => scene!.picture();
    },
    release() {
      turn++;
      delete widget.still;
      scene?.dispose();
      scene = undefined;
      away = false;
      tellScale();
    },
    pause() {
      paused = true;
      scene?.pause();
    },
    resume() {
      paused = false;
      scene?.resume();
    },
    dispose() {
      gone = true;
      ended.abort();
      tell(builtAsof);
      scene?.dispose();
      delete element.dataset['flight'];
      places.restore();
      for (const section of sections)
        section.toggleAttribute('data-current', section.dataset['stop'] === built);
      for (const button of buttons) {
        button.setAttribute('aria-current', button.dataset['stop'] === built ? 'step' : 'false');
      }
    },
  };
  return widget;
}
