import type { RateLine, ReachProps, ShareBar } from '../../figure/copper-reach/reachProps.ts';
import type { Piece } from '../../model/channel/link.ts';
import { isLight } from '../../model/channel/medium.ts';
import { wireDiameter } from '../../model/channel/twinax.ts';
import type { Phrases } from '../phrases.ts';
import type { RecordSlice } from '../recordedFigure.ts';
import { decibels, isClosed, lengthText, metres } from './amount.ts';
import { shareKeys, type Share } from './keys.ts';
import { saidOn } from './known.ts';
import { gauges, type ReachValues } from './params.ts';
import { reckon, reckonRates, type Reckoned, type ReckonedRate } from './reckon.ts';

/** What a rate is called with how far a plain cable reaches at it. */
export const rateText = (say: Phrases, { rate, reach }: Pick<ReckonedRate, 'rate' | 'reach'>): string =>
  reach > 0 ? say('rate-reach', { rate, metres: metres(reach) }) : say('rate-none', { rate });

/** What is left of the budget, or over it, in a few words. */
export const verdictText = (say: Phrases, { margin }: Pick<Reckoned, 'margin'>): string =>
  say(isClosed(margin) ? 'short' : decibels(margin) === '0' ? 'even' : 'left', { loss: decibels(margin) });

/** Shares of the media as they had been published by a day; none before. */
function sharesOn(say: Phrases, data: RecordSlice, asof: string): ShareBar[] {
  return (Object.keys(shareKeys) as Share[]).flatMap((id): ShareBar[] => {
    const said = saidOn(data, shareKeys[id], asof);
    if (typeof said?.value !== 'number') return [];
    return [{ id, kind: id, share: said.value, label: say(`share.${id}`, { share: said.text }) }];
  });
}

/** What the ends of a link lose, the pieces of one kind added. */
function endsOf({ spans }: Reckoned): ReachProps['ends'] {
  const kinds = ['package', 'board', 'connector'] as const;
  const most = spans.reduce((a, b) => (endLoss(b.pieces) > endLoss(a.pieces) ? b : a));
  return kinds.map((kind) => ({
    kind,
    loss: most.pieces.filter((one) => one.kind === kind).reduce((sum, { loss }) => sum + loss, 0),
  }));
}

const endLoss = (pieces: readonly Piece[]): number =>
  pieces.filter(({ kind }) => kind !== 'cable').reduce((sum, { loss }) => sum + loss, 0);

/** The state as the drawing takes it. */
export function reachProps(say: Phrases, data: RecordSlice, values: ReachValues): ReachProps {
  const one = reckon(data, values);
  const { medium, rate, gauge } = values;
  const length = values.length / 100;
  // A trace all the way has no ends of board: its own board is what is crossed.
  const ends = medium === 'board' ? endsOf(reckon(data, { ...values, length: 0 })).map((piece) => piece.kind === 'board' ? { ...piece, loss: 0 } : piece) : endsOf(one); // prettier-ignore
  const crossing = medium === 'active' ? one.spans[1]! : one.spans[0]!;
  const start = crossing.loss - one.slope * length;
  const flat = Math.max(...one.spans.filter((span) => span !== crossing).map(({ loss }) => loss), 0);
  const lost = ends.reduce((sum, { loss }) => sum + loss, 0);
  return {
    medium,
    light: isLight(medium),
    length,
    board: medium === 'co' ? 0 : values.board / 100,
    thickness: wireDiameter(Number(gauge)) / wireDiameter(Number(gauges[0])),
    budget: one.lane.budget,
    closed: isClosed(one.margin),
    open: one.margin / reckon(data, { ...values, length: 0 }).margin,
    flat,
    start,
    slope: one.slope,
    reach: one.reach,
    ends,
    rates: reckonRates(data, values).map((line): RateLine => ({
      id: line.rate,
      short: line.rate,
      label: rateText(say, line),
      brief:
        line.reach > 0
          ? say('brief', { rate: line.rate, metres: metres(line.reach) })
          : say('brief-none', { rate: line.rate }),
      ends: line.ends,
      slope: line.slope,
      budget: line.lane.budget,
      reach: line.reach,
      current: line.rate === rate,
    })),
    shares: sharesOn(say, data, values.asof),
    bits: rate === '25' ? 1 : 2,
    words: {
      verdict: verdictText(say, one),
      what: say('what', {
        rate,
        length: lengthText(values.length),
        medium: say(`over.${medium}`, { gauge }),
      }),
      length: say('length', { length: lengthText(values.length) }),
      metres: say('axis.metres'),
      loss: say('axis.loss'),
      budget: say('budget', { loss: decibels(one.lane.budget) }),
      ends: say('ends'),
      endsLoss: say('ends-loss', { loss: decibels(lost) }),
      eye: say(isClosed(one.margin) ? 'eye.closed' : 'eye.open'),
      shares: say('share.title'),
      medium: say(`medium.${medium}`),
    },
  };
}
