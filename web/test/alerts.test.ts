import { describe, expect, it } from 'vitest';
import { derive, type State } from '../src/app/state';
import type { Alert } from '../src/core/document';
import { en } from '../src/i18n/en';
import { fr } from '../src/i18n/fr';
import { newArticle } from '../src/model/article';
import { kText, sampleDocument } from './sample';

const kKinds = ['quote-mark', 'weekday', 'spelling', 'sum', 'age', 'conflict', 'introduced', 'unattributed', 'undated'];

function shown(mutedAlerts: string[]): string[] {
  const alerts = kKinds.map((kind, i): Alert => ({ kind, start: i, end: i + 1, message: kind }));
  const document = { ...sampleDocument(), alerts };
  const article = newArticle(kText);
  return derive({ article, document, preferences: { mutedAlerts } } as unknown as State).alerts.map(({ kind }) => kind);
}

describe('a kind of alert', () => {
  it('has a name for its switch in each language of the page', () => {
    for (const strings of [en, fr]) expect(Object.keys(strings.alertKind).sort()).toEqual([...kKinds].sort());
  });

  it('is hidden by its switch, and only it', () => {
    expect(shown([])).toEqual(kKinds);
    for (const kind of kKinds) expect(shown([kind])).toEqual(kKinds.filter((other) => other !== kind));
  });
});
