import { describe, expect, it } from '@jest/globals';
import { personName } from '../../enrolment/rules/person-name.js';
import { rosterHeader } from './roster-columns.js';
import { rosterRow, toldBySheet, type RosterSchool } from './roster-row.js';
import { placeKey } from './who-is-whom.js';

describe('reading a row', () => {
  const school = (...sections: RosterSchool['sections'][number][]): RosterSchool => ({
    sections,
    placeOfGrade: (grade) =>
      grade <= 6
        ? { section: 'primary', entryYear: 2027 - grade }
        : grade <= 9
          ? { section: 'junior', entryYear: 2033 - grade }
          : { section: 'senior', entryYear: 2036 - grade },
    gradeOf: ({ section, entryYear }) => {
      const year = 2027 - entryYear;
      return year >= 1 && year <= (section === 'primary' ? 6 : 3) ? year : null;
    },
    isComing: ({ entryYear }) => entryYear === 2027,
    personName,
    cardNumber: (text) => (text.includes(' ') ? null : text.toUpperCase()),
    isIdentityNumber: (number) => number === 'ID',
  });
  const read = (cells: Parameters<typeof rosterRow>[1], at = school('primary', 'junior')) => {
    const row = rosterRow({ sheet: null, row: 2 }, { name: '甲', ...cells }, at);
    return 'code' in row ? `${row.field} ${row.code}` : `${row.kind} ${placeKey(row.place)}`;
  };

  it('finds the class from grade, year or class name, by the sections of the school', () => {
    expect(read({ grade: '三年级', class: '2' })).toBe('null primary|2024|2');
    expect(read({ class: '八年级2班', kind: '学生' })).toBe('student junior|2025|2');
    expect(read({ grade: '一年级', class: '2' }, school('junior'))).toBe('null junior|2026|2');
    expect(read({ grade: '一年级', class: '2' }, school('junior', 'senior'))).toBe('grade grade.ambiguous');
    expect(read({ entryYear: '2022', class: '2' })).toBe('null primary|2022|2');
    expect(read({ entryYear: '2025', class: '2' })).toBe('entryYear grade.ambiguous');
    expect(read({ entryYear: '2025', class: '2', section: '初中' })).toBe('null junior|2025|2');
    expect(read({ entryYear: '2018', class: '2' })).toBe('entryYear grade.not-in-school');
    expect(read({ grade: '三年级', class: '四年级2班' })).toBe('class class.contradicts-grade');
    expect(read({ grade: '高一', class: '2' })).toBe('grade class.section-not-in-school');
    expect(read({ grade: '三年级' })).toBe('class class.missing');
    expect(read({ class: '2' })).toBe('grade grade.missing');
    expect(read({ kind: 'Teacher' })).toBe('teacher ');
    expect(read({ kind: '学生' })).toBe('class class.missing');
    expect(read({ kind: '学生', number: 'id', grade: '3', class: '2' })).toBe(
      'number card.number-is-identity',
    );
  });

  it('finds the headings below a title, in Chinese or English, the card number before the student number', () => {
    expect(rosterHeader([['新生名册'], ['学号', '姓 名*', '借书证号(必填)', '班级']])).toEqual({
      at: 1,
      columns: { name: 1, number: 2, class: 3 },
      unread: [{ column: 0, heading: '学号', code: 'column.unread' }],
    });
    expect(rosterHeader([['Name', 'Card Number', 'Class No.']])?.columns).toEqual({
      name: 0,
      number: 1,
      class: 2,
    });
    expect(rosterHeader([['学籍号', '姓名']])?.columns).toEqual({ name: 1 });
    expect(rosterHeader([['a', 'b']])).toBeNull();
  });

  it.each([
    '借书证号',
    '借阅证号',
    '读者编号',
    '一卡通号',
    '校园卡号',
    '图书证号',
    ' 读者 证号 ',
    '借书证号（必填）',
    '学号',
  ])('takes %s for the card number', (heading) => {
    expect(rosterHeader([['姓名', heading]])).toMatchObject({ columns: { number: 1 }, unread: [] });
  });

  it('names what it does not read, and never looks at what holds a birth date', () => {
    const header = rosterHeader([
      ['序号', '姓名', '学籍号', '身份证号', '性别', '', '姓名', 'No.', '出生日期'],
    ]);
    expect(header?.columns).toEqual({ name: 1 });
    expect(header?.unread.map(({ column, code }) => [column, code])).toEqual([
      [2, 'column.never-read'],
      [3, 'column.never-read'],
      [4, 'column.unread'],
      [6, 'column.unread'],
      [8, 'column.never-read'],
    ]);
  });

  it('takes class, grade or kind from the name of the sheet where the table has none', () => {
    for (const [name, columns, told] of [
      ['三年级2班', ['name'], { class: '三年级2班' }],
      ['高一(3)', ['name', 'number'], { class: '高一(3)' }],
      ['2班', ['name', 'grade'], { class: '2班' }],
      ['2班', ['name'], {}],
      ['三年级2班', ['name', 'class'], {}],
      ['三年级', ['name', 'class'], { grade: '三年级' }],
      ['三年级', ['name', 'class', 'grade'], {}],
      ['3', ['name', 'class'], {}],
      ['教师', ['name'], { kind: '教师' }],
      ['教师', ['name', 'kind'], {}],
      ['Sheet1', ['name'], {}],
      ['九(1)', ['name'], { class: '九(1)' }],
      ['3【2】', ['name'], { class: '3【2】' }],
      ['高302', ['name'], { class: '高302' }],
      ['Class 2', ['name', 'grade'], { class: 'Class 2' }],
      // Days, and a copy of a sheet.
      ['9-1', ['name'], {}],
      ['9.1', ['name'], {}],
      ['12-25', ['name'], {}],
      ['1015', ['name'], {}],
      ['902', ['name'], {}],
      ['2', ['name', 'grade'], {}],
      ['3 (2)', ['name'], {}],
      ['三年级 (2)', ['name'], {}],
    ] as const)
      expect([name, columns, toldBySheet(name, columns)]).toEqual([name, columns, told]);
  });

  it('reads a class only where one reading is possible, and a year only where it has a grade', () => {
    const all12 = school('primary', 'junior', 'senior');
    expect(read({ class: '高2026级3班' }, all12)).toBe('null senior|2026|3');
    expect(read({ class: '高27级3班' }, all12)).toBe('null senior|2027|3');
    expect(read({ class: '高2028级3班' }, all12)).toBe('class grade.not-in-school');
    expect(read({ class: '高2020级3班' }, school('senior'))).toBe('class grade.not-in-school');
    expect(read({ class: '初2025级5班', section: '高中' }, all12)).toBe('class class.contradicts-grade');
    expect(read({ class: '初2025级5班' }, school('primary'))).toBe('class class.section-not-in-school');
    expect(read({ class: '二十班' })).toBe('class class.unreadable');
    expect(read({ class: '二十班', grade: '高二' }, all12)).toBe('null senior|2025|20');
    expect(read({ class: '二十班', grade: '二年级' })).toBe('class class.unreadable');
    expect(read({ class: '三(2)班' }, school('junior', 'senior'))).toBe('class grade.ambiguous');
  });

  it.each(['姓名', 'Name', '合计', '总 计', '填表人：王老师', '注: 以上名单'])(
    'takes %s among the names for no person, even where the sheet tells the class',
    (name) => {
      expect(read({ name, class: '三年级2班' })).toBe('name name.not-a-person');
    },
  );

  it('refuses a row with a cell that must not be taken', () => {
    expect(read({ number: { fault: 'cell.digits-lost' }, grade: '3', class: '2' })).toBe(
      'number cell.digits-lost',
    );
    const row = rosterRow({ sheet: '一', row: 9 }, { name: { fault: 'cell.error' }, number: 'a1' }, school());
    expect(row).toEqual({ sheet: '一', row: 9, field: 'name', code: 'cell.error', name: null, number: 'A1' });
  });
});
