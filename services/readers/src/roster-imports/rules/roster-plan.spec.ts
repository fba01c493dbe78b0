import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReaderId } from '@shulian/contracts/ids';
import { rosterHeader } from './roster-columns.js';
import { placeKey, rosterPlan, type KnownInSchool } from './roster-plan.js';
import { rosterRow, type RosterFault, type RosterPerson, type RosterSchool } from './roster-row.js';

const place = (classNo: number, entryYear = 2024) => ({ section: 'primary', entryYear, classNo }) as const;
const person = (name: string, but: Partial<RosterPerson> = {}): RosterPerson => ({
  row: 2,
  name,
  number: null,
  kind: 'student',
  place: place(1),
  ...but,
});
const reader = (id: string, but: Partial<KnownInSchool> = {}): KnownInSchool => ({
  id: id as ReaderId,
  name: id,
  kind: 'student',
  place: place(1),
  isActive: true,
  numbers: [],
  ...but,
});
const fault = (but: Partial<RosterFault>): RosterFault => ({
  row: 3,
  field: 'grade',
  code: 'x',
  name: 'x',
  number: null,
  ...but,
});
const all = 100;

describe('who is whom', () => {
  it('goes by number before name', () => {
    const known = [reader('甲', { numbers: ['1'] }), reader('乙', { numbers: ['2'] })];
    const { steps } = rosterPlan([person('乙', { number: '1' }), person('丙', { number: '3' })], known, all);
    expect(steps).toMatchObject([{ is: 'keep', id: '甲', change: 'update' }, { is: 'create' }]);
  });

  it('takes readers of the same name in a class one after the other, and a lone one from another class', () => {
    const known = [
      reader('a', { name: '王' }),
      reader('b', { name: '王' }),
      reader('c', { name: '李', place: place(2) }),
    ];
    const { steps } = rosterPlan([person('王'), person('王'), person('王'), person('李')], known, all);
    expect(steps).toMatchObject([
      { is: 'keep', id: 'a', change: 'none' },
      { is: 'keep', id: 'b', change: 'none' },
      { is: 'create' },
      { is: 'keep', id: 'c', change: 'move' },
    ]);
  });

  it('refuses a number, or a reader, that comes twice', () => {
    const known = [reader('甲', { numbers: ['1', '2'] })];
    const rows = [
      person('甲', { number: '1' }),
      person('甲', { number: '1' }),
      person('甲', { number: '2' }),
    ];
    expect(rosterPlan(rows, known, all).steps).toMatchObject([
      { is: 'keep' },
      { is: 'reject', fault: { code: 'card.number-twice' } },
      { is: 'reject', fault: { code: 'reader.twice' } },
    ]);
  });

  it('brings back who had left, by number only', () => {
    const known = [reader('甲', { isActive: false, numbers: ['1'] })];
    expect(rosterPlan([person('甲', { number: '1' })], known, all).steps).toMatchObject([
      { change: 'update' },
    ]);
    expect(rosterPlan([person('甲')], known, all).steps).toMatchObject([{ is: 'create' }]);
  });

  it('gives every row one step in its order, and no reader two', () => {
    const people = fc.array(
      fc.record({
        name: fc.constantFrom('王', '李', '张'),
        number: fc.constantFrom(null, '1', '2', '3'),
        no: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 12 },
    );
    const readers = fc.array(
      fc.record({
        name: fc.constantFrom('王', '李', '张'),
        no: fc.integer({ min: 1, max: 3 }),
        isActive: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(people, readers, (rows, present) => {
        const file = rows.map(({ name, number, no }, n) =>
          person(name, { row: n + 2, number, place: place(no) }),
        );
        const known = present.map(({ name, no, isActive }, n) =>
          reader(`r${n}`, { name, isActive, place: place(no), numbers: [String(n)] }),
        );
        const { steps, leavers } = rosterPlan(file, known, all);
        expect(steps.map((step) => (step.is === 'reject' ? step.fault.row : step.person.row))).toEqual(
          file.map(({ row }) => row),
        );
        const kept = steps.flatMap((step) => (step.is === 'keep' ? [step.id] : []));
        expect(new Set(kept).size).toBe(kept.length);
        expect(leavers.filter((id) => kept.includes(id))).toEqual([]);
      }),
    );
  });
});

describe('who leaves', () => {
  it('are those of the classes and kinds that the file names', () => {
    const known = [
      reader('named'),
      reader('missing'),
      reader('other class', { place: place(2) }),
      reader('gone', { isActive: false }),
      reader('t1', { kind: 'teacher', place: null }),
      reader('t2', { kind: 'teacher', place: null }),
    ];
    expect(rosterPlan([person('named')], known, all).leavers).toEqual(['missing']);
    const withTeacher = [person('named'), person('t1', { kind: 'teacher', place: null })];
    expect(rosterPlan(withTeacher, known, all).leavers).toEqual(['missing', 't2']);
  });

  it('are not those a bad row seems to mean, and nobody when one cannot be read at all', () => {
    const known = [reader('甲', { numbers: ['1'] }), reader('乙'), reader('丙'), reader('丁')];
    const file = [person('丙'), fault({ number: '1' }), fault({ name: '乙' })];
    expect(rosterPlan(file, known, all).leavers).toEqual(['丁']);
    expect(rosterPlan([...file, fault({ name: null })], known, all).leavers).toEqual([]);
  });

  it.each([
    [19, false],
    [20, false],
    [21, true],
  ])('are too many above the share: %d of 100 at 20 percent', (count, stops) => {
    const known = Array.from({ length: 100 }, (_, n) => reader(`r${n}`));
    const rows = known.slice(count).map(({ name }) => person(name));
    expect(rosterPlan(rows, known, 20).tooMany !== null).toBe(stops);
  });

  it.each([
    [2, false],
    [3, true],
  ])('may be two of a small staff, not more: %d of 5', (count, stops) => {
    const known = Array.from({ length: 5 }, (_, n) => reader(`t${n}`, { kind: 'teacher', place: null }));
    const rows = known.slice(count).map(({ name }) => person(name, { kind: 'teacher', place: null }));
    expect(rosterPlan(rows, known, 20).tooMany !== null).toBe(stops);
  });
});

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
    personName: (text) => (text.trim() === '' ? null : text.trim()),
    cardNumber: (text) => (text.includes(' ') ? null : text.toUpperCase()),
    isIdentityNumber: (number) => number === 'ID',
  });
  const read = (cells: Parameters<typeof rosterRow>[1], at = school('primary', 'junior')) => {
    const row = rosterRow(2, { name: '甲', ...cells }, at);
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
    });
    expect(rosterHeader([['Name', 'Card Number', 'Class No.']])?.columns).toEqual({
      name: 0,
      number: 1,
      class: 2,
    });
    expect(rosterHeader([['学籍号', '姓名']])?.columns).toEqual({ name: 1 });
    expect(rosterHeader([['a', 'b']])).toBeNull();
  });
});
