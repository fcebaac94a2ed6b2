import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { workSheet } from '../sheetFigure.ts';
import type { PackageParameters } from './params.ts';
import type { PackageData } from './packageData.ts';
import { packageExplorer } from './widget.ts';

/** Makes the packages of chips work. */
export function workPackages(
  figure: HTMLElement,
  context: WidgetContext<PackageParameters, PackageData>,
): MountedWidget<PackageParameters> {
  return workSheet(figure, context, packageExplorer);
}
