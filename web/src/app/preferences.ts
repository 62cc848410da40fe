import { preferredLocale, type Locale } from '../i18n';
import type { Toggle } from '../model/kinds';

export type Theme = 'auto' | 'light' | 'dark';

/** How this reader likes the page; kept apart from the articles. */
export interface Preferences {
  locale: Locale;
  theme: Theme;
  /** Single letters do something. */
  singleKeys: boolean;
  focusLine: boolean;
  hidden: Toggle[];
  mutedAlerts: string[];
  /** The article that was open last, in this tab if there was one. */
  lastArticle: string | null;
  /** The language whose names were needed last, ISO 639-1. */
  lastLanguage: string | null;
}

const kKey = 'manicule.preferences';
/** In the store that every tab has of its own. */
const kOpen = 'manicule.open';

export function loadPreferences(): Preferences {
  const preferences: Preferences = {
    locale: preferredLocale(),
    theme: 'auto',
    singleKeys: true,
    focusLine: false,
    hidden: [],
    mutedAlerts: [],
    lastArticle: null,
    lastLanguage: null,
  };
  try {
    const open = sessionStorage.getItem(kOpen);
    return { ...preferences, ...(JSON.parse(localStorage.getItem(kKey) ?? '{}') as Partial<Preferences>), ...(open && { lastArticle: open }) };
  } catch {
    // A browser that keeps nothing starts afresh every time.
    return preferences;
  }
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(kKey, JSON.stringify(preferences));
    if (preferences.lastArticle) sessionStorage.setItem(kOpen, preferences.lastArticle);
  } catch {
    // As above.
  }
}

/** Calls back when another tab has saved its preferences. */
export function onPreferencesElsewhere(changed: () => void): void {
  window.addEventListener('storage', ({ key }) => key === kKey && changed());
}
