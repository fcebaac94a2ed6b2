import { exactly } from '../../model/exportControl/interval.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';
import { readAmount, type CheckValues } from './params.ts';

/** Makers as the record writes them; another company is one that no letter is known to have been sent to. */
const makers: Readonly<Record<CheckValues['maker'], string | null>> = {
  nvidia: 'NVIDIA',
  amd: 'AMD',
  intel: 'Intel',
  huawei: 'Huawei',
  other: 'another company',
  unknown: null,
};

const answers = { yes: true, no: false, unknown: null } as const;

/** A chip of the reader's own figures. */
export function ownChip(values: CheckValues, name: string): RuledChip {
  const interval = (text: string) => {
    const value = readAmount(text);
    return typeof value === 'number' ? exactly(value) : null;
  };
  const rate = interval(values.tops);
  return {
    id: null,
    name,
    maker: makers[values.maker],
    released: null,
    formats: rate ? [{ name: `${values.bits}-bit`, bits: values.bits, denseTops: rate }] : [],
    statedTpp: null,
    applicableDieAreaMm2: interval(values.area),
    ioBandwidthGBs: interval(values.io),
    dramBandwidthGBs: interval(values.dram),
    datacentre: answers[values.datacentre],
    usSale: null,
    memory: null,
  };
}
