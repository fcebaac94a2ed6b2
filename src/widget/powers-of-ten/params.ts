import { stops } from '../../placement/flight/stops.ts';
import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

export const parameters = {
  stage: {
    kind: 'choice',
    values: stops,
    default: 'package',
    description: 'The stop of the flight, from the chip outwards; `return` is the chip again.',
  },
  asof,
} as const;

export type FlightParameters = typeof parameters;
export type FlightValues = ParameterValues<FlightParameters>;

export const declaration: WidgetDeclaration<FlightParameters> = {
  sees: 'From one chip to half a million the wire never ends, but what a chip can send along it shrinks to a twentieth, and past the cabinet it is light.',
  id: 'powers-of-ten',
  title: 'From one chip to half a million',
  description:
    'Fly from one AI chip to a cluster of half a million, and back: seven stops, each with its count and its sources.',
  parameters,
  minimumSize: { width: 280, height: 360 },
  has3d: true,
  reads: ['systems', 'chips', 'sources'],
};
