import { wholeRecord, type WholeRecord } from '../data/wholeRecord.ts';
import { figureStrings } from '../locale/figureStrings.ts';
import {
  allowedText,
  printValue,
  readParameters,
  type ParameterProblem,
  type ParameterValues,
} from '../widget/parameter.ts';
import type { FigureTwin } from '../widget/twin.ts';
import { twin as bandwidthCliff } from '../widget/bandwidth-cliff/twin.ts';
import { twin as failureBudget } from '../widget/failure-budget/twin.ts';
import { twin as interconnectExplorer } from '../widget/interconnect-explorer/twin.ts';
import { twin as collectivePlayer } from '../widget/collective-player/twin.ts';
import { twin as licenceCheck } from '../widget/licence-check/twin.ts';
import { twin as copperReach } from '../widget/copper-reach/twin.ts';
import { twin as modelFit } from '../widget/model-fit/twin.ts';
import { twin as packageExplorer } from '../widget/package-explorer/twin.ts';
import { twin as policyTimeline } from '../widget/policy-timeline/twin.ts';
import { twin as powersOfTen } from '../widget/powers-of-ten/twin.ts';
import { twin as rackCompare } from '../widget/rack-compare/twin.ts';
import { twin as supernodeHall } from '../widget/supernode-hall/twin.ts';
import { twin as topologyLab } from '../widget/topology-lab/twin.ts';
import { twin as thresholdMap } from '../widget/threshold-map/twin.ts';
import { cellText, type TwinTable } from '../widget/twinTable.ts';
import { parseArguments } from './argument.ts';
import type { Command } from './command.ts';
import { formatGrid } from './table.ts';
import { jsonText } from './output.ts';
import { knownCatalogue } from './record.ts';

/** Every figure by its id. A new figure is one line here. */
export const twins: Readonly<Record<string, FigureTwin>> = Object.fromEntries(
  [
    powersOfTen,
    supernodeHall,
    rackCompare,
    packageExplorer,
    interconnectExplorer,
    bandwidthCliff,
    copperReach,
    topologyLab,
    modelFit,
    licenceCheck,
    policyTimeline,
    collectivePlayer,
    thresholdMap,
    failureBudget,
  ].map((twin) => [twin.declaration.id, twin as FigureTwin]),
);

let record: WholeRecord | undefined;
const cuts = new Map<FigureTwin, unknown>();

/** A figure's slice of the record, cut once. */
function cutOf(twin: FigureTwin): unknown {
  if (!cuts.has(twin)) cuts.set(twin, twin.cut((record ??= wholeRecord(knownCatalogue()))));
  return cuts.get(twin);
}

/** `figure`: the table that stands for a figure, in any state, on any day of knowledge. */
export const figure: Command = {
  summary: 'the table of a figure of the site in any state, as its page has it',
  help: `figure ID [--state QUERY] [--asof DAY] [--json]

  ID                  ${Object.keys(twins).join(', ')}
  --state QUERY       the state as it stands in the address of the figure's page: "system=gb200-nvl72&level=cabinet"
  --asof DAY          the day of knowledge, 2025-12-31: what was said later is left out
  --json              {"figure","sees","question":{"asks","form","answer","rule"},
                      "parameters":{…},"tables":[{"caption","columns":[{"key","label"}],
                      "rows":[{key: text}]}]}

figure ID --help lists the parameters of a figure.`,
  run(words) {
    const [id, ...rest] = words;
    const twin = id !== undefined && Object.hasOwn(twins, id) ? twins[id] : undefined;
    if (!twin)
      throw new RangeError(
        `${id === undefined || id.startsWith('--') ? 'the figure is missing' : `"${id}" is no figure`}: allowed are ${Object.keys(twins).join(', ')}`,
      );
    const args = parseArguments(rest, { state: 'value', asof: 'value', json: 'flag' });
    const { declaration } = twin;
    const query = new URLSearchParams(args.value('state') ?? '');
    const day = args.value('asof');
    if (day !== undefined && query.has('asof'))
      throw new RangeError(
        `--asof is "${day}" beside asof=${query.get('asof')!} in --state: allowed is one of them`,
      );
    if (day !== undefined) query.set('asof', day);
    for (const name of query.keys())
      if (!Object.hasOwn(declaration.parameters, name))
        throw new RangeError(
          `--state has "${name}": allowed are ${Object.keys(declaration.parameters).join(', ')}`,
        );
    const { values, problems } = readParameters(declaration.parameters, query);
    const [problem] = problems;
    if (problem) throw refusal(problem, day);
    const strings = figureStrings(declaration.id, 'en');
    const data = cutOf(twin);
    const refused = twin.refuses?.(strings, data, values);
    if (refused) throw refusal(refused, day);
    const tables = twin.tables(strings, data, values);
    const parameters = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, printValue(value)]),
    );
    return args.flag('json')
      ? jsonText({
          figure: declaration.id,
          title: declaration.title,
          sees: declaration.sees,
          question: questionFields(twin, strings, data, values),
          parameters,
          tables: tables.map(tableFields),
        })
      : tables.map(tableText).join('\n\n');
  },
};

/** The question of a figure with its right answer in this state and the rule by which one counts. */
function questionFields(
  { declaration, question }: FigureTwin,
  strings: Readonly<Record<string, string>>,
  data: unknown,
  values: ParameterValues,
) {
  return {
    asks: strings[`${declaration.id}.${question.asks}`],
    form: question.form,
    answer: question.answer(data, values),
    rule: question.rule,
  };
}

function refusal({ parameter, value, allowed }: ParameterProblem, day: string | undefined): RangeError {
  const argument = parameter === 'asof' && day !== undefined ? '--asof' : `--state ${parameter}`;
  return new RangeError(`${argument} is "${value}": allowed is ${allowed}`);
}

/** A table as JSON: its columns in order, and each row by the keys of its columns. */
function tableFields({ caption, columns, rows }: TwinTable) {
  return {
    caption,
    columns: columns.map(({ key, label }) => ({ key, label })),
    rows: rows.map(({ cells }) =>
      Object.fromEntries(columns.map(({ key }, index) => [key, cellText(cells[index]!)])),
    ),
  };
}

function tableText({ caption, columns, rows }: TwinTable): string {
  const lines = [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells.map(cellText))];
  return `${caption}\n\n${formatGrid(lines)}`;
}

/** The parameters of a figure, one a line. */
export function parametersHelp(id: string): string | undefined {
  const twin = Object.hasOwn(twins, id) ? twins[id] : undefined;
  if (!twin) return undefined;
  const { title, description, parameters } = twin.declaration;
  const lines = Object.entries(parameters).map(
    ([name, parameter]) =>
      `  ${name}\n      ${parameter.description ?? ''}\n      allowed: ${allowedText(parameter)}; default: ${printValue(parameter.default) || 'nothing'}`,
  );
  return `${id}: ${title}\n\n${description}\n\n${lines.join('\n')}`;
}
