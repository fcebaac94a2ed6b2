import { expect } from 'vitest';
import type { WidgetDeclaration } from '../../src/widget/declaration.ts';
import type { FigureCheck, Load, LoadedFigure } from './figureCheck.ts';
import { goTo, queryOf, stateOf } from './figureState.ts';
import { foreignPage } from './foreignPage.ts';
import { address, alive } from './harness.ts';
import { borrow, type Loan, type PageMaking } from './pagePool.ts';

const still = { reducedMotion: 'reduce' } as const;
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
  /** Whether the figure on the desk can be brought into its first state by its address. */
  let clean = false;

  const giveBack = async () => {
    await loan?.giveBack();
    [loan, loaded, clean] = [undefined, undefined, false];
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
  const putBack = async (): Promise<LoadedFigure> => {
    const figure = onDesk();
    const { page } = figure;
    await page.emulateMedia({ media: null, colorScheme: null });
    await goTo(page, '');
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      scrollTo({ top: 0, behavior: 'instant' });
    });
    expect(queryOf(parameters, await stateOf(figure.figure))).toBe('');
    forget();
    return figure;
  };

  return {
    async look(check) {
      const query = check.query?.(declaration) ?? '';
      const kept = clean && loaded === check.on && query === '' && check.on !== 'without script';
      clean = false;
      await check.check(kept ? await putBack() : await load(check.on, query));
      clean = check.leaves === 'as found' && query === '' && check.on !== 'frame';
    },
    close: giveBack,
  };
}

const order: readonly Load[] = ['page', 'phone', 'without script', 'without WebGL', 'frame'];

/** Checks in the order that needs the fewest loads: load by load, and first those that leave the figure as they found it. */
export function byLoad(checks: readonly FigureCheck[]): FigureCheck[] {
  const rank = ({ on, leaves }: FigureCheck) => 2 * order.indexOf(on) + (leaves === 'as found' ? 0 : 1);
  return checks.toSorted((a, b) => rank(a) - rank(b));
}
