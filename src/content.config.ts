import { file, glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { article } from './data/schema/article.ts';
import { backMatter as backMatterSchema } from './data/schema/backMatter.ts';
import { chip } from './data/schema/chip.ts';
import { event } from './data/schema/event.ts';
import { interconnect } from './data/schema/interconnect.ts';
import { property } from './data/schema/property.ts';
import { rule } from './data/schema/rule.ts';
import { source } from './data/schema/source.ts';
import { system } from './data/schema/system.ts';
import { term } from './data/schema/term.ts';

const records = (folder: string) => glob({ pattern: '*.yaml', base: `./content/${folder}` });

/** Pages written in MDX beside the articles, each at an address of its own. */
const backMatter = ['about', 'changelog'];

export const collections = {
  articles: defineCollection({
    loader: glob({ pattern: ['*.mdx', ...backMatter.map((page) => `!${page}.mdx`)], base: './content/en' }),
    schema: article,
  }),
  backMatter: defineCollection({
    loader: glob({ pattern: `{${backMatter.join(',')}}.mdx`, base: './content/en' }),
    schema: backMatterSchema,
  }),
  chips: defineCollection({ loader: records('chips'), schema: chip }),
  systems: defineCollection({ loader: records('systems'), schema: system }),
  interconnects: defineCollection({ loader: records('interconnects'), schema: interconnect }),
  rules: defineCollection({ loader: records('rules'), schema: rule }),
  events: defineCollection({ loader: records('events'), schema: event }),
  terms: defineCollection({ loader: records('terms'), schema: term }),
  sources: defineCollection({ loader: records('sources'), schema: source }),
  properties: defineCollection({ loader: file('content/properties.yaml'), schema: property }),
};
