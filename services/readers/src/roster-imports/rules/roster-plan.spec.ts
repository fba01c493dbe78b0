import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReaderId } from '@shulian/contracts/ids';
import { nameKey, renamed } from '../../enrolment/rules/person-name.js';
import { rosterPlan as planned, type RosterPlan } from './roster-plan.js';
import type { RosterFault, RosterPerson } from './roster-row.js';
import type { KnownInSchool } from './who-is-whom.js';

const rosterPlan = (
  rows: readonly (RosterPerson | RosterFault)[],
  known: readonly KnownInSchool[],
  percent: number,
): RosterPlan => planned(rows, known, percent, { nameKey, renamed });
const place = (classNo: number, entryYear = 2024) => ({ section: 'primary', entryYear, classNo }) as const;
const person = (name: string, but: Partial<RosterPerson> = {}): RosterPerson => ({
  sheet: null,
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
  mayHaveCard: true,
  numbers: [],
  ...but,
});
const fault = (but: Partial<RosterFault>): RosterFault => ({
  sheet: null,
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

  it('knows a child again in another writing of the name, who keeps the fuller one', () => {
    const known = [
      reader('a', { name: '阿依古丽·买买提' }),
      reader('b', { name: '王墨' }),
      reader('c', { name: '李 乙' }),
    ];
    const rows = [person('阿依古丽买买提'), person('王墨'), person('李乙')];
    expect(rosterPlan(rows, known, all)).toMatchObject({
      steps: [
        { is: 'keep', id: 'a', change: 'none' },
        { is: 'keep', id: 'b', change: 'none' },
        { is: 'keep', id: 'c', change: 'update' },
      ],
      leavers: [],
    });
    const alike = [reader('d', { name: 'LiHua' }), reader('e', { name: 'Li Hua' })];
    expect(rosterPlan([person('Li Hua'), person('LiHua')], alike, all).steps).toMatchObject([
      { id: 'e', change: 'none' },
      { id: 'd', change: 'none' },
    ]);
  });

  it('takes one without a number in two sheets for one person, and two in one sheet for two', () => {
    const rows = [
      person('王', { sheet: '总表' }),
      person('王', { sheet: '总表' }),
      person('王', { sheet: '1班' }),
      person('王', { sheet: '2班', place: place(2) }),
    ];
    expect(rosterPlan(rows, [], all).steps).toMatchObject([
      { is: 'create' },
      { is: 'create' },
      { is: 'reject', fault: { sheet: '1班', code: 'reader.twice' } },
      { is: 'create' },
    ]);
  });

  describe('a number that nobody has', () => {
    const own = (id: string, but: Partial<KnownInSchool> = {}): KnownInSchool =>
      reader(id, { name: '王', numbers: ['R0000018'], ...but });
    const known = [own('a')];

    it('is given to the only one of that name in the class who has none but generated numbers', () => {
      const rows = [person('王', { number: 'S1' })];
      expect(rosterPlan(rows, known, all)).toMatchObject({
        steps: [{ is: 'keep', id: 'a', change: 'update', getsNumber: true }],
        leavers: [],
      });
      const numbered = [own('a', { numbers: ['R0000018', 'S1'] })];
      expect(rosterPlan(rows, numbered, all).steps).toMatchObject([{ change: 'none', getsNumber: false }]);
    });

    it.each([
      ['has a number that the school did not generate', [own('a', { numbers: ['R0000018', 'P5'] })], ['S1']],
      ['is one of two of that name', [own('a'), own('b', { numbers: ['R0000026'] })], ['S1']],
      ['is meant by two rows', known, ['S1', 'S2']],
      ['would leave another class that the file names', [own('a', { place: place(2) })], ['S1']],
    ])(
      'is not given, nor is anybody new or gone, where the reader of that name %s',
      (_, readers, numbers) => {
        const rows = [
          ...numbers.map((number) => person('王', { number })),
          person('李', { number: 'S8' }),
          person('张', { number: 'S9', place: place(2) }),
        ];
        expect(rosterPlan(rows, readers, all)).toMatchObject({
          steps: [
            ...numbers.map(() => ({ is: 'reject', fault: { code: 'reader.has-other-number' } })),
            { is: 'create' },
            { is: 'create' },
          ],
          leavers: [],
        });
      },
    );

    it('makes somebody new where nobody of that name and kind would leave', () => {
      const elsewhere = [
        own('a', { place: place(2) }),
        own('b', { kind: 'teacher', place: null }),
        own('c', { isActive: false }),
        own('d', { numbers: ['P5'] }),
      ];
      const rows = [person('王', { number: 'S1' }), person('王', { number: 'P5' })];
      expect(rosterPlan(rows, elsewhere, all)).toMatchObject({
        steps: [{ is: 'create' }, { is: 'keep', id: 'd' }],
        leavers: [],
      });
    });
  });

  it('makes nobody new without a number while one of two of that name would leave', () => {
    const known = [
      reader('a', { name: '王', place: place(2) }),
      reader('b', { name: '王', place: place(3) }),
    ];
    const rows = [person('王'), person('李', { place: place(2) }), person('张', { place: place(3) })];
    expect(rosterPlan(rows, known, all)).toMatchObject({
      steps: [
        { is: 'reject', fault: { code: 'reader.namesake-leaves' } },
        { is: 'create' },
        { is: 'create' },
      ],
      leavers: [],
    });
  });

  it.each([
    ['all who have a number before the classes', ['总表', '1班']],
    ['the classes before all who have a number', ['1班', '总表']],
  ])('takes one with a number in one sheet and without in another for one person: %s', (_, order) => {
    const rows = order.map((sheet) => person('王', { sheet, number: sheet === '总表' ? 'P1' : null }));
    const steps = order.map((sheet) =>
      sheet === '总表'
        ? { is: 'create', person: { number: 'P1' } }
        : { is: 'reject', fault: { sheet: '1班', code: 'reader.twice' } },
    );
    expect(rosterPlan(rows, [], all).steps).toMatchObject(steps);
    // The sheet with the numbers does not say the class, and the school knows it.
    const placeless = rows.map((row) => (row.number === null ? row : { ...row, kind: null, place: null }));
    expect(
      rosterPlan(placeless, [reader('a', { name: '王', numbers: ['P1'] })], all).steps.map(({ is }) => is),
    ).toEqual(order.map((sheet) => (sheet === '总表' ? 'keep' : 'reject')));
    // In one sheet they are two.
    const together = rows.map((row) => ({ ...row, sheet: '总表' }));
    expect(rosterPlan(together, [], all).steps).toMatchObject([{ is: 'create' }, { is: 'create' }]);
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
