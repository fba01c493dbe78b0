import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import { aReader } from './a-reader.builder.js';
import { changedReader, enrolled, reinstated, suspended, suspensionOn } from './reader.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const LEFT = { is: 'left', on: day('2026-10-12'), why: 'left' } as const;

describe('a reader', () => {
  it('is told of once when enrolled', () => {
    expect(enrolled(aReader())).toMatchObject({
      reader: { version: 1, announced: 1 },
      fact: { is: 'enrolled' },
    });
  });

  it('that does not change has no new version and no event', () => {
    const before = aReader();
    expect(changedReader(before, { name: before.name, classId: before.classId })).toEqual({
      reader: before,
      fact: null,
    });
  });

  it('raises the version of events once, however much changes, and not at all for a name', () => {
    const before = aReader({ version: 5, announced: 3 });
    expect(changedReader(before, { name: '新名' })).toMatchObject({
      reader: { version: 6, announced: 3 },
      fact: null,
    });
    const moved = changedReader(before, { classId: 'other' as SchoolClassId, presence: LEFT });
    expect(moved).toMatchObject({
      reader: { version: 6, announced: 4, classId: 'other', presence: LEFT },
      fact: { is: 'left' },
    });
    expect(changedReader(before, { classId: null }).fact).toEqual({
      is: 'moved-class',
      from: before.classId,
    });
  });

  it('is enrolled anew when coming back or of another kind, and stays suspended', () => {
    const suspension = { why: 'lost-book', untilOn: day('2026-12-31') };
    const back = changedReader(aReader({ presence: LEFT, suspension }), {
      presence: { is: 'active' },
      classId: null,
    });
    expect(back).toMatchObject({ reader: { suspension, classId: null }, fact: { is: 'enrolled' } });
    const teacher = changedReader(aReader({ suspension }), { kind: 'teacher', classId: null });
    expect(teacher).toMatchObject({ reader: { suspension, kind: 'teacher' }, fact: { is: 'enrolled' } });
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
    expect(first.fact).toEqual({ is: 'suspended' });
    expect(suspended(first.reader, { why: 'lost-book', untilOn: null })).toEqual({
      reader: first.reader,
      fact: null,
    });
    expect(suspended(first.reader, { why: 'lost-book', untilOn: day('2026-12-01') }).fact).toEqual({
      is: 'suspended',
    });
    expect(reinstated(first.reader)).toMatchObject({
      reader: { suspension: null },
      fact: { is: 'reinstated' },
    });
    expect(reinstated(aReader()).fact).toBeNull();
  });
});
