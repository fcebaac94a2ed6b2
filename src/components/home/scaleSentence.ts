import { numberInWords } from '../../encoding/numberInWords.ts';
import { formatRounded } from '../../encoding/format.ts';
import { barOf } from '../../figure/wire/lane.ts';
import type { Stretch } from '../../model/wire/wire.ts';
import type { Translate } from '../../locale/translations.ts';
import { wireLength } from './homeWire.ts';

/** How much smaller than before a stretch is drawn, and how long its scale bar is, in a sentence. */
export function scaleSentence(t: Translate, stretch: Stretch, factor: number): string {
  const bar = wireLength(barOf(stretch).metres);
  if (stretch.from === 0) return t('wire.scale-first', { bar });
  if (factor < 1.2) return t('wire.scale-same', { bar });
  const whole = Math.round(factor);
  return t('wire.scale', { factor: whole <= 20 ? numberInWords(whole) : formatRounded(factor, 2), bar });
}
