import type { RawContent } from '../../../src/data/catalog.ts';

/** Content that passes every rule; a test breaks one thing in a copy. */
export function soundContent() {
  const statement = {
    value: 2,
    unit: 'TB/s',
    direction: 'both',
    status: 'announced',
    stated_on: '2025-09-18',
    as_of: '2026-09-18',
    sources: ['roadmap'],
  };
  return {
    chips: [
      {
        id: 'chip-a',
        file: 'content/chips/chip-a.yaml',
        data: {
          name: 'Chip A',
          maker: 'Maker',
          properties: {
            'link-bandwidth': [statement] as Record<string, unknown>[],
            'fp8-pflops': [
              {
                value: 4,
                unit: 'PFLOPS',
                format: 'fp8',
                sparsity: 'dense',
                status: 'announced',
                stated_on: '2025-09-18',
                as_of: '2025-09-18',
                sources: ['roadmap'],
              },
              {
                value: 3.6,
                unit: 'PFLOPS',
                format: 'fp8',
                sparsity: 'dense',
                status: 'announced',
                stated_on: '2026-09',
                as_of: '2026-11',
                sources: ['keynote'],
              },
              {
                value: 5,
                unit: 'PFLOPS',
                format: 'fp8',
                sparsity: 'unstated',
                status: 'reported',
                stated_on: '2026-09',
                as_of: '2026-11',
                sources: ['roadmap'],
                disputed: true,
              },
            ] as Record<string, unknown>[],
          } as Record<string, Record<string, unknown>[]>,
          conflicts: [{ about: 'Its rate', properties: ['fp8-pflops'], reading: 'The lower one' }],
        } as Record<string, unknown> & { properties: Record<string, Record<string, unknown>[]> },
      },
    ],
    systems: [
      {
        id: 'system-a',
        file: 'content/systems/system-a.yaml',
        data: {
          name: 'System A',
          maker: 'Maker',
          chip: 'chip-a',
          interconnect: 'link-a',
          properties: {},
        } as Record<string, unknown>,
      },
    ],
    rules: [],
    events: [],
    interconnects: [
      {
        id: 'link-a',
        file: 'content/interconnects/link-a.yaml',
        data: { name: 'Link A', maker: 'Maker', properties: {} },
      },
    ],
    terms: [
      {
        id: 'npu',
        file: 'content/terms/npu.yaml',
        data: {
          term: 'NPU',
          zh: '神经网络处理器',
          definition: 'A chip for neural networks.',
          sources: ['roadmap'],
        },
      },
    ],
    sources: ['roadmap', 'keynote'].map((id) => ({
      id,
      file: `content/sources/${id}.yaml`,
      data: {
        title: `The ${id}`,
        publisher: 'Maker',
        url: 'https://example.com/a',
        published: '2025-09-18',
        kind: 'vendor',
        access: 'read',
      } as Record<string, unknown>,
    })),
    properties: [
      {
        id: 'link-bandwidth',
        file: 'content/properties.yaml: link-bandwidth',
        data: { label: 'Bandwidth of the link', quantity: 'bandwidth', direction: 'required' },
      },
      {
        id: 'fp8-pflops',
        file: 'content/properties.yaml: fp8-pflops',
        data: { label: 'FP8 rate', quantity: 'rate' },
      },
      ...['text', 'date', 'flag', 'count'].map((quantity) => ({
        id: `a-${quantity}`,
        file: `content/properties.yaml: a-${quantity}`,
        data: { label: `A ${quantity}`, quantity },
      })),
    ],
  } satisfies RawContent;
}

export type SoundContent = ReturnType<typeof soundContent>;
