import { readCatalogue } from '../../../../src/data/read.ts';
import { wholeRecord } from '../../../../src/data/wholeRecord.ts';
import { figureStrings } from '../../../../src/locale/figureStrings.ts';
import { playerDrawing } from '../../../../src/widget/collective-player/drawing.ts';
import {
  declaration,
  parameters,
  type PlayerValues,
} from '../../../../src/widget/collective-player/params.ts';
import { profilesHere } from '../../../../src/widget/collective-player/profiles.ts';
import { runsOf } from '../../../../src/widget/collective-player/runs.ts';
import { twin } from '../../../../src/widget/collective-player/twin.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';

/** The player's data and words, and its runs and drawing in a state, as the build has them. */
export const data = twin.cut(wholeRecord(readCatalogue()));
export const strings = figureStrings(declaration.id, 'en');
export const say = phrases(strings, declaration.id);
export const profiles = profilesHere();

export const valuesOf = (query = ''): PlayerValues =>
  readParameters(parameters, new URLSearchParams(query)).values;
export const runsIn = (query = '') => runsOf(say, data, valuesOf(query), profiles);
export const drawingOf = (query = '') => playerDrawing(say, runsIn(query), valuesOf(query));
