import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { day, SCHOOL } from '../a-loan.builder.js';
import {
  contradictions,
  lettingReferenceOut,
  explainedPolicy,
  resolvePolicy,
  standingOf,
  versionOn,
  type PolicyCase,
  type PolicyParameters,
  type PolicyRow,
  type PolicyVersion,
} from './loan-policy.js';
import { policyOn } from './policy-on-day.js';

const CLASS = 'class 5.2' as SchoolClassId;
const aPupil: PolicyCase = { readerKind: 'student', grade: 5, classId: CLASS, copyKind: 'book' };
const row = (id: string, sets: Partial<PolicyParameters>, when: Partial<PolicyRow> = {}): PolicyRow => ({
  id,
  readerKind: null,
  grades: null,
  classId: null,
  copyKind: null,
  sets,
  ...when,
});
const version = (
  rows: PolicyRow[],
  schoolId: SchoolId | null = null,
  number = 1,
  effectiveOn = '2026-01-01',
): PolicyVersion => ({ schoolId, version: number, effectiveOn: day(effectiveOn), rows });

describe('which rule applies', () => {
  it('resolves each parameter on its own, from the most specific row that sets it', () => {
    const county = version([
      row('all', { loanDays: 30, loanLimit: 5 }),
      row('grade 5', { loanLimit: 6 }, { grades: [5] }),
    ]);
    const school = version(
      [row('school', { loanDays: 14 }), row('class', { renewals: 3 }, { classId: CLASS })],
      SCHOOL,
      4,
    );
    const policy = resolvePolicy([county, school], aPupil);
    expect(explainedPolicy(policy)).toEqual({
      loanDays: { value: 14, rule: 'school', version: 4, scope: `school:${SCHOOL}` },
      loanLimit: { value: 6, rule: 'grade 5', version: 1, scope: 'county' },
      renewals: { value: 3, rule: 'class', version: 4, scope: `school:${SCHOOL}` },
    });
  });
  it('asks school, class, grade, kind of copy, kind of reader, in this order', () => {
    const rows = [
      row('kind of reader', { loanDays: 1 }, { readerKind: 'student' }),
      row('kind of copy', { loanDays: 2 }, { copyKind: 'book' }),
      row('grade', { loanDays: 3 }, { grades: [4, 5] }),
      row('class', { loanDays: 4 }, { classId: CLASS }),
    ];
    for (let known = 1; known <= rows.length; known += 1)
      expect(resolvePolicy([version(rows.slice(0, known))], aPupil).loanDays?.value).toBe(known);
    const school = version([row('school', { loanDays: 5 })], SCHOOL);
    expect(resolvePolicy([version(rows), school], aPupil).loanDays?.value).toBe(5);
  });
  it('passes over rows whose conditions are not met', () => {
    const rows = [
      row('teachers', { loanLimit: 20 }, { readerKind: 'teacher' }),
      row('grade 6', { loanLimit: 7 }, { grades: [6] }),
      row('periodicals', { loanLimit: 1 }, { copyKind: 'periodical' }),
    ];
    expect(resolvePolicy([version(rows)], aPupil)).toEqual({});
    expect(resolvePolicy([version(rows)], { ...aPupil, grade: null, copyKind: null })).toEqual({});
  });
  it('tells null, which switches something off, from a parameter that is not set', () => {
    const rows = [
      row('all', { readingNoteEvery: 2 }),
      row('grade 5', { readingNoteEvery: null }, { grades: [5] }),
    ];
    expect(resolvePolicy([version(rows)], aPupil).readingNoteEvery).toMatchObject({
      value: null,
      rule: { id: 'grade 5' },
    });
  });
  it('[CIR-023] is dated: a version holds from its day on, until a newer one does', () => {
    const versions = [version([], null, 1, '2026-01-01'), version([], null, 2, '2026-10-12')];
    expect(versionOn(versions, day('2025-12-31'))).toBeNull();
    expect(versionOn(versions, day('2026-10-11'))?.version).toBe(1);
    expect(versionOn(versions, day('2026-10-12'))?.version).toBe(2);
    expect(versionOn(versions, day('2026-10-13'))?.version).toBe(2);
  });
  it('of several for one day is the newest, and put later for an earlier day hides none that is planned', () => {
    const versions = [
      version([], null, 1, '2026-01-01'),
      version([], null, 2, '2026-10-12'),
      version([], null, 3, '2026-10-01'),
      version([], null, 4, '2026-10-01'),
    ];
    const numbers = ['2026-09-30', '2026-10-01', '2026-10-02', '2026-10-11', '2026-10-12', '2026-10-13'].map(
      (on) => versionOn(versions, day(on))?.version,
    );
    expect(numbers).toEqual([1, 4, 4, 4, 2, 2]);
    const standing = (number: number, today: string) =>
      standingOf(versions[number - 1] as PolicyVersion, versions, day(today));
    expect([1, 2, 3, 4].map((number) => standing(number, '2026-09-30'))).toEqual([
      { standing: 'in-force', untilOn: '2026-09-30' },
      { standing: 'planned', untilOn: null },
      { standing: 'replaced', untilOn: null },
      { standing: 'planned', untilOn: '2026-10-11' },
    ]);
    expect([1, 4, 2].map((number) => standing(number, '2026-10-01').standing)).toEqual([
      'ended',
      'in-force',
      'planned',
    ]);
    expect([4, 2].map((number) => standing(number, '2026-10-11').standing)).toEqual(['in-force', 'planned']);
    expect([4, 2].map((number) => standing(number, '2026-10-12').standing)).toEqual(['ended', 'in-force']);
  });
  it('stays on its planned day, whatever is put for earlier days, and stands as it holds', () => {
    const dated = fc.record({
      version: fc.integer({ min: 1, max: 40 }),
      n: fc.integer({ min: 10, max: 30 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(dated, { selector: ({ version: number }) => number, maxLength: 8 }),
        fc.integer({ min: 10, max: 30 }),
        (input, on) => {
          const versions = input.map((one) => version([], null, one.version, `2026-10-${one.n}`));
          const [today, held] = [day(`2026-10-${on}`), versionOn(versions, day(`2026-10-${on}`))];
          const inForce = versions.filter((one) => standingOf(one, versions, today).standing === 'in-force');
          expect(inForce).toEqual(held === null ? [] : [held]);
          if (held !== null) {
            const earlier = version([], null, 99, '2026-10-09');
            expect(versionOn([...versions, earlier], today)).toBe(held);
          }
        },
      ),
    );
  });
  it('takes the version of the day from each scope', () => {
    const versions = [
      version([row('old', { loanDays: 1, renewals: 1 })], null, 1),
      version([row('new', { loanDays: 2, renewals: 1 })], null, 2, '2026-10-12'),
      version([row('own', { renewals: 9 })], SCHOOL, 1),
    ];
    const policy = policyOn(versions, day('2026-10-12'), aPupil);
    expect([policy.loanDays?.value, policy.renewals?.value]).toEqual([2, 9]);
  });
  it('does not depend on the order of rows, unless they contradict each other', () => {
    const aRow = fc.record({
      readerKind: fc.option(fc.constantFrom('student' as const, 'teacher' as const)),
      grades: fc.option(fc.uniqueArray(fc.integer({ min: 4, max: 6 }), { minLength: 1 })),
      copyKind: fc.option(fc.constantFrom('book' as const, 'periodical' as const)),
      days: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 8 }), (input) => {
        const rows = input.map(({ days, ...when }, n) => row(String(n), { loanDays: days }, when));
        fc.pre(contradictions(rows).length === 0);
        const there = resolvePolicy([version(rows)], aPupil).loanDays?.value;
        const back = resolvePolicy([version([...rows].reverse())], aPupil).loanDays?.value;
        expect(back).toBe(there);
      }),
    );
  });
  it('lets reference books out by no row, and says which row tries', () => {
    const rows = [
      row('all', { mayLeaveRoom: true }),
      row('kept', { mayLeaveRoom: false }, { copyKind: 'reference' }),
      row('out', { mayLeaveRoom: true }, { copyKind: 'reference' }),
      row('days', { loanDays: 3 }, { copyKind: 'reference' }),
      row('others', { mayLeaveRoom: true }, { copyKind: 'periodical' }),
    ];
    expect(lettingReferenceOut(rows)).toEqual([2]);
  });
  it('refuses rows that contradict each other', () => {
    const grades = (id: string, numbers: number[], sets: Partial<PolicyParameters>): PolicyRow =>
      row(id, sets, { grades: numbers });
    expect(
      contradictions([grades('a', [3, 4], { loanDays: 7 }), grades('b', [4, 5], { loanDays: 9 })]),
    ).toEqual([1]);
    expect(contradictions([grades('a', [3, 4], { loanDays: 7 }), grades('b', [5], { loanDays: 9 })])).toEqual(
      [],
    );
    expect(contradictions([grades('a', [3, 4], { loanDays: 7 }), grades('b', [4], { renewals: 9 })])).toEqual(
      [],
    );
    expect(contradictions([row('a', { loanDays: 7 }), grades('b', [4], { loanDays: 9 })])).toEqual([]);
  });
});
