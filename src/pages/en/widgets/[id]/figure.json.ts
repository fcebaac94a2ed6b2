import type { APIContext } from 'astro';
import { figureFile } from '../../../../components/widget/figureFile.ts';
import { widgetPaths } from '../../../../components/widget/paths.ts';

export const getStaticPaths = widgetPaths;

/** What a widget's figure needs in the browser: the slice of the record and its words. */
export async function GET({ params }: APIContext): Promise<Response> {
  return new Response(await figureFile(params['id']!, 'en'), {
    headers: { 'Content-Type': 'application/json' },
  });
}
