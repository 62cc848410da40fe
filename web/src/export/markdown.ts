import { titleOf } from '../model/article';
import { today } from '../model/dates';
import { factOf, sectionsOf, type ExportInput, type Fact } from './input';

/** A checklist for a notebook or an issue: ticked where confirmed, everything else still a box. */
export function markdown(input: ExportInput): string {
  const { article, alerts, language } = input;
  const { strings } = language;
  const lines = [`# ${escape(titleOf(article))}`, '', strings.report.made(language.day(today())), ''];
  for (const { section, items } of sectionsOf(input)) {
    lines.push(`## ${strings.report.sections[section]}`, '', ...items.map((item) => factLine(factOf(item, input), strings.correction)), '');
  }
  if (alerts.length) {
    lines.push(`## ${strings.report.alerts}`, '');
    for (const alert of alerts) lines.push(`- ${escape(alert.message)} (“${escape(article.text.slice(alert.start, alert.end))}”)`);
    lines.push('');
  }
  return lines.join('\n');
}

function factLine({ status, item, words, kind, detail, correction, source, note }: Fact, correctionLabel: string): string {
  const box = status === 'confirmed' && !item.changed ? '[x]' : '[ ]';
  const about = [kind, detail].filter(Boolean).map(escape).join(', ');
  const after = [correction && `${correctionLabel}: ${correction}`, source, note].filter(Boolean).map(escape);
  return `- ${box} **${escape(words)}** (${about})${after.map((one) => `  \n  ${one}`).join('')}`;
}

function escape(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
