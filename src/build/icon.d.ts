interface ImportMetaEnv {
  /** The site's icon as a `data:` address; set in `astro.config.ts`. */
  readonly ICON: string;
  /** The script that stands in every page with a figure, and its SHA-256 in base 64; set in `astro.config.ts`. */
  readonly ARRIVAL: string;
  readonly ARRIVAL_HASH: string;
}
