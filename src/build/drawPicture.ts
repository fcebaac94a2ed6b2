import { Resvg } from '@resvg/resvg-js';
import { endOfComplaints, type PictureRequest } from './pictureRequest.ts';

// The drawing program in a process of its own: native code tells what it cannot read on standard error alone.
process.on('message', ({ svg, width, fontFiles, defaultFontFamily }: PictureRequest) => {
  try {
    const drawn = new Resvg(svg, {
      fitTo: { mode: 'width', value: width },
      font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily },
      logLevel: 'warn',
    });
    process.send?.(drawn.render().asPng());
  } catch (error) {
    process.stderr.write(String(error));
    process.send?.(new Uint8Array());
  }
  process.stderr.write(endOfComplaints);
});
