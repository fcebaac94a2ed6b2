import type { APIContext } from 'astro';
import { drawingFile } from '../../../../build/drawingFile.ts';
import { edition, editionText } from '../../../../data/edition.ts';
import { widgetPaths } from '../../../../components/widget/paths.ts';
import { posterAlone } from '../../../../components/widget/posterOf.ts';

export const getStaticPaths = widgetPaths;

export async function GET({ params }: APIContext): Promise<Response> {
  return new Response(drawingFile(await posterAlone(params['id']!), `Version ${editionText(edition())}`), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
}
