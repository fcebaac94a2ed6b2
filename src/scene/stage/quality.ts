/** Fewer pixels while frames are slow, all of them again at rest. */
export interface Quality {
  /** Takes the time one moving frame took, seconds. */
  note(seconds: number): void;
  /** Share of the full resolution to draw moving frames at. */
  readonly scale: number;
}

const steps = [1, 0.75, 0.5] as const;
/** Slower than this a frame asks for fewer pixels, faster for more; seconds. */
const [slow, fast] = [1 / 28, 1 / 50];

export function createQuality(): Quality {
  let step = 0;
  let mean = 1 / 60;
  return {
    note(seconds) {
      if (seconds === 0) return;
      mean += (seconds - mean) * 0.25;
      if (mean > slow && step < steps.length - 1) [step, mean] = [step + 1, 1 / 40];
      else if (mean < fast && step > 0) [step, mean] = [step - 1, 1 / 40];
    },
    get scale() {
      return steps[step]!;
    },
  };
}
