import { playerPoster } from '../../../figure/collective-player/poster.ts';
import { packFaces } from '../../../figure/axonometry/pack.ts';
import type { Language } from '../../../locale/languages.ts';
import { posterFrames, wordLayers } from '../../../placement/label/wordLayers.ts';
import sheet from '../../../styles/charts.css?url';
import { playerDrawing } from '../../../widget/collective-player/drawing.ts';
import { declaration, parameters, type PlayerValues } from '../../../widget/collective-player/params.ts';
import { profilesHere } from '../../../widget/collective-player/profiles.ts';
import { runsOf } from '../../../widget/collective-player/runs.ts';
import { sizeChart } from '../../../widget/collective-player/sizes.ts';
import { playerView } from '../../../widget/collective-player/view.ts';
import { drawnState, markDrawn } from '../../../widget/drawnState.ts';
import type { ParameterValues } from '../../../widget/parameter.ts';
import { phrases } from '../../../widget/phrases.ts';
import { mediaKey } from '../mediaKey.ts';
import { howTo } from '../sectionStrings.ts';
import { drawingStrings } from '../sheetFigure.ts';
import type { StaticWidget, StillFrame } from '../staticWidget.ts';
import Controls from '../ViewControls.astro';
import Parts from '../ViewParts.astro';
import Table from '../ViewTable.astro';
import type { ViewedFigure } from '../viewedFigure.ts';
import { playerData } from './playerData.ts';

const profiles = profilesHere();

async function stateOf(values: ParameterValues, language: Language) {
  const data = await playerData();
  const own = drawingStrings(declaration.id, language);
  const say = phrases(own, declaration.id);
  const state = values as PlayerValues;
  return { data, own, say, state, runs: runsOf(say, data, state, profiles) };
}

async function draw(values: ParameterValues, language: Language, frame: StillFrame): Promise<string> {
  const { say, state, runs } = await stateOf(values, language);
  return playerPoster(playerDrawing(say, runs, state), frame, packFaces);
}

async function drawChart(values: ParameterValues, language: Language): Promise<string> {
  const { say, state, runs } = await stateOf(values, language);
  return sizeChart(say, runs, state, profiles);
}

async function prepare(values: ParameterValues, language: Language): Promise<ViewedFigure> {
  const { data, own, say, state, runs } = await stateOf(values, language);
  const around = { exploring: false, still: false, playing: false };
  const view = (newTab: boolean) => playerView(say, data, state, { ...around, newTab }, profiles);
  const drawing = playerDrawing(say, runs, state);
  const poster = (name: 'wide' | 'narrow') => {
    return playerPoster(drawing, posterFrames[name], packFaces, wordLayers(name));
  };
  const { title, note, status, asOf, summary, sources } = view(false);
  return {
    title,
    note,
    status,
    asOf,
    summary,
    sources,
    scale: say('ratio'),
    howTo: howTo(declaration.id, language),
    poster: markDrawn(poster('wide'), drawnState(parameters, state)),
    narrowPoster: poster('narrow'),
    key: mediaKey({ copper: say('copper'), light: say('light') }),
    data,
    strings: own,
    view,
  };
}

export const collectivePlayer: StaticWidget = {
  declaration,
  sheet,
  prepare,
  draw,
  drawChart,
  Controls,
  Parts,
  Table,
  late: true,
};
