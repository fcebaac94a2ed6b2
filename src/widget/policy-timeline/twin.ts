import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import { timelineOn } from './dated.ts';
import { eventRow, timelineTables } from './list.ts';
import { declaration, type TimelineParameters } from './params.ts';
import { question } from './question.ts';
import { eventTexts, selectMaps, selectTimeline } from './select.ts';
import { shownEvents } from './shown.ts';
import type { TimelineTwin } from './twinData.ts';

export const twin: FigureTwin<TimelineParameters, TimelineTwin> = {
  declaration,
  question,
  cut: (record) => ({
    data: selectTimeline(record.catalogue, record.exportControl().evidence_until, selectMaps(record)),
    texts: eventTexts(record.catalogue),
  }),
  tables(strings, { data: all, texts }, values) {
    const data = timelineOn(all, values.asof);
    const say = phrases(strings, declaration.id);
    const shown = new Set(shownEvents(data, values).map(({ id }) => id));
    return timelineTables(say, data, shown, (event) => eventRow(say, data, event, texts[event.id]!));
  },
  refuses(strings, { data: all }, values) {
    const data = timelineOn(all, values.asof);
    const known = {
      event: data.events.some(({ id }) => id === values.event),
      chip: values.chip in data.chips,
      rule: values.rule in data.rules,
    };
    const parameter = (['event', 'chip', 'rule'] as const).find((name) => values[name] && !known[name]);
    if (!parameter) return null;
    const allowed = phrases(strings, declaration.id)(`problem.${parameter}`);
    return { parameter, value: values[parameter], allowed };
  },
};
