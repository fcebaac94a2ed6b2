import { licenceCheck as drawCheck } from '../../../figure/licence-check/drawing.ts';
import { askAll } from '../../../widget/licence-check/asked.ts';
import { checkOn } from '../../../widget/licence-check/checkData.ts';
import { drawnProps } from '../../../widget/licence-check/drawn.ts';
import { twin } from '../../../widget/licence-check/twin.ts';
import { checkView } from '../../../widget/licence-check/view.ts';
import { chartWidget } from '../chartWidget.ts';
import type { StaticWidget } from '../staticWidget.ts';

export const licenceCheck: StaticWidget = {
  ...chartWidget(twin, checkView, {
    draw: (say, all, values, { width }) => {
      const data = checkOn(all, values.asof);
      return drawCheck(drawnProps(say, data, askAll(say, data, values)), width);
    },
  }),
  late: true,
};
