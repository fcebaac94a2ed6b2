import { readCatalogue } from '../../../../src/data/read.ts';
import { wholeRecord } from '../../../../src/data/wholeRecord.ts';
import { figureStrings } from '../../../../src/locale/figureStrings.ts';
import { checkedValues } from '../../../../src/widget/topology-lab/checked.ts';
import { parameters, type LabValues } from '../../../../src/widget/topology-lab/params.ts';
import { twin } from '../../../../src/widget/topology-lab/twin.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';

/** What the figure has of the record, its words, and its states. */
export const data = twin.cut(wholeRecord(readCatalogue()));
export const say = phrases(figureStrings('topology-lab', 'en'), 'topology-lab');
export const asked = (query = ''): LabValues => readParameters(parameters, new URLSearchParams(query)).values;
export const stateOf = (query = ''): LabValues => checkedValues(asked(query)).values;
