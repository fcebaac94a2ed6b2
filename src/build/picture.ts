import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { endOfComplaints, type PictureRequest } from './pictureRequest.ts';

let program: ChildProcess | undefined;
/** Drawings are made one after the other, so that every complaint belongs to one of them. */
let last: Promise<unknown> = Promise.resolve();

/** The drawing program in a process of its own: it tells what it cannot read on standard error alone. */
function start(): ChildProcess {
  const child = fork(join(process.cwd(), 'src/build/drawPicture.ts'), {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  child.stderr?.setEncoding('utf8');
  (child.stderr as { unref?: () => void } | null)?.unref?.();
  return child;
}

/** Taking a sign from another of the faces that were given is no fault; all else is. */
const withoutFallbacks = (said: string): string =>
  said
    .split('\n')
    .filter((line) => !/Fallback from .* to .*\.$/.test(line))
    .join('\n');

async function drawn(request: PictureRequest, name: string): Promise<Uint8Array> {
  const child = (program ??= start());
  // While a drawing is awaited the process must not end.
  child.ref();
  child.channel?.ref();
  const complaints = new Promise<string>((done, fail) => {
    let text = '';
    const hear = (chunk: string) => {
      text += chunk;
      if (!text.endsWith(endOfComplaints)) return;
      child.stderr!.off('data', hear);
      done(text.slice(0, -endOfComplaints.length).trim());
    };
    child.stderr!.on('data', hear);
    child.once('exit', (code) => {
      program = undefined;
      fail(new Error(`picture "${name}": the drawing program ended with ${code}: ${text}`));
    });
  });
  const picture = new Promise<Uint8Array>((done) => child.once('message', (png) => done(png as Uint8Array)));
  child.send(request);
  const said = withoutFallbacks(await complaints);
  child.removeAllListeners('exit');
  if (said !== '') throw new Error(`picture "${name}": the drawing program says: ${said}`);
  const png = await picture;
  child.unref();
  child.channel?.unref();
  return png;
}

/**
 * An SVG as a PNG.
 * @param name of the picture, for the message
 * @throws where the drawing program, asked to warn, complains of anything: a colour it cannot read is drawn as none
 */
export function drawPicture(request: PictureRequest, name: string): Promise<Uint8Array> {
  const next = last.catch(() => undefined).then(() => drawn(request, name));
  last = next;
  return next;
}
