import { readCatalogue } from '../../../../src/data/read.ts';
import { readLayouts } from '../../../../src/data/readLayouts.ts';
import { readTopologies } from '../../../../src/data/readTopologies.ts';
import { figureStrings } from '../../../../src/locale/figureStrings.ts';
import { strings } from '../../../../src/locale/translations.ts';
import { checkedValues } from '../../../../src/widget/interconnect-explorer/checked.ts';
import { exploredOf } from '../../../../src/widget/interconnect-explorer/explored.ts';
import { parameters } from '../../../../src/widget/interconnect-explorer/params.ts';
import { selectExplorer } from '../../../../src/widget/interconnect-explorer/select.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';

export const data = selectExplorer(readCatalogue(), readLayouts(), readTopologies());

const shared = [...strings('en')].flatMap(([key, text]): [string, string][] =>
  key.startsWith('supernode-hall.') ? [[key.replace('supernode-hall', 'interconnect-explorer'), text]] : [],
);
const own = figureStrings('interconnect-explorer', 'en');
export const say = phrases({ ...Object.fromEntries(shared), ...own }, 'interconnect-explorer');

export const valuesOf = (query = '') => readParameters(parameters, new URLSearchParams(query)).values;
export const stateOf = (query = '') => checkedValues(data, valuesOf(query)).values;
export const explore = (query = '') => exploredOf(data, stateOf(query));
