import { describe, expect, it } from 'vitest';
import type { FigureKind, Modifier } from '../src/core/document';
import { languageFor } from '../src/i18n';
import { readableValue } from '../src/i18n/value';
import { firstDay } from '../src/model/dates';

const show = (locale: 'en' | 'fr', kind: FigureKind, value: string, modifier: Modifier | null = null) =>
  readableValue({ kind, value, modifier }, languageFor(locale)).replace(/\s/g, ' ');

describe('a value in the words of its reader', () => {
  it.each([
    ['en', 'number', '1500000', '1,500,000'],
    ['fr', 'number', '1500000', '1 500 000'],
    ['en', 'number', '3x', '× 3'],
    ['en', 'number', '3..5', '3 – 5'],
    ['en', 'ordinal', '3', '3rd'],
    ['fr', 'ordinal', '1', '1er'],
    ['en', 'percent', '12.5', '12.5%'],
    ['fr', 'percent', '12.5', '12,5 %'],
    ['fr', 'percent', '0.25pp', '0,25 points de pourcentage'],
    ['en', 'money', '3200000000 EUR', '€3,200,000,000'],
    ['en', 'money', '96.4 GBP', '£96.40'],
    ['en', 'money', '3..5 EUR', '€3 – €5'],
    ['en', 'quantity', '5 kilometer', '5 kilometers'],
    ['fr', 'quantity', '120 kilometer-per-hour', '120 kilomètres par heure'],
    ['en', 'quantity', '2 gigawatt', '2 GW'],
    ['fr', 'quantity', '3..5 square-kilometer', '3 – 5 km²'],
    ['en', 'quantity', '4 furlong-per-fortnight', '4 furlong per fortnight'],
    ['en', 'age', '45', '45 years'],
    ['fr', 'duration', 'P3D', '3 jours'],
    ['en', 'duration', 'PT1H30M', '1 hour, 30 minutes'],
    ['en', 'date', '2025-01-24', 'Friday, January 24, 2025'],
    ['fr', 'date', '2025-01', 'janvier 2025'],
    ['en', 'date', '2022', '2022'],
    ['fr', 'date', '2025-Q1', '1er trimestre 2025'],
    ['en', 'date', '199X', 'the 1990s'],
    ['fr', 'date', '20XX', '21e siècle'],
    ['fr', 'date', 'XXXX-12-25', '25 décembre'],
    ['fr', 'time', 'T14:30', '14:30'],
    ['en', 'date', 'something new', 'something new'],
  ] as const)('%s %s %s', (locale, kind, value, expected) => {
    expect(show(locale, kind, value)).toBe(expected);
  });

  it('says how exact it is', () => {
    expect(show('fr', 'number', '20', 'approx')).toBe('environ 20');
    expect(show('en', 'number', '20', 'min')).toBe('at least 20');
  });
});

describe('the first day of a date', () => {
  it.each([
    ['2025-01-24', '2025-01-24'],
    ['2025-02', '2025-02-01'],
    ['2025-Q3', '2025-07-01'],
    ['2026-W01', '2025-12-29'],
    ['199X', '1990-01-01'],
    ['2014..2018', '2014-01-01'],
    ['2025-01-24T14:30', '2025-01-24'],
  ])('%s', (value, day) => {
    expect(new Date(firstDay(value)!).toISOString().slice(0, 10)).toBe(day);
  });

  it('is unknown where no year is', () => {
    expect(firstDay('XXXX-12-25')).toBeNull();
  });
});
