import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CompensationOwedV1,
  CompensationSettledV1,
  LoanCheckedOutV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import { newId } from '@shulian/service-kit';
import { announceForTests, eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { SchoolClassPage, SchoolClassView } from '../classes/classes.http.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type { ClassListPage, ClassListReaderPage, LeaverPage } from './class-lists.http.js';
import type { FatePage, ProgressPage, SchoolYearView, YearClassPage } from './school-years.http.js';

const api = '/api/v1';
let database: FreshDatabase;
let readers: ReadersForTests;
beforeAll(async () => {
  database = await freshDatabase('readers_years');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

/** A school with a librarian who prepares, a head who reviews, and pupils who were there last year. */
const aSchool = async (kind: string, system = '6-3') => {
  const code = `S${newId().slice(-12)}`;
  const { id } = await readers.done<{ id: string }>('POST', `${api}/schools`, readers.admin, {
    code, name: `学校${code}`, kind, system,
  }); // prettier-ignore
  const librarian = await readers.as({ role: 'librarian', schoolId: id } as never);
  const head = await readers.as({ role: 'school-head', schoolId: id } as never);
  const open = (section: string, entryYear: number, classNo: number, more: object = {}) =>
    readers.done<SchoolClassView>('POST', `${api}/classes`, librarian, {
      section, entryYear, classNo, ...more,
    }); // prettier-ignore
  const pupil = async (classId: string, name: string, more: object = {}): Promise<string> => {
    const input = { kind: 'student', name, classId, ...more };
    const { id: reader } = await readers.done<ReaderView>('POST', `${api}/readers`, librarian, input);
    await readers.sql(`update reader set enrolled_on = '2025-09-01' where id = $1`, [reader]);
    return reader;
  };
  const write = <Body = SchoolYearView>(method: string, path: string, token: string, version: number, body?: object) =>
    readers.ask<Body>(method, `${api}${path}`, token, {
      ...(body === undefined ? {} : { body }), headers: { 'if-match': `"v${version}"` },
    }); // prettier-ignore
  const prepared = () =>
    readers.done<SchoolYearView>('POST', `${api}/school-years`, librarian, { year: 2026 });
  const committed = async (year: Pick<SchoolYearView, 'id' | 'version'>): Promise<SchoolYearView> => {
    const answer = await write('POST', `/school-years/${year.id}/commit`, head, year.version);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const fates = async ({ id: year }: Pick<SchoolYearView, 'id'>, query = '') =>
    (await readers.done<FatePage>('GET', `${api}/school-years/${year}/readers?limit=500${query}`, librarian))
      .items;
  const get = <Body>(path: string) => readers.done<Body>('GET', `${api}${path}`, librarian);
  return { id, code, librarian, head, open, pupil, write, prepared, committed, fates, get };
};
type OneSchool = Awaited<ReturnType<typeof aSchool>>;

const told = (items: FatePage['items']) =>
  items.map(({ name, fate, className, newClassName, leftOn }) => [
    name,
    fate,
    className,
    newClassName,
    leftOn,
  ]);
const codeOf = ({ status, body }: Answered<unknown>) => [status, (body as { code?: string }).code];

/** Circulation says that a reader has a copy, and owes for another. */
const burden = async (readerId: string, schoolId: string) => {
  const [copyId, debtCopyId, compensationId, loanId] = [newId(), newId(), newId(), newId()];
  const loan = {
    loanId, copyId, titleId: newId(), borrower: { kind: 'reader', id: readerId }, mode: 'individual', readerId,
    lendingSchoolId: schoolId, owningSchoolId: schoolId, readerSchoolId: schoolId, readerKind: 'student', classId: null,
    grade: null, clc: null, loanedOn: '2026-06-01', dueOn: '2026-07-01', renewals: 0,
  }; // prettier-ignore
  const owed = {
    compensationId, loanId: newId(), copyId: debtCopyId, titleId: newId(), borrower: loan.borrower, readerId,
    owningSchoolId: schoolId, lendingSchoolId: schoolId, readerSchoolId: schoolId, owedOn: '2026-06-20', owedFen: 2_500,
  }; // prettier-ignore
  await announceForTests(
    readers,
    LoanCheckedOutV1.announce({ ...loan, checkedOutAt: '2026-06-01T04:00:00.000Z' } as never, 1),
  );
  await announceForTests(readers, CompensationOwedV1.announce(owed as never, 1));
  return {
    returned: () =>
      announceForTests(readers, LoanReturnedV1.announce({
        ...loan, returnedOn: '2026-10-12', returnedAt: '2026-10-12T04:00:00.000Z', returnedToSchoolId: schoolId, daysLate: 103, next: 'shelf',
      } as never, 2)), // prettier-ignore
    paid: () =>
      announceForTests(
        readers,
        CompensationSettledV1.announce(
          { ...owed, how: 'paid', amountFen: 2_500, settledOn: '2026-10-12' } as never,
          2,
        ),
      ),
  };
};

/** Everything of a school that a step may touch, but versions, times and the trail. */
const tables = async ({ id }: OneSchool) => ({
  readers: await readers.sql(
    `select id, school_id, kind, name, class_id, left_on::text, left_why, suspended_why, enrolled_on::text, external_id,
       temporary, temporary_until::text from reader where school_id = $1 order by id`, [id],
  ), // prettier-ignore
  words: await readers.sql('select * from reader_word where school_id = $1 order by reader_id, word', [id]),
  cards: await readers.sql('select * from card where school_id = $1 order by id', [id]),
  classes: await readers.sql(
    `select id, section, entry_year, class_no, stream, campus, external_id from school_class where school_id = $1 order by id`, [id],
  ), // prettier-ignore
  lists: await readers.sql('select * from class_list where school_id = $1', [id]),
  members: await readers.sql('select * from class_list_reader where school_id = $1', [id]),
});

describe('classes of a school', () => {
  it('[RDR-002] have section, entry year, number, stream and campus, and a list of every year', async () => {
    const school = await aSchool('complete');
    const arts = await school.open('senior', 2024, 1, { stream: 'arts', campus: '东校区' });
    expect(arts).toMatchObject({ name: '高三(1)班', grade: 12, stream: 'arts', campus: '东校区' });
    const wrong = { section: 'junior', entryYear: 2025, classNo: 1, stream: 'arts' };
    expect((await readers.ask('POST', `${api}/classes`, school.librarian, { body: wrong })).status).toBe(400);
    const changed = await school.write<SchoolClassView>('PATCH', `/classes/${arts.id}`, school.librarian, 1, {
      stream: 'history', campus: null,
    }); // prettier-ignore
    expect(changed.body).toMatchObject({ stream: 'history', campus: null, version: 2 });
    const junior = await school.open('junior', 2025, 3);
    const first = await school.pupil(arts.id, '甲同学');
    const gone = await school.pupil(junior.id, '乙同学');
    await readers.sql(`update reader set left_on = '2026-03-01', left_why = 'transferred' where id = $1`, [
      gone,
    ]);

    const list = (year: number) => school.get<ClassListPage>(`/class-lists?year=${year}`);
    const columns = ({ items }: ClassListPage) =>
      items.map(({ name, grade, stream, pupils, left, kept }) => [name, grade, stream, pupils, left, kept]);
    expect(columns(await list(2025))).toEqual([
      ['七年级3班', 7, null, 0, 1, false],
      ['高二(1)班', 11, 'history', 1, 0, false],
    ]);
    // Once the year is over its lists are written down: what changes later changes nothing in them.
    await school.committed(await school.prepared());
    await school.write('PATCH', `/classes/${arts.id}`, school.librarian, 2, {
      stream: 'physics',
      campus: '西校区',
    });
    expect(columns(await list(2025))).toEqual([
      ['七年级3班', 7, null, 0, 1, true],
      ['高二(1)班', 11, 'history', 1, 0, true],
    ]);
    expect(columns(await list(2026))).toEqual([
      ['八年级3班', 8, null, 0, 0, false],
      ['高三(1)班', 12, 'physics', 1, 0, false],
    ]);
    const { items } = await school.get<ClassListReaderPage>(
      `/class-list-readers?year=2025&classId=${arts.id}`,
    );
    expect(items).toMatchObject([{ readerId: first, className: '高二(1)班', name: '甲同学', leftOn: null }]);
    expect(items[0]?.cardNumber).toMatch(/^R/);
    const all: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: ClassListReaderPage = await school.get(
        `/class-list-readers?year=2025&limit=1&cursor=${cursor}`,
      );
      all.push(...page.items.map(({ name, leftOn }) => `${name} ${String(leftOn)}`));
      cursor = page.nextCursor === null ? null : encodeURIComponent(page.nextCursor);
    }
    expect(all).toEqual(['乙同学 2026-03-01', '甲同学 null']);
    const printed = await fetch(`${readers.url}${api}/class-lists?year=2025&format=csv`, {
      headers: { authorization: `Bearer ${school.librarian}` },
    });
    expect(await printed.text()).toContain('高二(1)班');
    const other = await aSchool('primary');
    expect(
      (await readers.ask('GET', `${api}/class-lists?year=2025&schoolId=${school.id}`, other.librarian))
        .status,
    ).toBe(403);
  });
});

describe('the step into a school year', () => {
  it('[RDR-011] is prepared by one person, seen pupil by pupil, and taken by another', async () => {
    const school = await aSchool('nine-year');
    const six = await school.open('primary', 2020, 1);
    const nine = await school.open('junior', 2023, 1);
    const three = await school.open('primary', 2024, 2);
    await school.open('primary', 2026, 1);
    const up = await school.pupil(six.id, '升学');
    const done = await school.pupil(nine.id, '毕业');
    await school.pupil(three.id, '三年');
    const guest = await school.pupil(three.id, '借读', { temporary: { untilOn: '2026-07-15' } });
    const dues = await burden(done, school.id);
    const year = await school.prepared();
    await eventually(async () =>
      expect((await school.get<SchoolYearView>(`/school-years/${year.id}`)).leaversWithDues).toBe(1),
    );

    expect(told(await school.fates(year))).toEqual([
      ['三年', 'promoted', '二年级2班', '三年级2班', null],
      ['借读', 'leaves', '二年级2班', null, '2026-07-15'],
      ['升学', 'next-section', '六年级1班', '七年级1班', null],
      ['毕业', 'graduates', '九年级1班', null, '2026-08-31'],
    ]);
    expect((await school.fates(year, '&withDues=true')).map(({ name, openLoans, dueOn, openDebts, owedFen }) => [name, openLoans, dueOn, openDebts, owedFen]))
      .toEqual([['毕业', 1, '2026-07-01', 1, 2_500]]); // prettier-ignore
    const printed = await fetch(`${readers.url}${api}/school-years/${year.id}/readers?format=csv`, {
      headers: { authorization: `Bearer ${school.librarian}` },
    });
    expect(await printed.text()).toContain('九年级1班,毕业,毕业,,2026-08-31,1,1');
    const classes = await school.get<YearClassPage>(`/school-years/${year.id}/classes`);
    expect(classes.items.map(({ name, fate, newName, pupils }) => [name, fate, newName, pupils])).toEqual([
      ['二年级2班', 'leaves', null, 1],
      ['二年级2班', 'promoted', '三年级2班', 1],
      ['六年级1班', 'next-section', '七年级1班', 1],
      ['九年级1班', 'graduates', null, 1],
    ]);

    const own = await school.write('POST', `/school-years/${year.id}/commit`, school.librarian, year.version);
    expect(codeOf(own)).toEqual([409, 'school-year.own-review']);
    const taken = await school.committed(year);
    expect(taken).toMatchObject({
      status: 'committed',
      readers: { promoted: 1, 'next-section': 1, graduates: 1, leaves: 1 },
    });
    expect(taken.committedBy).not.toBe(taken.preparedBy);
    const again = await school.write('POST', `/school-years/${year.id}/commit`, school.head, taken.version);
    expect(codeOf(again)).toEqual([409, 'school-year.not-open']);

    expect(await school.get<SchoolClassView>(`/classes/${six.id}`)).toMatchObject({
      name: '七年级1班',
      section: 'junior',
      entryYear: 2026,
    });
    expect(await school.get<ReaderView>(`/readers/${done}`)).toMatchObject({
      status: 'left',
      leftOn: '2026-08-31',
    });
    expect(await school.get<ReaderView>(`/readers/${guest}`)).toMatchObject({
      status: 'left',
      temporary: { untilOn: '2026-07-15' },
    });
    const last = async (key: string) => (await readers.events(key)).at(-1);
    expect(await last(six.id)).toMatchObject({
      type: 'shulian.readers.class.changed.v1',
      aggregateversion: 2,
      data: { grade: 7 },
    });
    expect(await last(up)).toMatchObject({
      type: 'shulian.readers.reader.moved-class.v1', data: { classId: six.id, section: 'junior', entryYear: 2026 },
    }); // prettier-ignore
    expect(await last(done)).toMatchObject({
      type: 'shulian.readers.reader.left.v1', data: { leftOn: '2026-08-31', leftWhy: 'graduated' },
    }); // prettier-ignore

    const leavers = () => school.get<LeaverPage>('/leavers?withDues=true');
    expect((await leavers()).items).toMatchObject([
      {
        readerId: done,
        className: '九年级1班',
        leftWhy: 'graduated',
        openLoans: 1,
        openDebts: 1,
        owedFen: 2_500,
        isClear: false,
      },
    ]);
    await dues.returned();
    await dues.paid();
    await eventually(async () => expect((await leavers()).items).toEqual([]));
    expect(
      (await school.get<LeaverPage>('/leavers')).items.map(({ name, isClear }) => [name, isClear]),
    ).toEqual([
      ['毕业', true],
      ['借读', true],
    ]);
  });

  it.each([
    ['primary', '5-4', 'primary', 2021, ['graduates', '五年级1班', null]],
    ['primary', '6-3', 'primary', 2021, ['promoted', '五年级1班', '六年级1班']],
    ['junior', '5-4', 'primary', 2020, ['next-section', '六年级1班', '七年级1班']],
    ['nine-year', '5-4', 'primary', 2021, ['promoted', '五年级1班', '六年级1班']],
    ['twelve-year', '6-3', 'junior', 2023, ['next-section', '九年级1班', '高一(1)班']],
    ['complete', '6-3', 'junior', 2023, ['graduates', '九年级1班', null]],
    ['senior', '6-3', 'senior', 2023, ['graduates', '高三(1)班', null]],
    // Nobody took the step of the year before: they left then.
    ['primary', '6-3', 'primary', 2019, ['graduates', '小学2019级1班', null]],
  ] as const)(
    '[RDR-011] of a %s school (%s) takes the %s class of %i on by the rule',
    async (kind, system, section, entry, expected) => {
      const school = await aSchool(kind, system);
      await school.pupil((await school.open(section, entry, 1)).id, '一人');
      const year = await school.prepared();
      expect((await school.fates(year)).map((it) => [it.fate, it.className, it.newClassName])).toEqual([
        expected,
      ]);
      expect((await school.fates(year))[0]?.leftOn).toBe(
        expected[0] !== 'graduates' ? null : entry === 2019 ? '2025-08-31' : '2026-08-31',
      );
    },
  );

  it('[RDR-011] takes who repeats, who is parted from a class and whose class is merged where the school wishes', async () => {
    const school = await aSchool('complete');
    const [one, two] = [await school.open('senior', 2025, 1), await school.open('senior', 2025, 2)];
    const nine = await school.open('junior', 2023, 1);
    await school.open('senior', 2026, 1);
    const stays = await school.pupil(one.id, '留级');
    const parted = await school.pupil(one.id, '分班');
    await school.pupil(two.id, '并班');
    const leaver = await school.pupil(two.id, '休学');
    const up = await school.pupil(nine.id, '直升');
    let year = await school.prepared();
    const wish = async (path: string, method: string, body: object): Promise<void> => {
      const answer = await school.write(
        method,
        `/school-years/${year.id}/${path}`,
        school.librarian,
        year.version,
        body,
      );
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      year = answer.body;
    };
    await wish(`classes/${two.id}`, 'PUT', { fate: 'merges', classNo: 1 });
    await wish(`classes/${one.id}`, 'PUT', { stream: 'science', campus: '南校区' });
    await wish(`classes/${nine.id}`, 'PUT', { fate: 'goes-on', classNo: 5 });
    await wish('wishes', 'POST', {
      readers: [
        { readerId: stays, fate: 'repeats' },
        { readerId: parted, fate: 'moves', classNo: 9 },
        { readerId: leaver, fate: 'leaves', why: 'transferred' },
        { readerId: up, fate: 'leaves' },
      ],
    });
    await wish('wishes', 'POST', { readers: [{ readerId: up, fate: 'by-rule' }] });
    expect(told(await school.fates(year))).toEqual([
      ['直升', 'next-section', '九年级1班', '高一(5)班', null],
      ['留级', 'repeats', '高一(1)班', '高一(1)班', null],
      ['分班', 'moves', '高一(1)班', '高二(9)班', null],
      ['并班', 'merges', '高一(2)班', '高二(1)班', null],
      ['休学', 'leaves', '高一(2)班', null, '2026-08-31'],
    ]);
    const before = await tables(school);
    const taken = await school.committed(year);
    const of = async (id: string) => (await school.get<ReaderView>(`/readers/${id}`)).className;
    expect([await of(stays), await of(parted), await of(up)]).toEqual([
      '高一(1)班',
      '高二(9)班',
      '高一(5)班',
    ]);
    expect(await school.get<SchoolClassView>(`/classes/${one.id}`)).toMatchObject({
      stream: 'science',
      campus: '南校区',
      name: '高二(1)班',
    });
    expect(told(await school.fates(taken))).toEqual(told(await school.fates(year)));

    // Undone, everything is as it was, and others hear of it.
    const undone = await school.write('POST', `/school-years/${year.id}/undo`, school.head, taken.version);
    expect([undone.status, undone.body.status]).toEqual([200, 'undone']);
    expect(await tables(school)).toEqual(before);
    for (const reader of [stays, parted, leaver, up]) {
      const events = (await readers.events(reader)).filter(({ type }) => type.includes('.reader.'));
      expect(events.at(-1)?.data).toEqual({
        ...events[0]?.data,
        ...(events.at(-1)?.type.includes('moved') ? { fromClassId: expect.anything() } : {}),
      });
      expect((await readers.events(reader)).map(({ aggregateversion }) => aggregateversion)).toEqual(
        (await readers.events(reader)).map((_, n) => n + 1),
      );
    }
    const anew = await school.prepared();
    expect(anew.readers).toMatchObject({ graduates: 1, promoted: 4 });
  });

  it('[RDR-011] is not undone once something was built on it', async () => {
    const school = await aSchool('primary');
    const six = await school.open('primary', 2020, 1);
    const back = await school.pupil(six.id, '返校');
    const taken = await school.committed(await school.prepared());
    const version = (await school.get<ReaderView>(`/readers/${back}`)).version;
    await school.write('PATCH', `/readers/${back}`, school.librarian, version, { status: 'active' });
    const undo = () => school.write('POST', `/school-years/${taken.id}/undo`, school.head, taken.version);
    expect(codeOf(await undo())).toEqual([409, 'school-year.built-upon']);
    await readers.sql(`update reader set left_on = '2026-08-31', left_why = 'graduated' where id = $1`, [
      back,
    ]);
    expect((await undo()).status).toBe(200);
  });

  it('[RDR-011] is sent back, put right, given up, and refused where it is not about', async () => {
    const school = await aSchool('primary');
    const pupil = await school.pupil((await school.open('primary', 2022, 1)).id, '一人');
    const ask = (body: object) => readers.ask('POST', `${api}/school-years`, school.librarian, { body });
    expect((await ask({ year: 2027 })).status).toBe(400);
    expect((await ask({ year: 2025 })).status).toBe(400);
    const year = await school.prepared();
    expect(codeOf(await ask({ year: 2026 }))).toEqual([409, 'school-year.exists']);
    const note = '请核对留级生';
    const own = await school.write('POST', `/school-years/${year.id}/refusal`, school.librarian, 1, { note });
    expect(codeOf(own)).toEqual([409, 'school-year.own-review']);
    const sent = await school.write('POST', `/school-years/${year.id}/refusal`, school.head, 1, { note });
    expect(sent.body).toMatchObject({ status: 'sent-back', note, version: 2 });
    expect(codeOf(await school.write('POST', `/school-years/${year.id}/commit`, school.head, 2))).toEqual([
      409,
      'school-year.not-open',
    ]);
    const wishes = { readers: [{ readerId: pupil, fate: 'repeats' }] };
    expect(
      (await school.write('POST', `/school-years/${year.id}/wishes`, school.librarian, 1, wishes)).status,
    ).toBe(412);
    const stranger = { readers: [{ readerId: newId(), fate: 'repeats' }] };
    expect(
      (await school.write('POST', `/school-years/${year.id}/wishes`, school.librarian, 2, stranger)).status,
    ).toBe(422);
    const nowhere = { readers: [{ readerId: pupil, fate: 'moves' }] };
    expect(
      (await school.write('POST', `/school-years/${year.id}/wishes`, school.librarian, 2, nowhere)).status,
    ).toBe(400);
    const right = await school.write('POST', `/school-years/${year.id}/wishes`, school.head, 2, wishes);
    expect(right.body).toMatchObject({ status: 'draft', version: 3 });
    // The head had a hand in it now, too: only a third person may take it.
    expect(codeOf(await school.write('POST', `/school-years/${year.id}/commit`, school.head, 3))).toEqual([
      409,
      'school-year.own-review',
    ]);
    const other = await aSchool('primary');
    expect((await readers.ask('GET', `${api}/school-years/${year.id}`, other.librarian)).status).toBe(404);
    expect((await other.write('POST', `/school-years/${year.id}/commit`, other.head, 3)).status).toBe(404);
    expect((await readers.ask('DELETE', `${api}/school-years/${year.id}`, school.librarian)).status).toBe(
      204,
    );
    expect((await school.prepared()).status).toBe('draft');
  });

  it('[RDR-011] says of each step of the list what the step says of itself', async () => {
    const school = await aSchool('primary');
    await school.pupil((await school.open('primary', 2022, 1)).id, '一人');
    const first = await school.prepared();
    await readers.ask('DELETE', `${api}/school-years/${first.id}`, school.librarian);
    const taken = await school.prepared();
    const done = await school.write('POST', `/school-years/${taken.id}/commit`, school.head, 1);
    expect(done.status).toBe(200);
    const list = await school.get<{ items: SchoolYearView[] }>('/school-years');
    expect(list.items.map(({ status, readers: fates }) => [status, fates])).toEqual([
      ['committed', { promoted: 1 }],
      ['given-up', {}],
    ]);
    for (const step of list.items)
      expect(await school.get<SchoolYearView>(`/school-years/${step.id}`)).toEqual(step);
  });

  it('[RDR-011] of every school is followed by the county office', async () => {
    const [done, begun, idle] = [
      await aSchool('primary'),
      await aSchool('primary'),
      await aSchool('primary'),
    ];
    await done.committed(await done.prepared());
    await begun.prepared();
    const viewer = await readers.as({ role: 'county-viewer' });
    const { items } = await readers.done<ProgressPage>(
      'GET',
      `${api}/school-year-progress?year=2026&limit=500`,
      viewer,
    );
    const of = ({ id }: OneSchool) => items.find(({ schoolId }) => schoolId === id)?.status;
    expect([of(done), of(begun), of(idle)]).toEqual(['committed', 'draft', 'none']);
    const none = await readers.done<ProgressPage>(
      'GET',
      `${api}/school-year-progress?status=none&limit=500`,
      viewer,
    );
    expect(none.items.every(({ status }) => status === 'none')).toBe(true);
    expect(none.items.map(({ schoolId }) => schoolId)).toContain(idle.id);
    expect((await readers.ask('GET', `${api}/school-year-progress`, idle.librarian)).status).toBe(403);
  });

  it('[RDR-011] keeps temporary pupils apart', async () => {
    const school = await aSchool('primary');
    const { id: classId } = await school.open('primary', 2024, 1);
    const guest = await school.pupil(classId, '借读', { temporary: {} });
    await school.pupil(classId, '在籍');
    const list = async (temporary: boolean) =>
      (await school.get<{ items: ReaderView[] }>(`/readers?temporary=${temporary}`)).items.map(
        ({ name }) => name,
      );
    expect([await list(true), await list(false)]).toEqual([['借读'], ['在籍']]);
    const version = (await school.get<ReaderView>(`/readers/${guest}`)).version;
    const prolonged = await school.write<ReaderView>(
      'PATCH',
      `/readers/${guest}`,
      school.librarian,
      version,
      {
        temporary: { untilOn: '2027-01-20' },
      },
    );
    expect(prolonged.body).toMatchObject({ temporary: { untilOn: '2027-01-20' }, version: version + 1 });
    const ended = await school.write<ReaderView>(
      'PATCH',
      `/readers/${guest}`,
      school.librarian,
      version + 1,
      { temporary: null },
    );
    expect(ended.body.temporary).toBeNull();
    expect(await list(true)).toEqual([]);
  });

  it('[RDR-011] takes a thousand pupils in a few statements', async () => {
    const school = await aSchool('nine-year');
    const six = await school.open('primary', 2020, 1);
    await readers.sql(
      `insert into reader (id, school_id, kind, name, class_id, version, announced, enrolled_on)
       select gen_random_uuid(), $1, 'student', '学生' || n, $2, 1, 1, '2025-09-01' from generate_series(1, 1000) n`,
      [school.id, six.id],
    );
    const started = Date.now();
    expect((await school.committed(await school.prepared())).readers).toEqual({ 'next-section': 1_000 });
    expect(Date.now() - started).toBeLessThan(5_000);
    const [{ n } = { n: 0 }] = await readers.sql<{ n: number }>(
      `select count(*)::int as n from outbox where type like '%moved-class%' and payload->'data'->>'schoolId' = $1`,
      [school.id],
    );
    expect(n).toBe(1_000);
    const page = await school.get<SchoolClassPage>('/classes');
    expect(page.items.map(({ name }) => name)).toEqual(['七年级1班']);
  });
});
