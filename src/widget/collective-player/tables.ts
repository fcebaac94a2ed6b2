import { amountText } from '../../encoding/bytes.ts';
import { durationText } from '../../encoding/duration.ts';
import { formatNumber, formatRounded } from '../../encoding/format.ts';
import type { Phrases } from '../phrases.ts';
import { figureOn } from '../recordedFigure.ts';
import { columnsOf, type TwinTable } from '../twinTable.ts';
import { numbersOf } from './chipNumbers.ts';
import { shareText } from './drawing.ts';
import { levelName, levelsOf } from './levels.ts';
import type { PlayerValues } from './params.ts';
import type { PlayerData } from './playerData.ts';
import { profilesHere, type Profiles } from './profiles.ts';
import { clockTime, machineName, momentOf, runName, runsOf, type Run } from './runs.ts';
import { balance } from '../../figure/collective-player/sizes.ts';
import { measuredOf, sizeLine } from './sizes.ts';
import { stepText } from './stepText.ts';

/** Most rows of phases: those of equal steps stand in one. */
const mostStretches = 60;

/** The table twin: what is drawn of each run, its steps, its time by size, what was measured, and whence it comes. */
export function playerTables(
  say: Phrases,
  data: PlayerData,
  values: PlayerValues,
  profiles: Profiles = profilesHere(),
): TwinTable[] {
  const column = (key: string) => say(`table.${key}`);
  const runs = runsOf(say, data, values, profiles);
  const seconds = clockTime(runs, values);
  const each = <T>(make: (run: Run) => readonly T[]): T[] => runs.flatMap(make);
  const machines = [...new Set(runs.map(({ machine }) => machine))];
  const tables: TwinTable[] = [
    {
      caption: say('table.runs', { time: durationText(seconds), bytes: amountText(values.bytes) }),
      columns: columnsOf(
        column,
        ['run', 'chips', 'time', 'waits', 'flows', 'now'],
        ['chips', 'time', 'waits', 'flows'],
      ),
      rows: runs.map((run) => {
        const { playback } = run;
        const figures = playback
          ? [
              durationText(playback.seconds),
              formatNumber(playback.waits),
              shareText(playback.seconds, playback.waitSeconds),
            ]
          : ['', '', ''];
        const now = stepText(say, run, momentOf(run, seconds));
        return { row: run.id, cells: [runName(say, run), formatNumber(run.ranks), ...figures, now] };
      }),
    },
    {
      caption: say('table.steps'),
      columns: columnsOf(
        column,
        ['run', 'group', 'does', 'steps', 'wait', 'send', 'bytes'],
        ['steps', 'wait', 'send', 'bytes'],
      ),
      rows: each((run) => {
        const levels = levelsOf(run);
        return (run.playback?.stretches ?? []).slice(0, mostStretches).map((stretch) => {
          const phase = run.playback!.phases[stretch.phase]!;
          const group = levels
            ? levelName(say, run, phase.dimension!, phase.ranks)
            : say('level.flat', { size: run.ranks });
          const does = say('does', {
            operation: say(`operation.${phase.operation}`),
            algorithm: say(`algorithm.${phase.algorithm}`),
          });
          const sending = Math.max(0, stretch.seconds - stretch.waitSeconds);
          return {
            cells: [
              runName(say, run),
              group,
              does,
              formatNumber(stretch.count),
              durationText(stretch.waitSeconds),
              durationText(sending),
              amountText(stretch.linkBytes),
            ],
          };
        });
      }),
    },
    {
      caption: say('table.sizes'),
      columns: columnsOf(
        column,
        ['run', 'least', 'per-gigabyte', 'balance'],
        ['least', 'per-gigabyte', 'balance'],
      ),
      rows: each((run) => {
        const line = sizeLine('', run, values, profiles);
        if (!line || line.secondsPerByte === 0) return [];
        return [
          {
            cells: [
              runName(say, run),
              durationText(line.waitSeconds),
              durationText(line.secondsPerByte * 1e9),
              amountText(balance(line)),
            ],
          },
        ];
      }),
    },
  ];
  const numbers = runs.length === 1 ? numbersOf(runs[0]!) : null;
  if (numbers && numbers.sent.length > 0)
    tables.push({
      caption: say('table.numbers'),
      columns: columnsOf(column, ['step', 'from', 'to', 'number', 'becomes'], ['number']),
      rows: numbers.sent.flatMap((sent, step) =>
        sent.map(({ from, to, value, own, result }) => ({
          cells: [
            formatNumber(step + 1),
            nodeName(say, runs[0]!, from),
            nodeName(say, runs[0]!, to),
            String(value),
            own === null ? String(result) : `${own} + ${value} = ${result}`,
          ],
        })),
      ),
    });
  const measured = machines.flatMap((machine) =>
    measuredOf(
      runs.find((run) => run.machine === machine)!,
      values,
    ).map((one) => ({ machine, one })),
  );
  if (measured.length > 0)
    tables.push({
      caption: say('table.compared'),
      columns: columnsOf(
        column,
        ['machine', 'bytes', 'measured', 'ideal', 'ideal-ratio', 'library', 'library-ratio', 'plan'],
        ['bytes', 'measured', 'ideal', 'ideal-ratio', 'library', 'library-ratio'],
      ),
      rows: measured.map(({ machine, one }) => {
        const ideal = idealTime(
          runs.find((run) => run.machine === machine)!,
          values,
          one.bytes,
          profiles,
        );
        return {
          cells: [
            machineName(say, machine),
            amountText(one.bytes),
            durationText(one.seconds),
            ideal === null ? '' : durationText(ideal),
            ideal === null ? '' : formatRounded(ideal / one.seconds),
            durationText(one.library),
            formatRounded(one.library / one.seconds),
            one.plan,
          ],
        };
      }),
    });
  tables.push(
    {
      caption: say('table.assumed'),
      columns: columnsOf(column, ['machine', 'assumption']),
      rows: machines.flatMap((machine) =>
        machine.assumptions.map((text) => ({ cells: [machineName(say, machine), text] })),
      ),
    },
    {
      caption: say('table.sourced'),
      columns: columnsOf(column, ['machine', 'source']),
      rows: machines.map((machine) => ({
        cells: [
          machineName(say, machine),
          machineSources(data, machine, values.asof).map((id) => ({
            text: data.sources[id]!.label,
            href: data.sources[id]!.href,
          })),
        ],
      })),
    },
  );
  return tables;
}

const nodeName = (say: Phrases, { ranks }: Run, node: number): string =>
  node < ranks ? say('chip', { chip: node + 1 }) : say('switch');

/** Ideal time for some bytes; null where the run does not play. */
function idealTime(run: Run, values: PlayerValues, bytes: number, profiles: Profiles): number | null {
  const line = sizeLine('', run, values, profiles);
  return line && line.waitSeconds + bytes * line.secondsPerByte;
}

/** Ids of the sources of a machine: its wiring, its count, and what was measured on it. */
export function machineSources(
  data: PlayerData,
  { sources, measuredSources, count }: PlayerData['machines'][number],
  asof: string,
): string[] {
  const said = figureOn(data.figures[count]!, asof).shown?.sources ?? [];
  return [...new Set([...sources, ...said, ...measuredSources])];
}
