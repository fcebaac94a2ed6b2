import { scrollFile } from '../../build/scrollFile.ts';
import { wireScroll } from '../../components/home/wireScroll.ts';
import { edition, editionText } from '../../data/edition.ts';
import { paper } from '../../figure/wire/scroll.ts';

/** The wire as a scroll of paper two metres long, true to size. */
export async function GET(): Promise<Response> {
  const svg = scrollFile(await wireScroll(), paper, `Version ${editionText(edition())}`);
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
}
