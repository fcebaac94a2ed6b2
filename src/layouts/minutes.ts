/** Words a minute of a reader who also looks at the figures. */
const pace = 220;

/**
 * Minutes it takes to read an article, at least one.
 * @param source its MDX text; tags, comments and expressions are not read
 */
export function readingMinutes(source: string): number {
  const words = source
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, ' ')
    .replace(/<(?:Value|Derived)\b[^>]*\/>/g, ' figure ')
    .replace(/<[^>]+>/g, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu);
  return Math.max(1, Math.round((words?.length ?? 0) / pace));
}
