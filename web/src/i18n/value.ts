import type { Figure } from '../core/document';
import type { Language } from './index';
import { kUnitSigns } from './units';

/**
 * A figure's canonical value as a reader of this language writes it: "3200000000 EUR" becomes
 * "€3,200,000,000", "2025-Q1" "quarter 1, 2025". A value of an unknown form comes back as it is.
 */
export function readableValue({ kind, value, modifier }: Valued, language: Language): string {
  const asked = `${language.locale} ${kind} ${modifier} ${value}`;
  const readable = written.get(asked) ?? write({ kind, value, modifier }, language);
  written.set(asked, readable);
  return readable;
}

type Valued = Pick<Figure, 'kind' | 'value' | 'modifier'>;

/** The lists ask for every value at every keystroke, and `Intl` takes its time. */
const written = new Map<string, string>();

function write({ kind, value, modifier }: Valued, language: Language): string {
  const [low = '', high] = value.split('..');
  const unit = / .*$/.exec(high ?? low)?.[0] ?? '';
  const one = (part: string) => oneValue(kind, part.includes(' ') ? part : part + unit, language) ?? part;
  // A unit that both ends share is written once.
  const first = kind === 'quantity' && !low.includes(' ') ? (decimal(low, language) ?? low) : one(low);
  const range = high === undefined ? one(low) : `${first} – ${one(high)}`;
  return modifier ? `${language.strings.modifier[modifier]} ${range}` : range;
}

function oneValue(kind: Figure['kind'], value: string, language: Language): string | null {
  switch (kind) {
    case 'number':
      return value.endsWith('x') ? decimal(value.slice(0, -1), language, language.strings.times) : decimal(value, language);
    case 'ordinal':
      return ordinal(value, language.locale);
    case 'percent':
      return value.endsWith('pp') ? decimal(value.slice(0, -2), language, language.strings.points) : percent(value, language);
    case 'money':
    case 'quantity':
      return measured(kind, value, language);
    case 'age':
      return unit(Number(value), 'year', language);
    case 'duration':
      return duration(value, language);
    case 'date':
    case 'time':
      return moment(value, language);
  }
}

function decimal(value: string, { locale }: Language, wrap: (n: string) => string = (n) => n): string | null {
  const n = Number(value);
  return value && Number.isFinite(n) ? wrap(new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(n)) : null;
}

function percent(value: string, { locale }: Language): string | null {
  const n = Number(value);
  if (!Number.isFinite(n)) return null;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(n / 100);
}

function ordinal(value: string, locale: string): string | null {
  const n = Number(value);
  if (!Number.isInteger(n)) return null;
  const endings: Record<string, Record<string, string>> = {
    en: { one: 'st', two: 'nd', few: 'rd', other: 'th' },
    fr: { one: 'er', other: 'e' },
  };
  return n + (endings[locale]?.[new Intl.PluralRules(locale, { type: 'ordinal' }).select(n)] ?? '.');
}

function measured(kind: 'money' | 'quantity', value: string, language: Language): string | null {
  const [amount = '', name = ''] = value.split(' ');
  const n = Number(amount);
  if (!Number.isFinite(n)) return null;
  if (kind === 'quantity') return unit(n, name, language);
  try {
    const whole = Number.isInteger(n);
    return new Intl.NumberFormat(language.locale, {
      style: 'currency',
      currency: name,
      ...(whole ? { maximumFractionDigits: 0 } : {}),
    }).format(n);
  } catch {
    return `${language.number(n)} ${name}`;
  }
}

/** CLDR knows more units than browsers offer: the others have a sign, or keep their identifier. */
function unit(n: number, name: string, { locale, number }: Language): string | null {
  if (!Number.isFinite(n)) return null;
  try {
    return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 6 }).format(n);
  } catch {
    return `${number(n)}\u00a0${kUnitSigns[name] ?? name.replaceAll('-', ' ')}`;
  }
}

function duration(value: string, language: Language): string | null {
  const match = /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(value);
  if (!match) return null;
  const names = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
  const parts = names.flatMap((name, i) => (match[i + 1] ? [unit(Number(match[i + 1]), name, language) ?? ''] : []));
  return parts.length ? new Intl.ListFormat(language.locale, { type: 'unit' }).format(parts) : null;
}

function moment(value: string, language: Language): string | null {
  const { locale, strings } = language;
  const format = (iso: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(iso));
  const forms: [RegExp, (...groups: string[]) => string | null][] = [
    [/^(\d{4}-\d\d-\d\d)$/, (day) => format(day!, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })],
    [/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?$/, (day, hour) => format(`${day}T${hour}Z`, { dateStyle: 'long', timeStyle: 'short' })],
    [/^T(\d\d:\d\d)(?::\d\d)?$/, (hour) => format(`2000-01-01T${hour}Z`, { timeStyle: 'short' })],
    [/^(\d{4}-\d\d)$/, (month) => format(`${month}-01`, { month: 'long', year: 'numeric' })],
    [/^(-?\d{1,4})$/, (year) => year!],
    [/^(\d{4})-Q(\d)$/, (year, n) => strings.quarter(n!, year!)],
    [/^(\d{4})-W(\d\d)$/, (year, n) => strings.week(String(Number(n)), year!)],
    [/^(\d{3})X$/, (decade) => strings.decade(`${decade}0`)],
    [/^(\d\d)XX$/, (century) => strings.century(ordinal(String(Number(century) + 1), locale)!)],
    [/^XXXX-(\d\d-\d\d)$/, (day) => format(`2000-${day}`, { day: 'numeric', month: 'long' })],
    [/^XXXX-(\d\d)$/, (month) => format(`2000-${month}-01`, { month: 'long' })],
  ];
  for (const [pattern, write] of forms) {
    const match = pattern.exec(value);
    if (!match) continue;
    try {
      return write(...match.slice(1));
    } catch {
      return null;
    }
  }
  return null;
}
