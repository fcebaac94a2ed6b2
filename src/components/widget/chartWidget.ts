import { loadCatalogue } from '../../data/load.ts';
import { wholeRecord } from '../../data/wholeRecord.ts';
import type { Language } from '../../locale/languages.ts';
import sheet from '../../styles/charts.css?url';
import type { ChartView } from '../../widget/chartView.ts';
import type { ParameterDeclarations, ParameterValues } from '../../widget/parameter.ts';
import { phrases, type Phrases } from '../../widget/phrases.ts';
import type { FigureTwin } from '../../widget/twin.ts';
import { howTo, sectionStrings } from './sectionStrings.ts';
import type { StaticWidget, StillFrame } from './staticWidget.ts';
import ViewControls from './ViewControls.astro';
import ViewParts from './ViewParts.astro';
import ViewTable from './ViewTable.astro';
import type { ViewedFigure } from './viewedFigure.ts';

/**
 * The static half of a widget that is a flat chart.
 * @param twin makes its slice of the record, which is the same in every state and every language
 * @param view writes every text of it in a state; in a frame, links to sources open a new tab
 * @param options `carried`: what of the slice the browser receives, where its HTML holds the rest; `draw`: the drawing in
 * one frame, for stills; `key`: what its lines mean, as HTML
 */
export function chartWidget<D extends ParameterDeclarations, Data>(
  { declaration, cut }: FigureTwin<D, Data>,
  view: (say: Phrases, data: Data, values: ParameterValues<D>, newTab: boolean) => ChartView,
  {
    carried = (data) => data,
    draw,
    key,
  }: {
    readonly carried?: (data: Data) => unknown;
    readonly draw?: (say: Phrases, data: Data, values: ParameterValues<D>, frame: StillFrame) => string;
    readonly key?: (say: Phrases) => string;
  } = {},
): StaticWidget {
  const section = declaration.id;
  let slice: Promise<Data> | undefined;

  const cutOnce = () => (slice ??= loadCatalogue().then((catalogue) => cut(wholeRecord(catalogue))));

  async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
    const data = await cutOnce();
    const strings = sectionStrings(section, language);
    const say = phrases(strings, section);
    const shown = (newTab: boolean) => view(say, data, values as ParameterValues<D>, newTab);
    const { title, note, status, asOf, summary, sources, scale, drawings } = shown(false);
    const [poster = '', ...others] = drawings;
    return {
      title,
      note,
      status,
      asOf,
      summary,
      sources,
      scale,
      howTo: howTo(section, language),
      poster,
      narrowPoster: others.join(''),
      ...(key && { key: key(say) }),
      data: carried(data),
      strings,
      view: shown,
    };
  }

  const words = { Controls: ViewControls, Parts: ViewParts, Table: ViewTable };
  if (!draw) return { declaration, sheet, prepare, ...words };
  return {
    declaration,
    sheet,
    prepare,
    draw: async (values, language, frame) =>
      draw(
        phrases(sectionStrings(section, language), section),
        await cutOnce(),
        values as ParameterValues<D>,
        frame,
      ),
    ...words,
  };
}
