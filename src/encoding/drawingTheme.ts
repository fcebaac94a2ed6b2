/** The themes that a drawing outside a page's own markup is made in: a picture knows nothing of the theme of its page. */
export const drawingThemes = ['light', 'dark'] as const;
export type DrawingTheme = (typeof drawingThemes)[number];
