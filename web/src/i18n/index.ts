import { en, type Strings } from './en';
import { fr } from './fr';

export type { Strings };
export type Locale = 'en' | 'fr';
export const kLocales: Record<Locale, Strings> = { en, fr };

/** The browser's first language that there is an interface for. */
export function preferredLocale(languages: readonly string[] = navigator.languages): Locale {
  for (const tag of languages) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language in kLocales) return language as Locale;
  }
  return 'en';
}

/** A locale with its words and its ways of writing numbers and days. */
export interface Language {
  locale: Locale;
  strings: Strings;
  number(n: number): string;
  percent(share: number): string;
  day(iso: string): string;
  /** Fills a sentence that counts: `count(s.words, 3)`. */
  count(sentence: (n: string, one: boolean) => string, n: number): string;
}

const known = new Map<Locale, Language>();

export function languageFor(locale: Locale): Language {
  const language = known.get(locale) ?? makeLanguage(locale);
  known.set(locale, language);
  return language;
}

/** Every `Intl` object here takes longer to make than all that is written with it. */
function makeLanguage(locale: Locale): Language {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const plural = new Intl.PluralRules(locale);
  return {
    locale,
    strings: kLocales[locale],
    number: (n) => number.format(n),
    percent: (share) => percent.format(share),
    day: (iso) => {
      const instant = Date.parse(iso.slice(0, 10));
      return Number.isNaN(instant) ? iso : day.format(instant);
    },
    count: (sentence, n) => sentence(number.format(n), plural.select(n) === 'one'),
  };
}
