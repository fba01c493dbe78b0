import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aHelpedSchool, type HelpedSchool } from '../helper-office/a-helped-school.builder.js';
import type { HelperView } from '../helper-office/helper-office.http.js';
import type { DutyEntryView, DutySlotView } from './helper-duties.http.js';

type Coded = { readonly code: string };
let school: HelpedSchool;
let classId: string;
let helper: HelperView;
let other: HelperView;
let teacher: string;
beforeAll(async () => {
  school = await aHelpedSchool('readers_helper_duties');
  classId = await school.schoolClass();
  helper = await school.trained(classId);
  other = await school.trained(await school.schoolClass());
  teacher = await school.readers.as({ role: 'teacher', schoolId: school.id, classId });
});
afterAll(() => school?.stop());

const plan = (body: object, as = school.librarian) =>
  school.ask<DutySlotView & Coded>(
    'POST',
    '/duty-slots',
    { helperId: helper.id, period: 'noon', ...body },
    as,
  );
const enter = (body: object, as = school.librarian) =>
  school.ask<DutyEntryView & Coded>('POST', '/duty-entries', { attendance: 'kept', ...body }, as);

describe('the duty roster', () => {
  it('[RDR-028] has who was trained and is in office, in one place at a time', async () => {
    const { body: slot } = await plan({ weekday: 3, place: '阅览室' }, teacher);
    expect(slot).toMatchObject({
      weekday: 3,
      startsOn: '2026-09-01',
      endsOn: '2027-01-31',
      readerId: helper.readerId,
    });
    expect((await plan({ weekday: 3 })).body.code).toBe('duty.conflict');
    expect((await plan({ weekday: 3, period: 'evening' })).status).toBe(201);
    expect((await plan({ weekday: 5, endsOn: '2026-10-30' })).status).toBe(201);
    expect((await plan({ weekday: 5, startsOn: '2026-10-30' })).body.code).toBe('duty.conflict');
    expect((await plan({ weekday: 5, startsOn: '2026-10-31' })).status).toBe(201);
    expect((await plan({ weekday: 4, endsOn: '2027-02-01' })).body.code).toBe('duty.outside-office');
    const untrained = await school.proposed(classId);
    expect((await plan({ weekday: 4, helperId: untrained.id })).body.code).toBe('duty.not-in-office');
    await school.ask('POST', `/class-helpers/${untrained.id}/decision`, { decision: 'appoint' });
    expect((await plan({ weekday: 4, helperId: untrained.id })).body.code).toBe('duty.untrained');
    expect((await plan({ weekday: 4 }, school.stranger)).status).toBe(422);
    expect((await plan({ weekday: 4, helperId: other.id }, teacher)).status).toBe(422);
  });

  it('[RDR-028] is the same for two who plan at the same moment: one of them', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => plan({ weekday: 7 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('[RDR-028] is printed by class and weekday, and of a day shows what came of it', async () => {
    const lines = await school.csv(`/duty-slots?classId=${classId}&weekday=3&format=csv`, teacher);
    expect(lines[0]).toBe('星期,时段,班级,地点,工作内容,到岗情况');
    expect(lines[1]).toMatch(/^星期三,午间,三年级\d+班,阅览室,借还、/);
    const { body: day } = await school.ask<{ items: DutySlotView[] }>(
      'GET',
      `/duty-slots?on=2026-10-07&classId=${classId}`,
    );
    expect(day.items.map(({ period, attendance }) => [period, attendance])).toEqual([
      ['noon', null],
      ['evening', null],
    ]);
    const slot = day.items[0] as DutySlotView;
    const { body: entry } = await enter({ slotId: slot.id, onDay: '2026-10-07', attendance: 'late' });
    const { body: after } = await school.ask<{ items: DutySlotView[] }>(
      'GET',
      `/duty-slots?on=2026-10-07&classId=${classId}`,
    );
    expect(after.items[0]).toMatchObject({ entryId: entry.id, attendance: 'late' });
    // The roster of another weekday changes; a duty that was kept does not move.
    const change = (body: object, version = 1) =>
      school.ask<Coded>('PATCH', `/duty-slots/${slot.id}`, body, school.librarian, version);
    expect((await change({ weekday: 4 })).body.code).toBe('duty.has-entries');
    expect((await change({ place: '书库' })).status).toBe(200);
    expect((await change({ place: '书库' })).status).toBe(412);
    const remove = (as = school.librarian) =>
      school.ask<Coded>('DELETE', `/duty-slots/${slot.id}`, undefined, as);
    expect((await remove()).body.code).toBe('duty.has-entries');
    expect((await remove(school.stranger)).status).toBe(404);
    expect((await school.ask('DELETE', `/duty-entries/${entry.id}`)).status).toBe(204);
    expect((await remove()).status).toBe(204);
  });
});

describe('the work log of the service team', () => {
  it('[RDR-029] has one entry for a duty, on its day and not before, with what was done', async () => {
    const { body: slot } = await plan({ weekday: 1, tasks: ['lending', 'shelving'] });
    const entry = { slotId: slot.id, loans: 12, returns: 9, shelved: 30, note: '秩序良好' };
    expect((await enter({ ...entry, onDay: '2026-10-13' })).body.code).toBe('duty.not-on-this-day');
    expect((await enter({ ...entry, onDay: '2026-10-19' })).body.code).toBe('duty.to-come');
    const both = await Promise.all([1, 2].map(() => enter({ ...entry, onDay: '2026-10-12' }, teacher)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('duty.entered-already');
    const lines = await school.csv(`/duty-entries?classId=${classId}&from=2026-10-12&format=csv`, teacher);
    expect(lines[0]).toBe('日期,时段,班级,到岗情况,工作内容,借出,归还,上架,备注');
    expect(lines[1]).toMatch(/^2026-10-12,午间,三年级\d+班,到岗,借还、整架,12,9,30,秩序良好$/);
    const id = both.find(({ status }) => status === 201)?.body.id ?? '';
    const correct = (body: object, version: number, as = school.librarian) =>
      school.ask<DutyEntryView>('PATCH', `/duty-entries/${id}`, body, as, version);
    expect((await correct({ loans: 13 }, 1)).body).toMatchObject({ loans: 13, version: 2 });
    expect((await correct({ loans: 14 }, 1)).status).toBe(412);
    expect((await correct({ loans: 14 }, 2, school.stranger)).status).toBe(404);
  });

  it('[RDR-028] says who stood in: another helper who was trained and had no duty then', async () => {
    const { body: slot } = await plan({ weekday: 2 });
    const substituted = (standInId: string | null, onDay = '2026-10-06') =>
      enter({ slotId: slot.id, onDay, attendance: 'substituted', standInId });
    expect((await substituted(null)).status).toBe(400);
    expect((await enter({ slotId: slot.id, onDay: '2026-10-06', standInId: other.id })).status).toBe(400);
    expect((await substituted(helper.id)).status).toBe(422);
    await plan({ weekday: 2, helperId: other.id, endsOn: '2026-09-29' });
    expect((await substituted(other.id, '2026-09-29')).body.code).toBe('duty.conflict');
    const { body: entry } = await substituted(other.id);
    expect(entry).toMatchObject({ standInId: other.id, standIn: { readerId: other.readerId } });
    const { body: log } = await school.ask<{ items: DutyEntryView[] }>(
      'GET',
      `/duty-entries?helperId=${other.id}`,
    );
    expect(log.items.map(({ id }) => id)).toEqual([entry.id]);
    const { body: kept } = await school.ask<DutyEntryView>(
      'PATCH',
      `/duty-entries/${entry.id}`,
      { attendance: 'excused' },
      school.librarian,
      1,
    );
    expect(kept).toMatchObject({ attendance: 'excused', standInId: null, standIn: null });
  });
});
