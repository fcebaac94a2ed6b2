import { formatDate } from '../../encoding/date.ts';
import { mapThumb } from '../../figure/threshold-map/thumb.ts';
import { markup, when, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import type { TimelineValues } from './params.ts';
import type { BeatMap, TimelineData } from './timelineData.ts';
import { beatBeside, beats, type Told } from './told.ts';

/** Pixels: the width of the words beside the sheet. */
const thumb = { width: 262, height: 140 } as const;

/** The stepper, and what the beat tells: its moves, in words, and the chip map of its day. */
export function beatHtml(say: Phrases, data: TimelineData, values: TimelineValues, beat: Told | null): Raw {
  const at = beat ? beats.indexOf(beat) + 1 : 0;
  const id = beat?.id ?? 'all';
  const step = (verb: 'back' | 'on', by: 1 | -1) =>
    markup`<button type="button" data-beat="${beatBeside(id, by)}" data-step="${verb}">${say(`beat.${verb}`)}</button>`;
  const steps = markup`<p class="words moves-steps">${step('back', -1)}<span>${beat ? say('beat.at', { at, all: beats.length }) : say('beat.none', { all: beats.length })}</span>${step('on', 1)}${when(beat, () => markup`<button type="button" data-beat="all">${say('beat.all')}</button>`)}</p>`;
  if (!beat)
    return markup`<div class="moves-beat" role="group" aria-label="${say('beat.group')}">${steps}</div>`;
  const map = values.asof === 'latest' ? data.maps[beat.id] : undefined;
  const told = beat.events.map((id) => data.events.find((event) => event.id === id)!);
  const links = told.map(
    ({ id, short, date }) =>
      markup`<li><span class="moves-dated">${formatDate(date)}: </span><button type="button" data-event="${id}">${short}</button></li>`,
  );
  return markup`<div class="moves-beat" role="group" aria-label="${say('beat.group')}">${steps}<p class="moves-name">${say(`beat.${beat.id}.title`)}</p><p>${say(`beat.${beat.id}.text`)}</p><ul class="words">${links}</ul>${when(map, () => mapHtml(say, map!))}</div>`;
}

function mapHtml(say: Phrases, { day, parts, marks }: BeatMap): Raw {
  const svg = mapThumb(
    {
      parts: parts.map(([low, high, dense, denser]) => ({
        tpp: { low, high: high ?? Infinity },
        density: { low: dense, high: denser ?? Infinity },
      })),
      marks: marks.map(([tpp, density, form, square, name]) => {
        const written = name !== null && form === 'letter' ? say('map.letter', { name }) : name;
        return { tpp, density, form, square, later: false, name: written };
      }),
      words: { x: say('map.x'), y: say('map.y') },
    },
    thumb,
  );
  const held = marks.filter(([, , form]) => form === 'listed').length;
  const letters = marks.filter(([, , form]) => form === 'letter').length;
  const said = say(letters > 0 ? 'map.said-letters' : 'map.said', { day: formatDate(day), all: marks.length, held, letters }); // prettier-ignore
  return markup`<figure class="moves-map">${{ html: svg }}<figcaption class="figure-muted">${said}</figcaption></figure>`;
}
