/** The reader's own day, ISO 8601. */
export function today(now = new Date()): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The first day of a canonical date value ("2025-01", "2025-Q1", "199X", "2014..2018"); null when it has none. */
export function firstDay(value: string): number | null {
  const [first = ''] = value.split('..');
  const forms: [RegExp, (...groups: string[]) => number][] = [
    [/^(\d{4})-(\d\d)-(\d\d)/, (y, m, d) => Date.UTC(+y!, +m! - 1, +d!)],
    [/^(\d{4})-(\d\d)$/, (y, m) => Date.UTC(+y!, +m! - 1)],
    [/^(\d{4})-Q([1-4])$/, (y, q) => Date.UTC(+y!, 3 * (+q! - 1))],
    [/^(\d{4})-W(\d\d)$/, (y, w) => firstWeek(+y!) + (+w! - 1) * 7 * 86_400_000],
    [/^(\d{4})$/, (y) => Date.UTC(+y!)],
    [/^(\d{3})X$/, (d) => Date.UTC(+d! * 10)],
    [/^(\d\d)XX$/, (c) => Date.UTC(+c! * 100)],
  ];
  for (const [pattern, read] of forms) {
    const match = pattern.exec(first);
    if (match) return read(...match.slice(1));
  }
  return null;
}

/** ISO 8601: the week with the year's first Thursday. */
function firstWeek(year: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4));
  return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
}
