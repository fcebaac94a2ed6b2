import type { Phrases } from '../phrases.ts';
import type { ShownChip } from './shownChip.ts';
import type { MapData } from './mapData.ts';
import { densityText, tppText } from './measureText.ts';
import type { ChipId } from './params.ts';
import { stopOn } from './rulings.ts';

/** A remark in sentences. */
export interface MapRemark {
  readonly title: string;
  readonly text: string;
}

/** Remarks on the day, each in two sentences at most. */
export function remarksOf(
  say: Phrases,
  data: MapData,
  day: string,
  chips: readonly ShownChip[],
): MapRemark[] {
  const rule = stopOn(data, day)?.rule ?? 'none';
  const find = (id: ChipId) => chips.find((one) => one.id === id);
  const under = (id: ChipId) => {
    const { gap } = find(id)?.ruling ?? {};
    if (!gap) return null;
    const print = gap.axis === 'tpp' ? tppText : densityText;
    return { under: print(gap.under), line: print(gap.line) };
  };
  const remark = (key: string, values: Record<string, string | number> = {}): MapRemark => ({
    title: say(`remark.${key}.title`, values),
    text: say(`remark.${key}.text`, values),
  });
  const remarks: MapRemark[] = [];
  const [a100, a800, h20, l20] = [
    find('nvidia-a100'),
    find('nvidia-a800'),
    under('nvidia-h20'),
    under('nvidia-l20'),
  ];
  const since2023 =
    data.stops.findIndex((one) => one.rule === rule) >=
    data.stops.findIndex((one) => one.rule === 'ifr-2023-10');
  if (!since2023) remarks.push(remark(rule));
  if (rule === 'ifr-2023-10' && a100 && a800) remarks.push(remark('pair'));
  if ((rule === 'ifr-2023-10' || rule === 'hbm-2024-12') && h20 && l20)
    remarks.push(
      remark('fitted', {
        h20: h20.under,
        h20Line: h20.line,
        l20: l20.under,
        l20Line: l20.line,
      }),
    );
  if (rule === 'hbm-2024-12') remarks.push(remark(rule));
  if (rule === 'letters-2025-04' && find('nvidia-h20')?.form === 'letter')
    remarks.push(remark('letters-2025-04'));
  if (rule === data.window.rule) {
    const [first, second] = data.bands;
    remarks.push(
      remark('window', { tpp: data.window.tpp, dram: data.window.dram }),
      remark('bands', {
        duty: data.duty,
        low1: first!.dram.low,
        high1: first!.dram.high,
        low2: second!.dram.low,
        high2: second!.dram.high,
      }),
    );
  }
  return remarks;
}
