import type { Frame, Page, Request } from 'playwright-core';

/** Milliseconds within which a timer counts as something still to come. */
const soon = 650;
/** Frames in a row with nothing to come: observers report once a frame, and what they report may ask for another. */
const framesOfRest = 3;
/** Milliseconds of unrest after which a page is taken never to rest. */
const patience = 120_000;

/** What a page has asked its server for. */
interface Asked {
  readonly open: Set<Request>;
  answers: number;
}

const known = new WeakMap<Page, Asked>();

/** Keeps account of what a page asks its server for, from now on. */
export function watchRequests(page: Page): Readonly<Asked> {
  const before = known.get(page);
  if (before) return before;
  const asked: Asked = { open: new Set(), answers: 0 };
  const { open } = asked;
  known.set(page, asked);
  page.on('request', (request) => {
    // A new document gives up what the one before it still waited for.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) open.clear();
    open.add(request);
  });
  const answered = (request: Request) => {
    open.delete(request);
    asked.answers++;
  };
  page.on('requestfinished', answered);
  page.on('requestfailed', answered);
  return asked;
}

/**
 * Waits until a page, or a frame in it, has nothing more to do: no request is open, and for three frames nothing was drawn
 * and nothing is to come. Told by what the page asked for, so that it takes as long as the page does.
 * @param within milliseconds; a timer due later than this is not waited for
 * @throws after two minutes of unrest: against hanging alone, as no page at work is at it for so long on a slow machine
 */
export async function settle(page: Page, within = soon, place: Page | Frame = page): Promise<void> {
  const requests = watchRequests(page);
  const until = Date.now() + patience;
  // What an answer brings is done after it has come: it takes three frames without any.
  for (let answers = -1; requests.open.size > 0 || answers !== requests.answers;) {
    answers = requests.answers;
    if (Date.now() > until) {
      const open = [...requests.open].map((request) => request.url()).join(', ');
      throw new Error(
        `${page.url()}: still at work after ${patience / 1000} s without input; open requests: ${open || 'none'}`,
      );
    }
    await place.evaluate(
      async ({ within, framesOfRest, until }) => {
        const done = () => {
          const { draws, ticks } = window.measured.counts();
          return draws + ticks;
        };
        // Frames of the browser's own, which the page's account does not count.
        const frame = () =>
          new Promise<void>((resolve) => {
            const channel = new MessageChannel();
            window.measured.nextFrame(() => channel.port2.postMessage(null));
            channel.port1.onmessage = () => resolve();
          });
        let last = done();
        for (let rest = 0; rest < framesOfRest && Date.now() < until;) {
          await frame();
          const now = done();
          rest = now === last && window.measured.pending(within) === 0 ? rest + 1 : 0;
          last = now;
        }
      },
      { within, framesOfRest, until },
    );
  }
}
