import { failureBudget, type FailureBudget } from '../model/failure/budget.ts';
import { simulateBudget, type Estimate, type SimulatedBudget } from '../model/failure/estimate.ts';
import type { PartClass } from '../model/failure/part.ts';
import { publishedChecks } from '../model/failure/published.ts';
import { fitOf } from '../model/failure/rate.ts';
import { parseArguments } from './argument.ts';
import type { Command } from './command.ts';
import { failureArguments, failureHelp, partsOf, readerOf, readFailureInput } from './failureInput.ts';
import { jsonText } from './output.ts';
import { formatGrid, formatTable, numberText } from './table.ts';

const hour = 3600;
const seconds = (hours: number | null): number | null => (hours === null ? null : hours * hour);

/** `failure`: how often the parts of a machine fail, and how much of the time it runs. */
export const failure: Command = {
  summary: 'failures of the parts of a machine, and how much of the time it runs with spares and without',
  help: failureHelp,
  run: (args) => {
    const read = parseArguments(args, { ...failureArguments, checks: 'flag', json: 'flag' });
    if (read.flag('checks')) {
      const checks = publishedChecks(readerOf(read), partsOf('ub-mesh-superpod'));
      return read.flag('json') ? jsonText({ published: checks }) : checksText(checks);
    }
    const { classes, repair, seed } = readFailureInput(read);
    const exact = failureBudget(classes, repair);
    const chance = simulateBudget(classes, repair, seed);
    return read.flag('json')
      ? jsonText(answerFields(classes, exact, chance, seed))
      : answerText(classes, exact, chance);
  },
};

function answerFields(
  classes: readonly PartClass[],
  exact: FailureBudget,
  chance: SimulatedBudget | null,
  seed: number,
) {
  const told = (value: number) => (known(classes) ? value : null);
  const estimate = ({ value, error }: Estimate) => ({ value, error });
  return {
    parts: exact.classes.map(({ id, parts, firstFailureHours }, i) => {
      const { ratePerHour } = classes[i]!;
      return {
        part: id,
        count: parts,
        fit: ratePerHour === null ? null : fitOf(ratePerHour),
        mean_time_between_failures_s: ratePerHour ? hour / ratePerHour : null,
        first_failure_s: seconds(firstFailureHours),
      };
    }),
    unknown: classes.filter(({ ratePerHour }) => ratePerHour === null).map(({ id }) => id),
    first_failure_s: seconds(exact.firstFailureHours),
    time_between_stops_s: seconds(exact.hoursBetweenStops),
    availability: told(exact.availability),
    failures_per_year: told(exact.failuresPerYear),
    stops_per_year: told(exact.stopsPerYear),
    borne_per_year: told(exact.bornePerYear),
    standing_s_per_year: told(exact.standingHoursPerYear * hour),
    simulated: chance && {
      seed,
      years: chance.years,
      failures: chance.failures,
      availability: estimate(chance.availability),
      failures_per_year: estimate(chance.failuresPerYear),
      stops_per_year: estimate(chance.stopsPerYear),
    },
  };
}

/** Whether the rate of any part is known. */
const known = (classes: readonly PartClass[]): boolean =>
  classes.some(({ ratePerHour }) => ratePerHour !== null);
const noneKnown = 'no rate of any part is known';

const hoursText = (hours: number | null): string => (hours === null ? 'never' : `${numberText(hours)} h`);

function answerText(
  classes: readonly PartClass[],
  exact: FailureBudget,
  chance: SimulatedBudget | null,
): string {
  const parts = exact.classes.map(({ id, parts: count, firstFailureHours }, i) => {
    const { ratePerHour } = classes[i]!;
    const rate = ratePerHour === null ? 'not published' : `${numberText(fitOf(ratePerHour))} FIT`;
    return [id, String(count), rate, ratePerHour === null ? '' : hoursText(firstFailureHours)];
  });
  const table = formatGrid([['part', 'count', 'rate', 'first failure'], ...parts]);
  if (!known(classes)) return `${table}\n\n${noneKnown}`;
  const played = (of: Estimate | undefined) =>
    of ? `${numberText(of.value)} ± ${of.error.toPrecision(2)}` : '';
  const share = (value: number) => `${numberText(value * 100)} %`;
  const rows = [
    ['', 'exactly', chance ? `by chance, ${numberText(chance.years)} years` : ''],
    ['first failure of any part', hoursText(exact.firstFailureHours), ''],
    [
      'availability',
      share(exact.availability),
      chance
        ? `${(chance.availability.value * 100).toFixed(3)} ± ${(chance.availability.error * 100).toPrecision(2)} %`
        : '',
    ],
    ['running time between stops', hoursText(exact.hoursBetweenStops), ''],
    ['failures a year', numberText(exact.failuresPerYear), played(chance?.failuresPerYear)],
    ['stops for a repair a year', numberText(exact.stopsPerYear), played(chance?.stopsPerYear)],
    ['failures borne a year', numberText(exact.bornePerYear), ''],
    ['standing time a year', `${numberText(exact.standingHoursPerYear)} h`, ''],
  ];
  const left = classes.filter(({ ratePerHour }) => ratePerHour === null).map(({ id }) => id);
  const remark = left.length > 0 ? `\n\nwithout ${left.join(', ')}, of which no rate is published` : '';
  return `${table}\n\n${formatGrid(rows)}${remark}`;
}

function checksText(checks: ReturnType<typeof publishedChecks>): string {
  const one = (unit: 'share' | 'hours', value: number) =>
    unit === 'share' ? `${numberText(value * 100)} %` : `${numberText(value)} h`;
  return formatTable(
    checks.map(({ id, unit, published, computed }): [string, string] => [
      id,
      `${one(unit, published)} published, ${computed.map((value) => one(unit, value)).join(' to ')} computed`,
    ]),
  );
}
