import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import { aReader } from './a-reader.builder.js';
import { changedReader, enrolled, personName, reinstated, suspended, suspensionOn } from './reader.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const LEFT = { is: 'left', on: day('2026-10-12'), why: 'left' } as const;

describe('a reader', () => {
  it('has a name of 1 to 100 characters without control characters', () => {
    expect([' 王  墨香 ', '', '\u0007', '甲'.repeat(100), '甲'.repeat(101)].map(personName)).toEqual([
      '王 墨香',
      null,
      null,
      '甲'.repeat(100),
      null,
    ]);
  });

  it('is told of once when enrolled', () => {
    expect(enrolled(aReader())).toMatchObject({
      reader: { version: 1, announced: 1 },
      facts: [{ is: 'enrolled' }],
    });
  });

  it('that does not change has no new version and no event', () => {
    const before = aReader();
    expect(changedReader(before, { name: before.name, classId: before.classId })).toEqual({
      reader: before,
      facts: [],
    });
  });

  it('raises the version of events once for each, and not at all for a name', () => {
    const before = aReader({ version: 5, announced: 3 });
    expect(changedReader(before, { name: '新名' })).toMatchObject({
      reader: { version: 6, announced: 3 },
      facts: [],
    });
    const moved = changedReader(before, { classId: 'other' as SchoolClassId, presence: LEFT });
    expect(moved.facts.map(({ is }) => is)).toEqual(['moved-class', 'left']);
    expect(moved.reader).toMatchObject({ version: 6, announced: 5 });
  });

  it('is enrolled anew when coming back or of another kind, with the class in the same event', () => {
    const back = changedReader(aReader({ presence: LEFT }), { presence: { is: 'active' }, classId: null });
    expect(back.facts).toEqual([{ is: 'enrolled' }]);
    expect(changedReader(aReader(), { kind: 'teacher', classId: null }).facts).toEqual([{ is: 'enrolled' }]);
  });

  it('leaves on one day: saying it again does not move it', () => {
    const before = aReader({ presence: LEFT });
    expect(changedReader(before, { presence: { ...LEFT, on: day('2026-11-01') } }).reader).toBe(before);
  });
});

describe('a suspension', () => {
  it('holds to the end of its last day', () => {
    const reader = aReader({ suspension: { why: 'lost-book', untilOn: day('2026-10-12') } });
    expect(
      ['2026-10-11', '2026-10-12', '2026-10-13'].map((on) => suspensionOn(reader, day(on)) !== null),
    ).toEqual([true, true, false]);
    expect(
      suspensionOn(aReader({ suspension: { why: 'x', untilOn: null } }), day('2099-01-01')),
    ).not.toBeNull();
  });

  it('is told of when it begins, changes and ends, and not when nothing does', () => {
    const first = suspended(aReader(), { why: 'lost-book', untilOn: null });
    expect(first.facts).toEqual([{ is: 'suspended' }]);
    expect(suspended(first.reader, { why: 'lost-book', untilOn: null })).toEqual({
      reader: first.reader,
      facts: [],
    });
    expect(suspended(first.reader, { why: 'lost-book', untilOn: day('2026-12-01') }).facts).toHaveLength(1);
    expect(reinstated(first.reader)).toMatchObject({
      reader: { suspension: null },
      facts: [{ is: 'reinstated' }],
    });
    expect(reinstated(aReader()).facts).toEqual([]);
  });
});
