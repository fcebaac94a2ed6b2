import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { WidgetDeclaration } from '../../src/widget/declaration.ts';
import type { FigureCheck, Load, LoadedFigure } from './figureCheck.ts';
import { arrive, goTo, queryOf, stateOf } from './figureState.ts';
import { foreignPage } from './foreignPage.ts';
import { address, alive } from './harness.ts';
import { borrow, desk, type Loan, type PageMaking } from './pagePool.ts';

/** What is checked here is told in CSS pixels: a scene that the processor paints need not be painted finely. */
const still = { reducedMotion: 'reduce', deviceScaleFactor: 0.25 } as const;
const makings: Readonly<Record<Load, PageMaking>> = {
  page: still,
  phone: { ...still, viewport: { width: 375, height: 760 }, hasTouch: true, isMobile: true },
  'without script': { javaScriptEnabled: false },
  'without WebGL': { ...still, withoutWebgl: true },
  frame: still,
};

/** A page around the embed of a figure that keeps what the embed says to it in `window.said`. */
const around = (id: string, query: string) =>
  `<iframe src="${address}/embed/v1/${id}/${query}" title="Figure" width="700" height="900" sandbox="allow-scripts"></iframe>
<script>window.said = []; addEventListener('message', ({ data }) => said.push(data));</script>`;

/** Lets the checks of one figure look at it, one after another, on as few loads as they allow. */
export interface FigureDesk {
  look(check: FigureCheck): Promise<void>;
  close(): Promise<void>;
}

/** Sets a desk up for one figure. */
export function figureDesk(declaration: WidgetDeclaration): FigureDesk {
  const { id, parameters } = declaration;
  let loan: Loan | undefined;
  let loaded: Load | undefined;
  /** What the last check left; nothing can be had of a page on which one failed. */
  let left: FigureCheck['leaves'] = 'spent';

  const giveBack = async () => {
    await loan?.giveBack();
    [loan, loaded, left] = [undefined, undefined, 'spent'];
  };
  const onDesk = (): LoadedFigure => {
    const { page, errors, thrown, requests } = loan!;
    const inFrame = loaded === 'frame';
    const place = `${address}${inFrame ? `/embed/v1/${id}/` : `/en/widgets/${id}/`}`;
    const figure = (inFrame ? page.frameLocator('iframe') : page).locator('supernode-figure').first();
    return { id, declaration, place, page, errors, thrown, requests, figure };
  };
  const forget = () => {
    for (const heard of [loan!.errors, loan!.thrown, loan!.requests]) heard.length = 0;
  };
  const load = async (on: Load, query: string): Promise<LoadedFigure> => {
    if (loaded !== on) {
      await giveBack();
      loan = await borrow(makings[on]);
      loaded = on;
    }
    const figure = onDesk();
    const target = on === 'frame' ? await foreignPage(around(id, query)) : figure.place + query;
    await figure.page.goto('about:blank');
    forget();
    await figure.page.goto(target, { waitUntil: 'load' });
    if (on !== 'without script') await alive(figure.figure);
    return figure;
  };
  /** The page as it was loaded, but for the figure. */
  const straighten = async (page: Page) => {
    await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null });
    const viewport = makings[loaded!].viewport ?? desk;
    await page.setViewportSize(viewport);
    await page.evaluate(async () => {
      (document.activeElement as HTMLElement | null)?.blur();
      scrollTo({ top: 0, behavior: 'instant' });
      // The scroll is told in the next frame, and a figure that comes before would take it for the reader's.
      const frame = () => new Promise<void>((next) => window.measured.nextFrame(() => next()));
      for (let frames = 0; frames < 2; frames++) await frame();
    });
  };
  /** Brings the figure into its first state by its address. */
  const putBack = async (): Promise<LoadedFigure> => {
    const figure = onDesk();
    await straighten(figure.page);
    await goTo(figure.page, '');
    expect(queryOf(parameters, await stateOf(figure.figure))).toBe('');
    forget();
    return figure;
  };
  /** Puts the figure into the page anew. */
  const renew = async (query: string): Promise<LoadedFigure> => {
    const figure = onDesk();
    await straighten(figure.page);
    forget();
    await arrive(figure.figure, query);
    return figure;
  };
  const prepare = async ({ on, untouched, query }: FigureCheck): Promise<LoadedFigure> => {
    const asked = query?.(declaration) ?? '';
    const found = left;
    left = 'spent';
    if (loaded !== on || untouched || found === 'spent' || on === 'frame') return load(on, asked);
    if (on === 'without script') return found === 'as found' && asked === '' ? onDesk() : load(on, asked);
    return found === 'as found' && asked === '' ? putBack() : renew(asked);
  };

  return {
    async look(check) {
      await check.check(await prepare(check));
      left = check.leaves;
    },
    close: giveBack,
  };
}

const order: readonly Load[] = ['page', 'phone', 'without script', 'without WebGL', 'frame'];

/** Checks in the order that needs the fewest loads: load by load, and first those that leave most. */
export function byLoad(checks: readonly FigureCheck[]): FigureCheck[] {
  const wear = ['as found', 'worn', 'spent'] as const;
  const rank = ({ on, leaves }: FigureCheck) => wear.length * order.indexOf(on) + wear.indexOf(leaves);
  return checks.toSorted((a, b) => rank(a) - rank(b));
}
