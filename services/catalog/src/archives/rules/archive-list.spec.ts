import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { archiveColumnOf, dayIn, listedAnew, listedFile, type ArchiveColumn } from './archive-list.js';
import type { ArchiveFile } from './archive-file.js';

const row = (more: Partial<Record<ArchiveColumn, string>>) =>
  listedFile(
    new Map(
      Object.entries({
        code: 'A-1',
        class: '文书档案',
        year: '2026',
        title: '会议纪要',
        retention: '永久',
        ...more,
      }) as [ArchiveColumn, string][],
    ),
  );

describe('a line of an archive list', () => {
  it('is read by its headings, with the words of schools and of older systems', () => {
    expect([archiveColumnOf(' 档 号 '), archiveColumnOf('案卷题名'), archiveColumnOf('条码')]).toEqual([
      'code',
      'title',
      undefined,
    ]);
    expect(row({ retention: '定期30年', pages: '12', filedOn: '2026/9/1', state: '已上架' })).toMatchObject({
      class: 'administrative',
      retention: '30-years',
      pages: 12,
      filedOn: '2026-09-01',
      state: 'shelved',
      unit: undefined,
    });
  });

  it('says everything that is wrong with it, with the column', () => {
    expect(
      row({
        code: '',
        class: '其他',
        year: '1899',
        pages: '0',
        filedOn: '2026-02-30',
        title: '长'.repeat(501),
      }),
    ).toEqual([
      { code: 'archive-row.unreadable', column: 'pages' },
      { code: 'archive-row.unreadable', column: 'filedOn' },
      { code: 'archive-row.unreadable', column: 'class' },
      { code: 'archive-row.unreadable', column: 'year' },
      { code: 'archive-row.incomplete', column: 'code' },
      { code: 'archive-row.too-long', column: 'title' },
    ]);
    expect(row({ class: 'constructor' })).toEqual([{ code: 'archive-row.unreadable', column: 'class' }]);
    for (const [year, isRead] of [
      ['1899', false],
      ['1900', true],
      ['2999', true],
      ['3000', false],
    ] as const)
      expect([year, !Array.isArray(row({ year }))]).toEqual([year, isRead]);
  });

  it('changes a file once: the same line again says nothing new', () => {
    const file: ArchiveFile = {
      id: 'f', version: 1, schoolId: 's' as never, unitId: null, class: 'administrative', year: 2026, number: 1, code: 'A-1', title: '旧题',
      readerId: null, pages: null, scopeId: null, retention: '10-years', state: 'shelved', filedOn: null, place: null, note: '批注',
    }; // prettier-ignore
    const listed = row({ pages: '3', place: '一架' });
    if (Array.isArray(listed) || !('code' in listed)) throw new Error('it is read');
    const changed = listedAnew(file, listed, undefined);
    expect(changed).toMatchObject({
      version: 2,
      title: '会议纪要',
      pages: 3,
      place: '一架',
      note: '批注',
      state: 'shelved',
    });
    expect(listedAnew(changed ?? file, listed, undefined)).toBeNull();
  });
});

it('days are read as people write them, and only those that there are', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const written = date.toISOString().slice(0, 10);
      const [year = '', month = '', of = ''] = written.split('-');
      const forms = [
        written,
        `${year}/${month}/${of}`,
        `${year}.${String(Number(month))}.${String(Number(of))}`,
        `${year}${month}${of}`,
        `${year}年${String(Number(month))}月${of}日`,
      ];
      expect(forms.map(dayIn)).toEqual(forms.map(() => written));
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => dayIn(text) === null || /^\d{4}-\d\d-\d\d$/.test(dayIn(text) ?? '')),
  );
});
