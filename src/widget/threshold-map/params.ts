import { inside, mapRange } from '../../figure/threshold-map/scale.ts';
import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** The chips drawn, in the order in which names at one point are written. */
export const chipIds = [
  'nvidia-a100',
  'nvidia-a800',
  'nvidia-h100',
  'nvidia-h800',
  'nvidia-h200',
  'nvidia-h20',
  'nvidia-l40s',
  'nvidia-l20',
  'nvidia-l2',
  'nvidia-rtx-4090',
  'nvidia-rtx-4090d',
  'nvidia-rtx-pro-6000d',
  'nvidia-b200',
  'nvidia-b300',
  'nvidia-b30a',
  'amd-mi210',
  'amd-mi250x',
  'amd-mi300x',
  'amd-mi308',
  'amd-mi325x',
  'intel-gaudi2',
  'intel-gaudi3',
  'ascend-910b',
  'ascend-910c',
  'ascend-950pr',
  'ascend-950dt',
  'cambricon-590',
] as const;
export type ChipId = (typeof chipIds)[number];

/** Chips that their makers cut to stay outside a rule. */
export const fittedIds: readonly ChipId[] = [
  'nvidia-a800',
  'nvidia-h800',
  'nvidia-h20',
  'nvidia-l20',
  'nvidia-l2',
  'nvidia-rtx-4090d',
  'nvidia-rtx-pro-6000d',
];

const { low, high } = mapRange.density;

/** Reads a TPP as it stands in the address; null where it is none that the plane holds. */
export function readTpp(text: string): number | null {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  return value >= mapRange.tpp.low && value <= mapRange.tpp.high ? value : null;
}

/** Reads a density as it stands in the address; null where it is none that the plane holds. */
export function readDensity(text: string): number | null {
  const value = /^\d{1,2}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
  return value >= low && value <= high ? value : null;
}

/** What stands in a field of the reader's own chip: a figure, `none` where it is empty, or null where it is neither. */
export function readOwn({ name, value, validity }: HTMLInputElement): number | 'none' | null {
  const text = value.trim();
  if (text === '') return validity.badInput ? null : 'none';
  return name === 'tpp' ? readTpp(text) : readDensity(text);
}

export const parameters = {
  date: {
    kind: 'date',
    default: 'latest',
    description: 'The day whose rules are drawn; `latest` is the last day of the evidence.',
  },
  chips: {
    kind: 'choice',
    values: ['all', 'fitted', 'nvidia', 'others', 'china'],
    default: 'all',
    description:
      'The chips drawn: all, those cut to stay outside a rule, NVIDIA’s, those of AMD and Intel, or those designed in China.',
  },
  tpp: {
    kind: 'text',
    valid: (text: string) => text === 'none' || readTpp(text) !== null,
    allowed: `none, or TPP such as 2000: ${mapRange.tpp.low} … ${mapRange.tpp.high}`,
    default: 'none',
    description: 'Total processing performance of the reader’s own chip; `none` until it is placed.',
  },
  density: {
    kind: 'text',
    valid: (text: string) => text === 'none' || readDensity(text) !== null,
    allowed: `none, or TPP per mm² such as 3.19: ${low} … ${high}`,
    default: 'none',
    description: 'Performance density of the reader’s own chip; `none` until it is placed.',
  },
  datacentre: {
    kind: 'flag',
    default: true,
    description: 'Whether the reader’s own chip is designed or marketed for data centres.',
  },
  asof,
} as const;

export type MapParameters = typeof parameters;
export type MapValues = ParameterValues<MapParameters>;

/** Where a chip of the reader's own is put as long as only one of its figures is given. */
export const middling = { tpp: 2_000, density: 14 } as const;

/** The figures of the reader's own chip; null where none is placed. */
export function ownPlace({ tpp, density }: MapValues): { tpp: number; density: number } | null {
  const given = { tpp: readTpp(tpp), density: readDensity(density) };
  if (given.tpp === null && given.density === null) return null;
  return { tpp: given.tpp ?? middling.tpp, density: given.density ?? middling.density };
}

/** The reader's own chip as parameters, brought inside the plane. */
export function ownValues(place: { readonly tpp?: number; readonly density?: number }): {
  tpp: string;
  density: string;
} {
  const { tpp, density } = { ...middling, ...place };
  return {
    tpp: String(inside(Math.round(tpp), mapRange.tpp)),
    density: String(Math.round(inside(density, mapRange.density) * 100) / 100),
  };
}

export const declaration: WidgetDeclaration<MapParameters> = {
  sees: 'Chips for China crowd into a knot just under a line of the law, because they were cut to fit it; the next rule moved the line.',
  id: 'threshold-map',
  title: 'The lines of the export rules',
  description:
    'Chips by total processing performance and performance density, with what the rules of a day control: slide the date, or place a chip of your own.',
  parameters,
  minimumSize: { width: 280, height: 420 },
  has3d: false,
  reads: ['chips', 'rules', 'sources'],
};
