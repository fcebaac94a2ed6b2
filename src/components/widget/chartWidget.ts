import type { Language } from '../../locale/languages.ts';
import sheet from '../../styles/charts.css?url';
import type { ChartView } from '../../widget/chartView.ts';
import type { WidgetDeclaration } from '../../widget/declaration.ts';
import type { ParameterValues } from '../../widget/parameter.ts';
import { phrases, type Phrases } from '../../widget/phrases.ts';
import { howTo, sectionStrings } from './sectionStrings.ts';
import type { StaticWidget } from './staticWidget.ts';
import ViewControls from './ViewControls.astro';
import ViewParts from './ViewParts.astro';
import ViewTable from './ViewTable.astro';
import type { ViewedFigure } from './viewedFigure.ts';

/**
 * The static half of a widget that is a flat chart.
 * @param cut makes its slice of the record, which is the same in every state and every language
 * @param view writes every text of it in a state; in a frame, links to sources open a new tab
 */
export function chartWidget<Data, Values>(
  declaration: WidgetDeclaration,
  cut: () => Promise<Data>,
  view: (say: Phrases, data: Data, values: Values, newTab: boolean) => ChartView,
): StaticWidget {
  const section = declaration.id;
  let slice: Promise<Data> | undefined;

  async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
    const data = await (slice ??= cut());
    const strings = sectionStrings(section, language);
    const say = phrases(strings, section);
    const shown = (newTab: boolean) => view(say, data, values as Values, newTab);
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
      data,
      strings,
      view: shown,
    };
  }

  return { declaration, sheet, prepare, Controls: ViewControls, Parts: ViewParts, Table: ViewTable };
}
