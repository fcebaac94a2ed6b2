import type { AstroIntegration } from 'astro';
import { placeholders, repositoryUrl, siteUrl } from '../settings.ts';

/** What leads nowhere while an address is a placeholder. */
const dead: Readonly<Record<string, string>> = {
  SITE_URL: `${siteUrl} is a placeholder: canonical links, feeds, embed codes, oEmbed and share pictures lead nowhere`,
  REPOSITORY_URL: `${repositoryUrl} is a placeholder: "report an error" and links to the source lead nowhere`,
};

/** What the build says of addresses that were not set: a line each, nothing where all are. */
export function placeholderWarnings(names: readonly string[] = placeholders): string[] {
  return names.map((name) => `${name} is not set: ${dead[name]!}`);
}

/** Says after every build, where nobody overlooks it, which addresses were not set; a release refuses to be built. */
export function placeholderAddress(): AstroIntegration {
  return {
    name: 'placeholder-address',
    hooks: {
      'astro:build:start': () => {
        if (process.env['RELEASE'] === undefined || placeholders.length === 0) return;
        throw new Error(
          `release refused: ${placeholderWarnings().join('; ')}. Set them: SITE_URL=https://… REPOSITORY_URL=https://… npm run release`,
        );
      },
      'astro:build:done': ({ logger }) => {
        for (const warning of placeholderWarnings()) logger.warn(warning);
      },
    },
  };
}
