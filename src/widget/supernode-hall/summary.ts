import { formatNumber } from '../../encoding/format.ts';
import { formatDate } from '../../encoding/date.ts';
import { childClasses, partClass, type PartClass } from '../../model/hardware/machine.ts';
import { planHall, standingCabinet } from '../../placement/hall/hall.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import type { HallSystem } from './hallData.ts';
import { processorClass } from './machines.ts';
import { cabinetsOf, detailOf, pathName } from './naming.ts';
import { lengthText } from '../../encoding/length.ts';
import { container } from './travel.ts';
import { capital, sentence, type Words } from './words.ts';

/** What the figure shows, in complete sentences, for a reader who does not see it. */
export function summaryText(words: Words, props: HallProps, system: HallSystem, asof: string): string {
  const { say } = words;
  const { machine, layout, level, part, cabling, view, xray, explode } = props;
  const open = container({ level, path: part });
  const sentences = [level === 'hall' || level === 'row' ? hallText(words, props) : openText(words, props)];
  if (cabling && layout.overhead && (level === 'hall' || level === 'row')) {
    sentences.push(say(`overhead.${layout.overhead.medium}-text`), sentence(layout.overhead.note));
  }
  if (part.length > open.length) {
    const last = part.at(-1)!;
    const detail = detailOf(words, machine, last);
    sentences.push(say('picked', { part: pathName(words, machine, part), detail: detail && `: ${detail}` }));
  }
  sentences.push(say(`view-text.${view}`));
  if (xray) sentences.push(say('xray-text'));
  if (explode) sentences.push(say('explode-text'));
  if (asof !== 'latest' && asof < system.knownFrom) sentences.unshift(unannounced(words, system, asof));
  return sentences.join(' ');
}

/** That a system had not been announced on a day. */
export function unannounced(words: Words, system: HallSystem, asof: string): string {
  return words.say('unannounced', {
    machine: system.name,
    date: formatDate(asof),
    known: formatDate(system.knownFrom),
  });
}

function hallText(words: Words, { machine, layout, level, part }: HallProps): string {
  const { say } = words;
  const plan = planHall(machine, layout);
  const [left, back, right, front] = plan.bounds;
  const processor = processorClass(machine);
  if (level === 'row') {
    const first = part[0];
    const row = first ? standingCabinet(plan, first.classId, first.ordinal ?? 1).row : 0;
    const standing = plan.cabinets.filter((cabinet) => cabinet.row === row);
    const each = childClasses(machine, null).map(({ id }) => {
      const count = standing.filter(({ classId }) => classId === id).length;
      return count === 0 ? '' : words.counted(count, id);
    });
    return say('row-text', {
      row: row + 1,
      rows: plan.rows,
      machine: say(`system.${machine.system}.full`),
      cabinets: words.list(each.filter(Boolean)),
      length: lengthText(right - left),
    });
  }
  return say(plan.rows === 1 ? 'hall-text-one' : 'hall-text', {
    machine: say(`system.${machine.system}.full`),
    cabinets: cabinetsOf(words, machine),
    rows: plan.rows,
    processors: processor ? words.counted(processor.total, processor.id) : formatNumber(0),
    width: lengthText(right - left),
    depth: lengthText(front - back),
  });
}

function openText(words: Words, { machine, layout, level, part }: HallProps): string {
  const { say } = words;
  const path = container({ level, path: part });
  const open = partClass(machine, path.at(-1)!.classId);
  const name = capital(pathName(words, machine, path));
  const count = (classes: readonly PartClass[]) =>
    words.list(classes.map(({ id, perParent }) => words.counted(perParent.value, id)));
  const inside = childClasses(machine, open.id);
  if (level !== 'cabinet') return say(`${level}-text`, { part: name, held: count(inside) });
  const cabinet = layout.cabinets.find(({ id }) => id === open.id);
  const rear = inside.filter(({ id }) => cabinet?.rear.some((one) => one.id === id));
  const stack = inside.filter((cls) => !rear.includes(cls));
  const behind = rear.length > 0 ? ` ${say('rear-text', { held: count(rear) })}` : '';
  return say('cabinet-text', { part: name, held: count(stack) }) + behind;
}
