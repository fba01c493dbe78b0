import { describe, expect, it } from '@jest/globals';
import { faultsOf, type Entry } from './bibliography.js';

const entry = (more: Partial<Entry>): Entry => ({
  titleId: null,
  heading: null,
  source: null,
  note: null,
  url: null,
  resourceId: null,
  ...more,
});

describe('the entries of a booklist', () => {
  it('are titles, each once, or excerpts, as many as there are', () => {
    expect(
      faultsOf([
        entry({ titleId: 'a' }),
        entry({ titleId: 'b', note: '必读' }),
        entry({ heading: '论语文教学', source: '人民教育 2026(3)' }),
        entry({ heading: '论语文教学' }),
      ]),
    ).toEqual([]);
  });
  it('are nothing else: every fault is named with its place', () => {
    expect(
      faultsOf([
        entry({}),
        entry({ titleId: 'a' }),
        entry({ titleId: 'a', heading: '甲' }),
        entry({ titleId: 'a' }),
      ]),
    ).toEqual([
      { at: 0, code: 'title-or-heading' },
      { at: 2, code: 'title-or-heading' },
      { at: 3, code: 'is-there-already' },
    ]);
  });
});
