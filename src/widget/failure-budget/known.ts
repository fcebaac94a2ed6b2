import type { FigureReader } from '../../model/failure/partRate.ts';
import { figureOn } from '../recordedFigure.ts';
import type { FailureData } from './failureData.ts';

/** Reads figures as they were known on a day. @param asof `YYYY-MM-DD` or `latest` */
export const readerOn =
  (data: FailureData, asof: string): FigureReader =>
  (key) => {
    const value = figureOn(data.figures[key]!, asof).shown?.value;
    if (value === undefined) return null;
    return typeof value === 'number' ? { low: value, high: value } : value;
  };
