import type { APIContext } from 'astro';
import { drawingThemes } from '../../../../build/drawingFile.ts';
import { smallDrawing } from '../../../../build/smallDrawing.ts';
import { widgetPaths } from '../../../../components/widget/paths.ts';
import { posterAlone } from '../../../../components/widget/posterOf.ts';

/** Every figure's drawing without words, small, in either theme: an `<img>` knows nothing of the theme of its page. */
export const getStaticPaths = () =>
  widgetPaths().flatMap(({ params }) => drawingThemes.map((theme) => ({ params: { ...params, theme } })));

export async function GET({ params }: APIContext): Promise<Response> {
  const theme = drawingThemes.find((one) => one === params['theme'])!;
  const svg = smallDrawing(await posterAlone(params['id']!), theme);
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
}
