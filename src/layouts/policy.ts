/**
 * Content security policy of every page. It stands in the page itself, so it holds on any static host.
 * Nothing comes from another origin; no style is written into the page, and of scripts two: one notes what readers
 * do before any other has come, one wears the theme that they chose. `blob:` lets a downloaded
 * picture be previewed and lets a worker start in a sandboxed frame, where a worker from an address may not.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${import.meta.env.ARRIVAL_HASH}' 'sha256-${import.meta.env.THEME_SWITCH_HASH}'`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
