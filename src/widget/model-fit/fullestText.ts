import type { Phrases } from '../phrases.ts';
import type { FitData } from './fitData.ts';
import type { FitValues } from './params.ts';
import { architectureOf, type Reckoned } from './reckon.ts';
import { bytesText } from './bytesText.ts';

/** What the fullest of several chips holds, in a sentence; empty where one chip holds everything. */
export function fullestText(say: Phrases, data: FitData, values: FitValues, { fit, chip }: Reckoned): string {
  if (fit.chips === 1) return '';
  const { plan, fullest } = fit;
  const { stage, experts } = fullest;
  const model = architectureOf(data, values);
  const range = { from: stage.first + 1, to: stage.first + stage.layers, all: model.layers };
  const held = [
    say(stage.layers === 1 ? 'held-layer' : 'held-layers', range),
    ...(stage.input ? [say('held-input')] : []),
    ...(stage.output && !(stage.input && model.tied_embeddings) ? [say('held-output')] : []),
  ].join(', ');
  const routed = model.experts?.routed ?? 0;
  const share = [
    plan.tensor > 1 ? say('held-cut', { tensor: plan.tensor, held }) : held,
    ...(plan.expert > 1 ? [say('held-experts', { experts, routed })] : []),
    ...(plan.data > 1
      ? [say('held-sequences', { sequences: Math.ceil(values.batch / plan.data), batch: values.batch })]
      : []),
  ].join('; ');
  return say('fullest', { bytes: bytesText(fullest.bytes), memory: chip.memoryText, held: share });
}
