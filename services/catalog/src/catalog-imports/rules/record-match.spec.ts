import { describe, expect, it } from '@jest/globals';
import { matchFor, type MatchCandidate, type MatchFacts } from './record-match.js';

const record: MatchFacts = {
  sourceKey: 'SXL|1', isbns: ['9787020002207'], fingerprint: '呐喊#鲁迅#人民文学', titleKey: '呐喊', publishedYear: 1981, carrier: 'print',
}; // prettier-ignore
const title = (changes: Partial<MatchCandidate> = {}): MatchCandidate => ({
  ...record, titleId: 't1', sourceKey: null, sourceKeys: [], ...changes,
}); // prettier-ignore
const elsewhere = { isbns: [], fingerprint: '彷徨#鲁迅#人民文学', titleKey: '彷徨' };

describe('matching an imported record', () => {
  it('takes the same source first, even when another title fits better', () => {
    const same = title({ titleId: 't2', sourceKeys: ['SXL|1'], isbns: [] });
    expect(matchFor(record, [title(), same])).toMatchObject({ titleId: 't2', by: 'source' });
  });

  it('does not believe the same number of another book', () => {
    expect(matchFor(record, [title({ sourceKeys: ['SXL|1'], ...elsewhere })])).toEqual({
      is: 'new',
      sourceConflict: true,
    });
  });

  it('needs ISBN, fingerprint and carrier together', () => {
    expect(matchFor(record, [title()])).toMatchObject({ is: 'same', by: 'isbn' });
    expect(matchFor(record, [title({ carrier: 'electronic' })])).toEqual({
      is: 'new',
      sourceConflict: false,
    });
    expect(matchFor(record, [title({ fingerprint: 'other' })])).toEqual({ is: 'new', sourceConflict: false });
  });

  it('takes fingerprint, year and carrier where ISBNs do not speak against it', () => {
    expect(matchFor(record, [title({ isbns: [] })])).toMatchObject({ is: 'same', by: 'fingerprint' });
    expect(matchFor({ ...record, isbns: [] }, [title()])).toMatchObject({ is: 'same', by: 'fingerprint' });
    expect(matchFor(record, [title({ isbns: [], publishedYear: 1982 })]).is).toBe('new');
    expect(matchFor(record, [title({ isbns: ['9787503717444'] })]).is).toBe('new');
    expect(
      matchFor({ ...record, isbns: [], publishedYear: null }, [title({ isbns: [], publishedYear: null })]).is,
    ).toBe('new');
  });

  it('takes the oldest of several, in whatever order they come', () => {
    const both = [title({ titleId: 't9' }), title({ titleId: 't3' })];
    expect(matchFor(record, both)).toMatchObject({ titleId: 't3' });
    expect(matchFor(record, both.reverse())).toMatchObject({ titleId: 't3' });
  });

  it('is new where there is nothing', () => {
    expect(matchFor(record, [])).toEqual({ is: 'new', sourceConflict: false });
  });
});
