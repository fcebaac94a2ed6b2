import '../../styles/comparison.css';
import { formatNumber } from '../../encoding/format.ts';
import { packFaces } from '../../figure/axonometry/pack.ts';
import { sheetPoster } from '../../figure/sheet/poster.ts';
import type { Language } from '../../locale/languages.ts';
import { posterFrames, wordLayers } from '../../placement/label/wordLayers.ts';
import { strings } from '../../locale/translations.ts';
import { drawnState, markDrawn } from '../../widget/drawnState.ts';
import type { ParameterDeclarations, ParameterValues } from '../../widget/parameter.ts';
import { phrases } from '../../widget/phrases.ts';
import type { SheetWidget } from '../../widget/sheetFigure.ts';
import { roundRatio } from '../../widget/stage.ts';
import { howTo, sectionStrings } from './sectionStrings.ts';
import type { StillFrame } from './staticWidget.ts';
import type { ViewedFigure } from './viewedFigure.ts';

/** Words that every drawing says alike; the drawing of a supernode has them. */
const common = /^(pair|sign|do|moved|basis)\.|^(group\.move|ratio|dimension|said\.explore-o\w+)$/;

/** Strings of a widget with a drawing in 3D: its own, those common to drawings, and the names of some classes of parts. */
export function drawingStrings(
  section: string,
  language: Language,
  parts: readonly string[] = [],
): Record<string, string> {
  const hall = 'supernode-hall.';
  const borrowed = [...strings(language)].flatMap(([key, text]): [string, string][] => {
    if (!key.startsWith(hall)) return [];
    const own = key.slice(hall.length);
    const [, part] = /^part\.([^.]+)\.(?:one|many)$/.exec(own) ?? [];
    return common.test(own) || (part && parts.includes(part)) ? [[`${section}.${own}`, text]] : [];
  });
  return { ...Object.fromEntries(borrowed), ...sectionStrings(section, language) };
}

/** The drawing of a sheet in one frame. @param parts classes of parts whose names it says */
export function drawSheet<D extends ParameterDeclarations, Data>(
  widget: SheetWidget<D, Data>,
  data: Data,
  values: ParameterValues<D>,
  language: Language,
  frame: StillFrame,
  parts: readonly string[] = [],
): string {
  const say = phrases(drawingStrings(widget.section, language, parts), widget.section);
  return sheetPoster(widget.shown(say, data, values).sheet, frame, packFaces).svg;
}

/**
 * Makes the static half of a widget whose drawing is a sheet.
 * @param parts classes of parts whose names it says
 */
export function prepareSheet<D extends ParameterDeclarations, Data>(
  widget: SheetWidget<D, Data>,
  data: Data,
  values: ParameterValues<D>,
  language: Language,
  parts: readonly string[] = [],
): ViewedFigure {
  const own = drawingStrings(widget.section, language, parts);
  const say = phrases(own, widget.section);
  const view = (newTab: boolean) =>
    widget.view(say, data, values, { exploring: false, still: false, newTab });
  const { sheet } = widget.shown(say, data, values);
  const wide = sheetPoster(sheet, posterFrames.wide, packFaces, wordLayers('wide'));
  const drawn = drawnState(widget.parameters, values);
  const { title, note, status, asOf, summary, sources } = view(false);
  return {
    title,
    note,
    status,
    asOf,
    summary,
    sources,
    scale: say('ratio', { ratio: formatNumber(roundRatio(wide.ratio)) }),
    howTo: howTo(widget.section, language),
    poster: markDrawn(wide.svg, drawn),
    narrowPoster: sheetPoster(sheet, posterFrames.narrow, packFaces, wordLayers('narrow')).svg,
    data,
    strings: own,
    view,
  };
}
