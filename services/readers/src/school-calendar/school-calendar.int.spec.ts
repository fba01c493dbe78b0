import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { CalendarView, TermView } from './school-calendar.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let librarian: string;
let foreign: string;
let school: string;
let codes = 0;

const openSchool = async (): Promise<string> => {
  const body = { code: `S${(codes += 1)}`, name: '桃溪小学', kind: 'primary' };
  return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
};
beforeAll(async () => {
  database = await freshDatabase('readers_calendar');
  readers = await aReadersService(database.ownerUrl);
  school = await openSchool();
  librarian = await readers.as({ role: 'librarian', schoolId: school });
  foreign = await readers.as({ role: 'librarian', schoolId: await openSchool() });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const openTerm = (startsOn: string, endsOn: string, at = school) =>
  readers.ask<TermView>('POST', `/api/v1/schools/${at}/terms`, readers.admin, {
    body: { name: '学期', startsOn, endsOn },
  });
const calendarEvents = async (at: string) =>
  (await readers.events(at)).filter(({ type }) => /term|calendar/.test(type));

describe('the terms of a school', () => {
  it('do not overlap: the day before the first is the last one free', async () => {
    const at = await openSchool();
    expect((await openTerm('2026-09-01', '2027-01-31', at)).status).toBe(201);
    expect((await openTerm('2027-01-30', '2027-07-10', at)).status).toBe(409);
    expect((await openTerm('2027-01-31', '2027-07-10', at)).status).toBe(409);
    expect((await openTerm('2027-02-01', '2027-07-10', at)).status).toBe(201);
    const inside = await openTerm('2026-10-01', '2026-10-02', at);
    expect(inside.body).toMatchObject({ code: 'term.overlaps' });
  });

  it('do not overlap either when two are opened at the same moment', async () => {
    const at = await openSchool();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => openTerm(`2026-09-0${n + 1}`, '2027-01-31', at)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('have days that exist, in order, within a year', async () => {
    for (const [from, to] of [
      ['2026-02-30', '2026-07-01'],
      ['2026-09-01', '2026-08-31'],
      ['2026-09-01', '2027-09-01'],
    ] as const)
      expect((await openTerm(from, to)).status).toBe(400);
  });

  it('are told to others, and with them the calendar of every year that changes by them, once', async () => {
    const at = await openSchool();
    const before = (await calendarEvents(at)).length;
    await openTerm('2026-09-01', '2027-01-31', at);
    const term = (await openTerm('2027-02-20', '2027-07-10', at)).body;
    const change = (version: number, body: object) =>
      readers.ask('PATCH', `/api/v1/terms/${term.id}`, readers.admin, {
        body,
        headers: { 'if-match': `"v${version}"` },
      });
    expect((await change(2, {})).status).toBe(412);
    // The vacation begins as before, so the closed days stay.
    expect((await change(1, { endsOn: '2027-07-09' })).headers.get('etag')).toBe('"v2"');
    await change(2, { startsOn: '2027-02-22' });
    expect(
      (await calendarEvents(at))
        .slice(before)
        .map(({ type, aggregateversion, data }) => [
          aggregateversion - before,
          type.slice(16, -3),
          data['year'],
        ]),
    ).toEqual([
      [1, 'term.opened', undefined],
      [2, 'term.opened', undefined],
      [3, 'calendar.changed', 2027],
      [4, 'term.changed', undefined],
      [5, 'term.changed', undefined],
      // Mon 22 Feb was open, Sat 20 and Sun 21 were closed as they are now: nothing new to tell.
    ]);
  });

  it('are opened by the own librarian, and by no other', async () => {
    const body = { name: '学期', startsOn: '2030-09-01', endsOn: '2031-01-31' };
    expect((await readers.ask('POST', `/api/v1/schools/${school}/terms`, librarian, { body })).status).toBe(
      201,
    );
    expect((await readers.ask('POST', `/api/v1/schools/${school}/terms`, foreign, { body })).status).toBe(
      404,
    );
    const days = { body: { year: 2030, days: [] } };
    expect((await readers.ask('PUT', `/api/v1/schools/${school}/calendar-days`, foreign, days)).status).toBe(
      404,
    );
  });
});

describe('the calendar of a school', () => {
  const calendar = (year: number): Promise<CalendarView> =>
    readers.done('GET', `/api/v1/schools/${school}/calendar?year=${year}`, librarian);

  it('is closed on weekends and holidays and open on the days that make up for them', async () => {
    const { closedOn, holidaysKnown } = await calendar(2026);
    expect(holidaysKnown).toBe(true);
    const closed = (day: string): boolean => closedOn.some((each) => each === day);
    // State Council's notice for 2026: National Day 1 to 7 October, worked on 20 September and 10 October.
    expect(['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08'].map(closed)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(['2026-09-19', '2026-09-20', '2026-10-10', '2026-10-11'].map(closed)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('knows weekends and the holidays of the law in a year whose notice is not published', async () => {
    const { closedOn, holidaysKnown } = await calendar(2031);
    expect(holidaysKnown).toBe(false);
    expect(closedOn.some((day) => day === '2031-10-01')).toBe(true);
    expect(closedOn.some((day) => day === '2031-10-06')).toBe(false);
  });

  it('is told of a school that has said nothing yet, for every year a loan of today may be due in', async () => {
    const at = await openSchool();
    const events = await calendarEvents(at);
    const thisYear = events[0]?.data['year'] as number;
    expect(events.map(({ data }) => data['year'])).toEqual([0, 1, 2, 3].map((more) => thisYear + more));
    expect(events[0]?.data['closedOn']).toContain(`${thisYear}-10-01`);
    expect(events[3]?.data['closedOn']).toContain(`${thisYear + 3}-01-01`);
  });

  it('is closed between two terms, but where the school says that it is open', async () => {
    const at = await openSchool();
    const closedOn = async (): Promise<readonly string[]> =>
      (await readers.done<CalendarView>('GET', `/api/v1/schools/${at}/calendar?year=2027`, readers.admin))
        .closedOn;
    await openTerm('2026-09-01', '2027-01-20', at);
    // After the last term the days are the nation's.
    expect(await closedOn()).not.toContain('2027-01-21');
    await openTerm('2027-02-22', '2027-07-09', at);
    expect(await closedOn()).toEqual(expect.arrayContaining(['2027-01-21', '2027-02-03', '2027-02-19']));
    const days = [{ on: '2027-02-03', state: 'open', note: '寒假开馆' }];
    await readers.ask('PUT', `/api/v1/schools/${at}/calendar-days`, readers.admin, {
      body: { year: 2027, days },
    });
    expect(await closedOn()).not.toContain('2027-02-03');
    const told = (await calendarEvents(at)).filter(({ data }) => data['year'] === 2027).at(-1);
    expect(told?.data['closedOn']).toEqual(await closedOn());
  });

  it('follows the school where it differs from the nation, and tells the others when it changes', async () => {
    const set = (days: object[]) =>
      readers.ask<CalendarView>('PUT', `/api/v1/schools/${school}/calendar-days`, librarian, {
        body: { year: 2026, days },
      });
    const days = [
      { on: '2026-10-10', state: 'closed', note: '校运会' },
      { on: '2026-10-11', state: 'open' },
    ];
    const answer = await set(days);
    expect(answer.status).toBe(200);
    const before = (await calendarEvents(school)).length;
    expect(answer.body.closedOn).toContain('2026-10-10');
    expect(answer.body.closedOn).not.toContain('2026-10-11');
    await set(days);
    expect((await calendarEvents(school)).length).toBe(before);
    await set([]);
    const events = await calendarEvents(school);
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)?.data['closedOn']).not.toContain('2026-10-10');
    expect(JSON.stringify(events)).not.toContain('校运会');
    expect((await set([{ on: '2027-01-01', state: 'closed' }])).status).toBe(400);
    expect((await set([...days, ...days])).status).toBe(400);
  });

  it('is told again at start when the notice of a year has come with an update', async () => {
    const at = await openSchool();
    await openTerm('2026-09-01', '2027-01-31', at);
    const before = await calendarEvents(at);
    await readers.sql(
      `update announced_calendar set holidays_known = false, closed_on = '{2026-01-03}' where school_id = $1 and year = 2026`,
      [at],
    );
    await readers.stop();
    readers = await aReadersService(database.ownerUrl);
    const after = await calendarEvents(at);
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({
      aggregateversion: before.length + 1,
      data: { year: 2026, holidaysKnown: true },
    });
  });
});
