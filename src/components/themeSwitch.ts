import { setTheme, themes, type Theme } from '../widget/theme.ts';

/**
 * Stands in the head of every page of the site: sets the theme that was chosen before anything is drawn, and answers to the
 * switch in the header. Where the browser keeps nothing, a choice holds for the page alone.
 */
const name = 'theme';

function kept(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(name)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function keep(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem(name);
    else localStorage.setItem(name, theme);
  } catch {
    // The reader's browser keeps nothing.
  }
}

let worn: Theme = 'auto';

/** Marks the chosen word, and gives the browser's own frame the colour of the sheet. */
function show(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-choose-theme]'))
    button.setAttribute('aria-pressed', String(button.dataset['chooseTheme'] === worn));
  for (const colour of document.querySelectorAll<HTMLMetaElement>('meta[data-of-theme]')) {
    const of = colour.dataset['ofTheme'];
    colour.media = worn === 'auto' ? `(prefers-color-scheme: ${of})` : worn === of ? 'all' : 'not all';
  }
}

function wear(theme: Theme): void {
  worn = theme;
  setTheme(theme);
  show();
}

wear(kept());
document.addEventListener('DOMContentLoaded', show);
document.addEventListener('click', (event) => {
  const button = (event.target as Element | null)?.closest?.<HTMLElement>('[data-choose-theme]');
  const theme = themes.find((one) => one === button?.dataset['chooseTheme']);
  if (!theme) return;
  keep(theme);
  wear(theme);
});
// Another page of the site was given another theme, or a page comes back from before it was.
addEventListener('storage', ({ key }) => {
  if (key === name || key === null) wear(kept());
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) wear(kept());
});
