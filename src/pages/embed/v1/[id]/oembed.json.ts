import type { APIContext } from 'astro';
import { widgetPaths } from '../../../../components/widget/paths.ts';
import { staticWidget } from '../../../../components/widget/registry.ts';
import { oembed } from '../../../../embed/oembed.ts';
import { translate } from '../../../../locale/translations.ts';

export const getStaticPaths = widgetPaths;

export function GET({ params }: APIContext): Response {
  return Response.json(oembed(staticWidget(params['id']!).declaration, translate('en')('site.name')));
}
