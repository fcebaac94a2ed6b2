import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { workSheet } from '../sheetFigure.ts';
import type { RackParameters } from './params.ts';
import type { RackData } from './rackData.ts';
import { rackCompare } from './widget.ts';

/** Makes the comparison of two cabinets work. */
export function workRacks(
  figure: HTMLElement,
  context: WidgetContext<RackParameters, RackData>,
): MountedWidget<RackParameters> {
  return workSheet(figure, context, rackCompare);
}
