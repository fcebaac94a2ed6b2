import type { APIContext } from 'astro';
import { card } from '../../../../build/card.ts';
import { withText } from '../../../../build/pngText.ts';
import { widgetPaths } from '../../../../components/widget/paths.ts';
import { posterAlone } from '../../../../components/widget/posterOf.ts';
import { staticWidget } from '../../../../components/widget/registry.ts';
import { edition, editionText } from '../../../../data/edition.ts';
import { translate } from '../../../../locale/translations.ts';

export const getStaticPaths = widgetPaths;

export async function GET({ params }: APIContext): Promise<Response> {
  const id = params['id']!;
  const picture = await card(
    await posterAlone(id),
    staticWidget(id).declaration.title,
    translate('en')('site.name'),
  );
  const told = withText(picture, 'Comment', `Version ${editionText(edition())}`);
  return new Response(told as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': 'image/png' } });
}
