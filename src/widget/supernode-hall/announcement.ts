import { partClass } from '../../model/hardware/machine.ts';
import { cabinetsOf, detailOf, pathName } from './naming.ts';
import { processorClass } from './machines.ts';
import type { HallValues } from './params.ts';
import type { HallState } from './state.ts';
import { container } from './travel.ts';
import { capital, sentence, type Words } from './words.ts';
import { unannounced } from './summary.ts';

const flags = ['xray', 'explode', 'cabling'] as const;

/** What changed since a state, and what it means, in a sentence or two for someone who listens. */
export function change(words: Words, state: HallState, before: HallValues): string {
  const { say } = words;
  const after = state.values.peek();
  const { machine } = state.standing.peek();
  const said: string[] = [];
  if (before.system !== after.system || before.chips !== after.chips) {
    const processor = processorClass(machine);
    said.push(
      say('said.system', {
        machine: say(`system.${machine.system}.full`),
        cabinets: cabinetsOf(words, machine),
        processors: processor ? words.counted(processor.total, processor.id) : '',
      }),
    );
  }
  const stand = state.stand.peek();
  const open = container(stand);
  if (before.level !== after.level) {
    const part = capital(pathName(words, machine, open));
    said.push(say('said.level', { level: say(`level.${after.level}`), part }));
  }
  const stays = before.system === after.system && before.level === after.level;
  if (before.part !== after.part && stays && stand.path.length === open.length) {
    said.push(say('said.let-go'));
  }
  if (before.part !== after.part && stand.path.length > open.length) {
    const last = stand.path.at(-1)!;
    const detail = capital(detailOf(words, machine, last));
    said.push(
      say('said.picked', { part: pathName(words, machine, stand.path), detail: detail && sentence(detail) }),
    );
  }
  if (before.view !== after.view) said.push(say('said.view', { view: say(`view.${after.view}`) }));
  for (const flag of flags) {
    if (before[flag] !== after[flag]) {
      said.push(say(after[flag] ? 'said.flag-on' : 'said.flag-off', { flag: say(`flag.${flag}`) }));
    }
  }
  const system = state.system.peek();
  if (after.asof !== 'latest' && after.asof < system.knownFrom)
    said.push(unannounced(words, system, after.asof));
  return said.join(' ').trim();
}

/** Id of the class of the part picked, or null. */
export function picked(state: HallState): string | null {
  const last = state.stand.peek().path.at(-1);
  return last ? partClass(state.standing.peek().machine, last.classId).id : null;
}
