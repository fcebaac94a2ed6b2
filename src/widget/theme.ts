/** What a page may be asked to wear; `auto` follows the reader's system. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/**
 * Sets the theme of a page: the attribute that the tokens, drawings and live scenes read. What a reader's system forces
 * outranks it in the style sheet.
 */
export function setTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
