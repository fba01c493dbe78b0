import { describe, expect, it } from '@jest/globals';
import { limits } from '@shulian/contracts/limits';
import { describedRow, type DescribedRecord } from './describe-record.use-case.js';
import type { ListColumn } from './rules/list-columns.js';

const row = (cells: Readonly<Partial<Record<ListColumn, string>>>): DescribedRecord =>
  describedRow(
    {
      is: 'row',
      place: { record: 1, offset: 2 },
      sheetNumber: 1,
      cells: new Map(Object.entries(cells) as [ListColumn, string][]),
      notes: [],
      written: Object.values(cells).join(),
    },
    { schoolId: '0198f0c0-0000-7000-8000-000000000001' },
  );
const told = (record: DescribedRecord): unknown =>
  record.is === 'title' ? record.notes.filter(({ code }) => code === 'text.too-long') : record;

describe('a record with something too long in it', () => {
  it('is a title without it, and says which field', () => {
    const record = row({
      title: '草房子',
      publisher: '社'.repeat(limits.publisher + 1),
      contributors: `曹文轩;${'甲'.repeat(limits.contributor + 1)}`,
      barcode: 'SG00001',
      location: '一'.repeat(limits.location + 1),
    });
    expect(record).toMatchObject({
      is: 'title',
      description: { title: '草房子', publisher: null, contributors: ['曹文轩'] },
      copies: [{ barcode: 'SG00001', location: null }],
    });
    expect(told(record)).toEqual(
      ['publisher', 'contributors', 'location'].map((field) => ({ code: 'text.too-long', field })),
    );
  });

  it('is whole at the limit', () => {
    const record = row({ title: '书'.repeat(limits.title), publisher: '社'.repeat(limits.publisher) });
    expect(record).toMatchObject({ description: { publisher: '社'.repeat(limits.publisher) } });
    expect(told(record)).toEqual([]);
  });

  it('is refused when it is the title: there is no title without one', () => {
    expect(row({ title: '书'.repeat(limits.title + 1) })).toMatchObject({
      is: 'rejected',
      code: 'record.title-too-long',
    });
  });
});
