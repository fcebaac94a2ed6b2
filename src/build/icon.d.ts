interface ImportMetaEnv {
  /** The site's icon as a `data:` address; set in `astro.config.ts`. */
  readonly ICON: string;
  /** The script that stands in every page with a figure, and its SHA-256 in base 64; set in `astro.config.ts`. */
  readonly ARRIVAL: string;
  readonly ARRIVAL_HASH: string;
  /** The script of the theme switch, which stands in every page of the site, and its SHA-256. */
  readonly THEME_SWITCH: string;
  readonly THEME_SWITCH_HASH: string;
}
