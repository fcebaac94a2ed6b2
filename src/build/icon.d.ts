interface ImportMetaEnv {
  /** The site's icon as a `data:` address; set in `astro.config.ts`. */
  readonly ICON: string;
}
