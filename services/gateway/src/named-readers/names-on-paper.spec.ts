import { describe, expect, it } from '@jest/globals';
import { idsIn, namedColumns, namedRow } from './names-on-paper.js';

const columns = [
  { key: 'borrower', title: '读者', type: 'who' },
  { key: 'title', title: '题名', type: 'text' },
] as const;
const rows = [
  { borrower: { kind: 'reader', id: 'a' }, title: '书' },
  { borrower: { kind: 'class', id: 'c' }, title: '丛书' },
  { borrower: { kind: 'reader', id: 'a' }, title: '另一书' },
  { borrower: { kind: 'reader', id: null }, title: '已遗忘' },
  { borrower: null, title: '无' },
];
const known = {
  readers: new Map([['a', { id: 'a', name: '梅小雨', cardNumber: 'R1', className: '三年级1班' }]]),
  classes: new Map([['c', '三年级2班']]),
};

describe('a printed list that says whom its lines are about', () => {
  it('has name, card and class in place of the one column, in the language of the reader', () => {
    expect(namedColumns(columns, 'zh').map(({ title }) => title)).toEqual([
      '姓名',
      '借书证号',
      '班级',
      '题名',
    ]);
    expect(
      namedColumns(columns, 'en')
        .map(({ title }) => title)
        .slice(0, 3),
    ).toEqual(['Name', 'Card number', 'Class']);
  });

  it('keeps one column for what is about classes alone, under its own head', () => {
    const ofClasses = [{ key: 'class', title: '班级', type: 'class' }, columns[1]] as const;
    expect(namedColumns(ofClasses, 'zh').map(({ title }) => title)).toEqual(['班级', '题名']);
    expect(idsIn([{ class: { kind: 'class', id: 'c' } }], ofClasses, 'class')).toEqual(['c']);
    expect(namedRow({ class: { kind: 'class', id: 'c' } }, ofClasses, known)['class.class']).toBe(
      '三年级2班',
    );
  });

  it('says of whom each head is where a list has two who', () => {
    const two = [
      { key: 'giver', title: '送书人', type: 'who' },
      { key: 'taker', title: '换书人', type: 'who' },
    ] as const;
    expect(namedColumns(two, 'zh').map(({ title }) => title)).toEqual([
      '送书人姓名',
      '送书人借书证号',
      '送书人班级',
      '换书人姓名',
      '换书人借书证号',
      '换书人班级',
    ]);
    const english = two.map((column) => ({
      ...column,
      title: column.key === 'giver' ? 'Brought by' : 'Taken by',
    }));
    expect(
      namedColumns(english, 'en')
        .map(({ title }) => title)
        .slice(2, 4),
    ).toEqual(['Brought by: class', 'Taken by: name']);
  });

  it('asks for each reader and each class once', () => {
    expect(idsIn(rows, columns, 'reader')).toEqual(['a']);
    expect(idsIn(rows, columns, 'class')).toEqual(['c']);
  });

  it('names readers and classes, and nobody who is out of sight or forgotten', () => {
    const shown = rows.map((row) => namedRow(row, columns, known));
    expect(
      shown.map((row) => [row['borrower.name'], row['borrower.card'], row['borrower.class'], row['title']]),
    ).toEqual([
      ['梅小雨', 'R1', '三年级1班', '书'],
      [null, null, '三年级2班', '丛书'],
      ['梅小雨', 'R1', '三年级1班', '另一书'],
      [null, null, null, '已遗忘'],
      [null, null, null, '无'],
    ]);
    expect(namedRow(rows[0] ?? {}, columns, { readers: new Map(), classes: new Map() })).toMatchObject({
      'borrower.name': null,
    });
  });
});
