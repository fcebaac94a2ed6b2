import { bundle } from '../../../build/bundle.ts';

/** The script that other sites load once; its address never changes. */
export async function GET(): Promise<Response> {
  return new Response(await bundle('src/embed/host.ts'), { headers: { 'Content-Type': 'text/javascript' } });
}
