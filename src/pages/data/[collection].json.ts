import type { APIRoute, GetStaticPaths } from 'astro';
import { asJson } from '../../data/download.ts';
import { collections, type Collection } from '../../data/collection.ts';
import { loadCatalogue } from '../../data/load.ts';
import { edition } from '../../data/edition.ts';
import { readExportControl } from '../../data/readExportControl.ts';
import { lastDay } from '../../data/schema/date.ts';
import { siteUrl } from '../../settings.ts';

export const getStaticPaths: GetStaticPaths = () =>
  collections.map((collection) => ({ params: { collection } }));

const { day: made, version, commit } = edition();
const provenance = { made, version, commit };

export const GET: APIRoute = async ({ params }) =>
  new Response(
    asJson(await loadCatalogue(), params['collection'] as Collection, {
      site: siteUrl,
      evidenceTo: lastDay(readExportControl().evidence_until),
      ...provenance,
    }),
    { headers: { 'content-type': 'application/json; charset=utf-8' } },
  );
