/** How often the content may grow by the same step before we take it for an echo of our own message. */
const echoes = 3;

/**
 * Decides which heights to report. A page whose content follows the height of its frame would grow for ever: after
 * three identical steps of growth nothing more is reported until the width changes.
 * @returns the height to report in CSS pixels, or `undefined`
 */
export function heightReport(): (width: number, height: number) => number | undefined {
  let lastWidth = 0;
  let lastHeight = 0;
  let lastStep = 0;
  let same = 0;
  return (width, height) => {
    const rounded = Math.ceil(height);
    if (width !== lastWidth) {
      lastStep = 0;
      same = 0;
    } else {
      if (rounded === lastHeight || same === echoes) return undefined;
      const step = rounded - lastHeight;
      same = step <= 0 ? 0 : step === lastStep ? same + 1 : 1;
      lastStep = step;
    }
    lastWidth = width;
    lastHeight = rounded;
    return rounded;
  };
}
