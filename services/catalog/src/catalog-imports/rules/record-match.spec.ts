import { describe, expect, it } from '@jest/globals';
import { matchFor, type MatchCandidate, type MatchFacts } from './record-match.js';

const record: MatchFacts = {
  sourceKey: 'SXL|1', isbns: ['9787020002207'], fingerprint: '呐喊#鲁迅#人民文学', titleKey: '呐喊', publishedYear: 1981, carrier: 'print',
  series: [],
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

  it('tells volumes of one series apart by their number, wherever that is written', () => {
    const volume = (series: string, other: string): string =>
      matchFor({ ...record, series: [series] }, [title({ series: [other] })]).is;
    expect(volume('鲁迅全集 1', '鲁迅全集 2')).toBe('new');
    expect(volume('鲁迅全集 第三卷', '鲁迅全集 ; 第4卷')).toBe('new');
    expect(volume('A series v.1', 'A Series ; v. 2')).toBe('new');
    expect(volume('三国演义 上', '三国演义 下')).toBe('new');
    expect(volume('鲁迅全集 第三卷', '鲁迅全集 ; 03')).toBe('same');
    expect(volume('鲁迅全集', '鲁迅全集 2')).toBe('same');
    expect(volume('甲丛书 1', '乙丛书 2')).toBe('same');
  });

  it('knows a title again by its copies, where the title is the same', () => {
    const bare = { ...record, isbns: [], publishedYear: null, fingerprint: '呐喊##' };
    const help = { heldBy: new Set(['t1']), ownSources: 'words of school:s|', hasLost: false };
    const held = title({ isbns: [], publishedYear: null });
    expect(matchFor(bare, [held], help)).toMatchObject({ is: 'same', by: 'copies' });
    expect(matchFor(bare, [held], { ...help, heldBy: new Set(['t2']) }).is).toBe('new');
    expect(matchFor({ ...bare, titleKey: '彷徨' }, [held], help).is).toBe('new');
  });

  it('takes two lines without number and year for one book only in the lists of one school', () => {
    const bare = { ...record, isbns: [], publishedYear: null };
    const help = { heldBy: new Set<string>(), ownSources: 'words of school:s|', hasLost: false };
    const from = (agency: string): string =>
      matchFor(bare, [title({ isbns: [], publishedYear: null, sourceKeys: [`${agency}|x`] })], help).is;
    expect(from('words of school:s')).toBe('same');
    expect(from('words of school:t')).toBe('new');
    expect(from('NLC')).toBe('new');
  });

  it('takes nothing but its own source for a title whose letters were lost', () => {
    const help = { heldBy: new Set(['t1']), ownSources: 'words|', hasLost: true };
    expect(matchFor(record, [title()], help).is).toBe('new');
    expect(matchFor(record, [title({ sourceKeys: ['SXL|1'] })], help)).toMatchObject({
      is: 'same',
      by: 'source',
    });
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
