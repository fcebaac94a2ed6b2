import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import type { PackageData } from './packageData.ts';
import { declaration, type PackageParameters } from './params.ts';
import { question } from './question.ts';
import { selectPackages } from './select.ts';
import { packageTables } from './view.ts';

export const twin: FigureTwin<PackageParameters, PackageData> = {
  declaration,
  question,
  cut: ({ catalogue, packages }) => selectPackages(catalogue, packages()),
  tables: (strings, data, values) => packageTables(phrases(strings, declaration.id), data, values),
};
