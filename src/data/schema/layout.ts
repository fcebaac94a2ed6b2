import { z } from 'zod';

/**
 * How a system stands and is filled, as the drawings need it: published where the record has it, else derived or
 * assumed with a reason the reader can see. Lengths are written in millimetres and leave this file in metres.
 */

const basis = z.enum(['published', 'derived', 'assumed']);

/** A reason is owed wherever nobody published the figure. */
const grounded = { basis, reason: z.string().default('') };
const owesReason = (entry: { basis: string; reason: string }) =>
  entry.basis === 'published' || entry.reason !== '';
const owesReasonMessage = { message: 'a derived or assumed entry needs a reason' };

const length = z
  .strictObject({ mm: z.number().positive().max(100_000), ...grounded })
  .refine(owesReason, owesReasonMessage)
  .transform(({ mm, ...rest }) => ({ value: mm / 1000, ...rest }));

/** Either the key of a figure of the record (`of`), or a number with its basis. */
const count = z.union([
  z.strictObject({ of: z.string() }),
  z
    .strictObject({ value: z.int().positive().max(100_000), ...grounded })
    .refine(owesReason, owesReasonMessage),
]);

const kind = z.enum([
  'cabinet', 'door', 'manifold', 'busbar', 'backplane', 'power-shelf', 'board', 'switch-device', 'spare-slot',
  'processor', 'cpu', 'switch-chip', 'memory-module', 'network-card', 'optical-port', 'cold-plate', 'substrate',
  'compute-die', 'io-die', 'memory-stack', 'cable-tray',
]); // prettier-ignore

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const fraction = z.number().min(0).max(1);
/** `[left, front, right, back]` as shares of the parent's sides. */
const region = z
  .tuple([fraction, fraction, fraction, fraction])
  .refine(([left, front, right, back]) => left < right && front < back, {
    message: 'is turned inside out: allowed: left < right, front < back',
  });

/** Parts laid out in a grid inside a rectangle of their parent. */
const placedPart = z
  .strictObject({
    id,
    kind,
    count,
    figures: z.array(z.string()).default([]),
    region,
    /** `[columns, rows]` of the grid. */
    grid: z.tuple([z.int().positive(), z.int().positive()]),
    /** Width, depth, height of one part in millimetres. */
    size_mm: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]).optional(),
    /** Height with its lid of a part whose width and depth are those of its package, in millimetres. */
    height_mm: z.number().positive().optional(),
  })
  .refine((part) => (part.size_mm === undefined) !== (part.height_mm === undefined), {
    message: 'needs its size, or its height where a package gives the rest: allowed: one of the two',
  });

const slot = z.strictObject({
  id,
  kind,
  count,
  figures: z.array(z.string()).default([]),
  /** Height of one of them in rack units. */
  units: z.number().positive(),
});

/** What stands at the back of a cabinet over its whole height. */
const rearPart = z.strictObject({
  id,
  kind,
  count,
  figures: z.array(z.string()).default([]),
  /** Share of the cabinet's width the parts are spread over, and width and depth of one in millimetres. */
  spread: z.tuple([fraction, fraction]),
  size_mm: z.tuple([z.number().positive(), z.number().positive()]),
});

const cabinet = z.strictObject({
  id,
  count,
  figures: z.array(z.string()).default([]),
  /** Top to bottom, as one sees it from the front. */
  stack: z.array(slot).min(1),
  /** Whether the order of the stack is published. */
  stack_basis: z.strictObject(grounded).refine(owesReason, owesReasonMessage),
  rear: z.array(rearPart).default([]),
});

const tray = z
  .strictObject({
    id,
    /** Whether the parts' places are published. */
    ...grounded,
    depth: length,
    parts: z.array(placedPart).min(1),
  })
  .refine(owesReason, owesReasonMessage);

/** The package under the lid of a class of parts: sizes and places stand in `content/packages`, once for every figure. */
const packagedPart = z.strictObject({
  id,
  /** Name of a file in `content/packages`. */
  drawing: id,
  /** Figures that the system's card tells of each part, where they are not those of the package's own. */
  figures: z.record(id, z.array(z.string())).default({}),
});

export const layoutSchema = z.strictObject({
  system: id,
  chip: id,
  cabinet: z.strictObject({ width: length, depth: length, height: length }),
  /** Height of one rack unit. */
  unit: length,
  hall: z
    .strictObject({
      /** One row, left to right: class and how many stand side by side. */
      row: z.array(z.tuple([id, z.int().positive()])).min(1),
      rows: z.int().positive(),
      /** From the front of one row to the back of the next. */
      aisle: length,
      /** Key of the published floor area, where there is one. */
      floor_area: z.string().nullable().default(null),
      ...grounded,
    })
    .refine(owesReason, owesReasonMessage),
  cabinets: z.array(cabinet).min(1),
  trays: z.array(tray).min(1),
  packages: z.array(packagedPart).min(1),
  /** What runs overhead between the cabinets: medium, and the key of the published count where there is one. */
  overhead: z
    .strictObject({
      medium: z.enum(['optical', 'copper']),
      figure: z.string().nullable(),
      /** Links into one cabinet of each class, where the record fixes them. */
      note: z.string(),
    })
    .nullable(),
});

export type LayoutRecord = z.infer<typeof layoutSchema>;
type TrayRecord = LayoutRecord['trays'][number];
export type PartRecord = TrayRecord['parts'][number];
type Ground = Pick<TrayRecord, 'basis' | 'reason'>;
type Size = readonly [number, number, number];

/** A part with the size it is drawn at: width, depth, height in millimetres. */
export interface PlacedPart extends Omit<PartRecord, 'size_mm' | 'height_mm' | 'region' | 'grid'> {
  readonly region: Readonly<PartRecord['region']>;
  readonly grid: Readonly<PartRecord['grid']>;
  readonly size_mm: Size;
}

/** A package as the layout's machine is drawn with it. */
export interface PackageDrawing extends Ground {
  readonly id: string;
  /** Width, depth, height in millimetres, and how firm they are. */
  readonly substrate_mm: Size;
  readonly substrate: Ground;
  readonly parts: readonly (PlacedPart & Ground)[];
}

/** A layout whose packages are read: every part has its size. */
export interface Layout extends Omit<LayoutRecord, 'trays' | 'packages'> {
  readonly trays: readonly (Omit<TrayRecord, 'parts'> & { readonly parts: readonly PlacedPart[] })[];
  readonly packages: readonly PackageDrawing[];
}

export type Slot = Layout['cabinets'][number]['stack'][number];
export type Count = Slot['count'];
