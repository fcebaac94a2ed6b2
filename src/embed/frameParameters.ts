import type { ParameterDeclarations } from '../widget/parameter.ts';

/** Parameters that every embed takes besides those of its widget. */
export const frameParameters = {
  theme: {
    kind: 'choice',
    values: ['auto', 'light', 'dark'],
    default: 'auto',
    description: 'Colours: as the reader’s system asks, or fixed.',
  },
  chrome: {
    kind: 'choice',
    values: ['full', 'min', 'none'],
    default: 'full',
    description: 'How much stands around the figure. Attribution and sources always stay.',
  },
  lang: { kind: 'choice', values: ['en'], default: 'en', description: 'Language.' },
  size: {
    kind: 'choice',
    values: ['flow', 'fit'],
    default: 'flow',
    description:
      'As high as the content and reported to the page around it, or filling the frame it is given.',
  },
  start: {
    kind: 'choice',
    values: ['touch', 'auto'],
    default: 'touch',
    description: 'When a 3D scene begins: at the reader’s first touch, or at once.',
  },
} as const satisfies ParameterDeclarations;
