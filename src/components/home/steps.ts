/** Keys that lead from one stop to another, as steps; the ends are far enough for any number of stops. */
const keys: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

/** Stops of the flight that stood here had an address of another form, which still leads to the same place. */
function followOldAddress(): void {
  const asked = new URLSearchParams(location.search).get('stage');
  if (asked === null || location.hash !== '') return;
  const stop = document.getElementById(asked === 'return' ? 'package' : asked);
  if (stop?.classList.contains('wire-stop')) location.replace(`#${stop.id}`);
}

/**
 * Makes the stepper of the wire work: its links lead to the stops without it; with it arrow keys lead on and back while one of
 * them has the focus, and the stop in sight is marked and stands in the address.
 */
export function stepWire(wire: HTMLElement): void {
  const links = [...wire.querySelectorAll<HTMLAnchorElement>('.wire-steps > a')];
  const stops = links.map((link) => document.getElementById(link.hash.slice(1))!);
  let current = -1;

  const mark = (index: number): void => {
    if (index === current) return;
    current = index;
    links.forEach((link, i) => {
      if (i === index) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    });
    const hash = links[index]?.hash ?? '';
    // A stop that the reader came past makes no entry in the history.
    const bare = location.pathname + location.search;
    if (index >= 0 && location.hash !== hash) history.replaceState(history.state, '', bare + hash);
    if (index < 0 && links.some((link) => link.hash === location.hash))
      history.replaceState(history.state, '', bare);
  };

  // The stop that the middle of the window lies in.
  const inSight = new Set<Element>();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
      mark(stops.findIndex((stop) => inSight.has(stop)));
    },
    { rootMargin: '-50% 0px -50% 0px' },
  );
  for (const stop of stops) seen.observe(stop);

  wire.addEventListener('keydown', (event) => {
    const from = links.indexOf(event.target as HTMLAnchorElement);
    const step = keys[event.key];
    if (from < 0 || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(links.length - 1, from + step));
    links[to]!.focus({ preventScroll: true });
    stops[to]!.scrollIntoView({ behavior: 'instant' });
  });

  followOldAddress();
}
