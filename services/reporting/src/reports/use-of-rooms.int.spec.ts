import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Announcement } from '@shulian/contracts/envelope';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import {
  checkedOut,
  classId,
  classOpened,
  lentToClass,
  readerEnrolled,
  returned,
  schoolId,
  schoolOpened,
  termOpened,
} from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';
import { inSession, roomChanged, roomId, sessionChanged, visitCounted, visitTakenBack } from '../room-use.builder.js'; // prettier-ignore

let database: FreshDatabase;
let reporting: ServiceForTests;
let librarian: string;
let neighbour: string;
let county: string;

type Row = Record<string, string | number | null>;
const ask = (path: string, token = librarian): Promise<Response> =>
  fetch(`${reporting.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh' },
  });
const rowsOf = async (report: string, more = '', token = librarian): Promise<Row[]> => {
  const answer = await ask(`/reports/${report}?from=2026-10-05&to=2026-10-11${more}`, token);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { rows: Row[] }).rows;
};
const headOf = async (report: string): Promise<string | undefined> =>
  (await (await ask(`/reports/${report}?format=csv&from=2026-10-05&to=2026-10-11`)).text())
    .replace('\ufeff', '')
    .split('\r\n')
    .find((line) => line.split(',').length > 3);
const on = async (day: string, ...events: Announcement[]): Promise<void> => {
  for (const event of events) await announceForTests(reporting, event, undefined, `${day}T04:00:00.000Z`);
};

beforeAll(async () => {
  database = await freshDatabase('reporting_rooms');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  librarian = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(1) });
  neighbour = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(2) });
  county = await reporting.signer.account({ role: 'county-viewer' });
  await on('2026-09-01', schoolOpened(1), schoolOpened(2), termOpened(1, 1, '2026-09-01', '2027-01-20'));
  await on('2026-09-01', classOpened(1, 1), classOpened(2, 1, { entryYear: 2021 }));
  // Five pupils in class 1, one in class 2, and a teacher.
  for (const n of [1, 2, 3, 4, 5]) await on('2026-09-02', readerEnrolled(n, 1, 1));
  await on('2026-09-02', readerEnrolled(6, 1, 2), readerEnrolled(7, 1, null, 'teacher'));
  await on('2026-09-02', roomChanged(1, 1), roomChanged(2, 2, 1, { department: null, campus: null }));
  // Wednesday: a lesson of class 1 with 5 of its pupils; one that was cancelled; on Saturday the teacher, and somebody of class 2.
  await on('2026-10-06', sessionChanged(1, 1), sessionChanged(2, 1, 1, { from: '15:00', to: '15:40' }));
  await on('2026-10-06', sessionChanged(2, 1, 2, { from: '15:00', to: '15:40', status: 'cancelled' }));
  await on('2026-10-06', sessionChanged(3, 1, 1, { on: '2026-10-10', kind: 'debate', classId: null }));
  await on('2026-10-06', sessionChanged(4, 1, 1, { on: '2026-11-04' }));
  await on('2026-10-07', visitCounted(1, 1, { inClass: 1 }, { ...inSession(1), persons: 5, minutes: 40 }));
  await on('2026-10-10', visitCounted(2, 1, { reader: 7, kind: 'teacher' }, { on: '2026-10-10' }));
  await on('2026-10-10', visitCounted(3, 1, { reader: 6, inClass: 2 }, { on: '2026-10-10' }));
  await on('2026-10-10', visitCounted(4, 1, {}, { on: '2026-10-10', persons: 9 }), visitTakenBack(4, 1));
  await on('2026-10-10', visitCounted(5, 1, {}, { on: '2026-10-10', persons: 3 }));
  await on('2026-10-10', visitCounted(6, 2, {}, { on: '2026-10-10', persons: 8 }));
  const of1 = { school: 1, inClass: 1, loanedOn: '2026-10-07' };
  await on('2026-10-07', checkedOut({ loan: 1, copy: 1, reader: 1, ...of1 }));
  await on('2026-10-07', checkedOut({ loan: 2, copy: 2, reader: 2, ...of1 }));
  await on('2026-10-08', returned({ loan: 2, copy: 2, reader: 2, ...of1 }, 2, '2026-10-08'));
  await on('2026-10-07', lentToClass({ loan: 3, copy: 3, reader: 1, ...of1 }));
  await on('2026-10-07', lentToClass({ loan: 4, copy: 4, reader: 1, ...of1 }, 1, 'corner'));
  await eventually(async () => {
    expect(await reporting.sql('select 1 from known_visit')).toHaveLength(6);
    expect(await reporting.sql('select 1 from known_visit where taken_back')).toHaveLength(1);
    expect(await reporting.sql(`select 1 from known_session where status = 'booked'`)).toHaveLength(3);
    expect(await reporting.sql('select 1 from known_loan')).toHaveLength(4);
    expect(await reporting.sql(`select 1 from known_loan where state = 'returned'`)).toHaveLength(1);
    expect(await reporting.sql('select 1 from known_reader')).toHaveLength(7);
    expect(await reporting.sql('select 1 from known_room')).toHaveLength(2);
  });
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('visits', () => {
  it('[RPT-019] [RPT-023] stand beside loans and returns by kind of reader, and are none; corners are apart from what is lent', async () => {
    expect(await rowsOf('loans-per-reader-kind')).toEqual([
      expect.objectContaining({ readerKind: 'class', loans: 1, visits: 0 }),
      expect.objectContaining({ readerKind: 'corner', loans: 1, visits: 0 }),
      expect.objectContaining({ readerKind: 'counted', loans: 0, visits: 3 }),
      expect.objectContaining({ readerKind: 'student', readers: 6, loans: 2, returns: 1, visits: 6 }),
      expect.objectContaining({ readerKind: 'teacher', readers: 1, loans: 0, visits: 1 }),
    ]);
  });

  it('of no reader are no secret to the county; those of a single teacher are', async () => {
    const rows = await rowsOf('loans-per-reader-kind', '', county);
    expect(rows.map(({ readerKind, loans, visits }) => [readerKind, loans, visits])).toEqual([
      ['class', 1, 0],
      ['corner', 1, 0],
      ['counted', 0, 11],
      ['student', 2, 6],
      ['teacher', null, null],
    ]);
  });

  it('[RPT-019] are counted by department of the library', async () => {
    const of = { schoolId: schoolId(1), school: '第1小学', department: '阅览部' };
    expect(await rowsOf('visits-by-department')).toEqual([
      { ...of, readerKind: 'counted', visits: 3, inLessons: 0 },
      { ...of, readerKind: 'student', visits: 6, inLessons: 5 },
      { ...of, readerKind: 'teacher', visits: 1, inLessons: 0 },
    ]);
    expect(await headOf('visits-by-department')).toBe('学校,部门,读者类型,到馆人次,其中课内');
    expect((await rowsOf('visits-by-department', '', neighbour)).map(({ visits }) => visits)).toEqual([8]);
    expect(await rowsOf('visits-by-department', '', county)).toHaveLength(4);
    expect((await ask(`/reports/visits-by-department?schoolId=${schoolId(2)}`)).status).toBe(403);
  });

  it('count once, however often they are told; what was taken back stays so', async () => {
    await on('2026-10-10', visitCounted(4, 1, {}, { on: '2026-10-10', persons: 9 }), visitTakenBack(4, 1));
    await on('2026-10-10', visitCounted(5, 1, {}, { on: '2026-10-10', persons: 3 }));
    await on('2026-10-11', visitCounted(8, 1, {}, { on: '2026-10-04', persons: 1 }));
    await eventually(async () => expect(await reporting.sql('select 1 from known_visit')).toHaveLength(7));
    expect((await rowsOf('room-use'))[0]).toMatchObject({ visits: 10 });
    expect(await reporting.sql('select * from differing_sums() where differing > 0')).toEqual([]);
  });
});

describe('rooms', () => {
  it('[RPT-024] tell lessons in sessions of classes, other uses, and who came; what was cancelled or is to come counts for nothing', async () => {
    expect(await rowsOf('room-use')).toEqual([
      {
        schoolId: schoolId(1),
        school: '第1小学',
        roomId: expect.any(String),
        campus: '东校区',
        room: '1号阅览室',
        seats: 60,
        readingLessons: 1,
        classes: 1,
        otherSessions: 1,
        lessonVisits: 5,
        otherVisits: 5,
        visits: 10,
      },
    ]);
    expect(await headOf('room-use')).toBe(
      '学校,校区,馆室,座位,阅读课班次,上课班级数,其他使用次数,课内人次,课外人次,到馆人次',
    );
  });

  it('[RPT-033] tell what is lesson and what is free, on weekdays and at weekends, by campus', async () => {
    expect(await rowsOf('lessons-and-visits')).toMatchObject([
      { campus: '东校区', days: 'weekday', readingLessons: 1, otherSessions: 0, lessonVisits: 5, otherVisits: 0, lessonShare: 100 }, // prettier-ignore
      { campus: '东校区', days: 'weekend', readingLessons: 0, otherSessions: 1, lessonVisits: 0, otherVisits: 5, lessonShare: 0 }, // prettier-ignore
    ]);
    expect(await headOf('lessons-and-visits')).toBe(
      '学校,校区,馆室,日别,阅读课班次,其他使用次数,课内人次,课外人次,课内占比(%)',
    );
    const tooLong = await ask('/reports/lessons-and-visits?from=2026-09-10&to=2026-10-11', county);
    expect(tooLong.status).toBe(400);
    expect(await tooLong.json()).toMatchObject({ code: 'report.period-invalid' });
  });

  it('[RPT-039] give the file of special rooms: what they are, and how they were used', async () => {
    expect(await rowsOf('special-room-use')).toMatchObject([
      { schoolCode: 'S1', room: '1号阅览室', purposes: 'reading', seats: 60, retiredOn: null, daysUsed: 2, sessions: 2, classSessions: 1, hours: 1.3, visits: 10 }, // prettier-ignore
    ]);
    expect(await headOf('special-room-use')).toBe(
      '学校代码,学校,校区,馆室,用途,地点,座位,停用日期,使用天数,使用课次,其中班级课次,使用课时（小时）,使用人次',
    );
  });

  it('are called in a past period what they were called then', async () => {
    await on('2026-10-12', roomChanged(1, 1, 2, { name: '综合阅览部', seats: 90 }));
    await eventually(async () => {
      const answer = await ask('/reports/room-use?from=2026-10-05&to=2026-10-12');
      expect(((await answer.json()) as { rows: Row[] }).rows[0]).toMatchObject({
        room: '综合阅览部',
        seats: 90,
      });
    });
    expect((await rowsOf('room-use'))[0]).toMatchObject({ room: '1号阅览室', seats: 60 });
  });

  it('that were out of use before the period are no assets of it, unless somebody was there', async () => {
    await on('2026-10-04', roomChanged(3, 1, 1, { retiredOn: '2026-10-05' }), roomChanged(4, 1, 1, { retiredOn: '2026-10-06' })); // prettier-ignore
    await eventually(async () =>
      expect(await reporting.sql('select distinct room_id from known_room')).toHaveLength(4),
    );
    expect((await rowsOf('special-room-use')).map(({ room }) => room)).toEqual(['1号阅览室', '4号阅览室']);
    await on('2026-10-07', visitCounted(9, 1, {}, { roomId: roomId(3), on: '2026-10-07', persons: 1 }));
    await eventually(async () => expect(await rowsOf('special-room-use')).toHaveLength(3));
    await on('2026-10-07', visitTakenBack(9, 1));
    await eventually(async () => expect(await rowsOf('special-room-use')).toHaveLength(2));
  });
});

describe('classes', () => {
  it('[RPT-025] have a register of what was read in the rooms and borrowed: one by one, together and for the corner', async () => {
    expect(await rowsOf('class-reading-table')).toEqual([
      {
        schoolId: schoolId(1),
        school: '第1小学',
        classId: classId(1),
        className: '三年级1班',
        pupils: 5,
        lessons: 1,
        readings: 5,
        loans: 2,
        collective: 1,
        corner: 1,
        returns: 1,
        readingsPerPupil: 1,
        loansPerPupil: 0.4,
      },
      expect.objectContaining({ className: '六年级2班', pupils: 1, readings: 1, loans: 0 }),
    ]);
    expect(await headOf('class-reading-table')).toBe(
      '学校,班级,学生数,阅读课班次,阅览人次,个人借书册数,集体借书册数,图书角、图书箱册数,归还册数,人均阅览,人均借书',
    );
    // Of a class of one the county learns nothing; of five it does.
    expect(await rowsOf('class-reading-table', '', county)).toMatchObject([
      { pupils: 5, loans: 2 },
      { pupils: 1, loans: null, readings: null },
    ]);
  });

  it('[RPT-026] are ranked each week by what each pupil borrowed, and each has a sheet of its own', async () => {
    expect(await rowsOf('class-ranking')).toMatchObject([
      { rank: 1, className: '三年级1班', pupils: 5, loans: 2, collective: 1, corner: 1, readings: 5, loansPerPupil: 0.4 }, // prettier-ignore
      { rank: 2, className: '六年级2班', loans: 0 },
    ]);
    expect(await headOf('class-ranking')).toBe(
      '学校,名次,班级,学生数,个人借书册数,集体借书册数,图书角、图书箱册数,阅览人次,人均借书',
    );
    expect(await rowsOf('class-ranking', `&classId=${classId(2)}`)).toMatchObject([
      { rank: 2, className: '六年级2班' },
    ]);
    expect(await rowsOf('class-ranking', `&classId=${classId(1)}`, neighbour)).toEqual([]);
    const sheet = await ask(`/reports/class-ranking?classId=${classId(1)}&format=pdf&to=2026-10-09`);
    expect(sheet.headers.get('content-type')).toContain('application/pdf');
    const week = (await (await ask('/reports/class-ranking?to=2026-10-09')).json()) as { parameters: Row };
    expect(week.parameters).toMatchObject({ from: '2026-10-05', to: '2026-10-09' });
  });
});
