import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Pupil, type Reply } from '../a-county.builder.js';
import type {
  ClassProgress,
  GradeProgress,
  ReaderProgress,
  TargetsView,
  TeacherProgress,
} from './loan-targets.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let elsewhere: string;
let head: string;
let teacher: string;
let pupils: Pupil[];

beforeAll(async () => {
  database = await freshDatabase('loan_targets');
  county = await CountyForTests.open(database.ownerUrl);
  const { schoolId, classId } = county;
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  elsewhere = await county.account({ role: 'librarian', schoolId: other });
  head = await county.account({ role: 'school-head', schoolId });
  teacher = await county.account({ role: 'teacher', schoolId, classId });
  pupils = [await county.enrol(), await county.enrol(), await county.enrol()];
  const lentOn = async (on: string, who: Pupil, copies: number): Promise<void> => {
    await county.itIs(on);
    for (const copy of await county.accessionMany(copies)) {
      expect((await county.lend(copy, who)).status).toBe(201);
      await county.giveBack(copy);
    }
  };
  const [first, second] = pupils;
  if (first === undefined || second === undefined) throw new Error('three were enrolled');
  // Before the term, in it, and in the week that is looked at.
  await lentOn('2026-08-31', first, 1);
  await lentOn('2026-09-01', first, 1);
  await lentOn('2026-10-11', first, 1);
  await lentOn('2026-10-12', first, 1);
  await lentOn('2026-10-14', second, 2);
  const [together] = await county.accessionMany(1);
  const lent = await county.ask('POST', '/checkouts', { copyBarcode: together?.barcode, classId });
  expect(lent.status).toBe(201);
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});
beforeEach(() => county.itIs('2026-10-15'));

const itemsOf = <Item>(told: Reply): Item[] => told.body['items'] as Item[];
const ask = (path: string, as = county.librarian): Promise<Reply> =>
  county.ask('GET', path, undefined, { as });
const put = (body: object, version: number, as = head): Promise<Reply> =>
  county.ask('PUT', '/loan-targets', body, { as, headers: { 'if-match': `"v${String(version)}"` } });
const readers = async (query = '', as = county.librarian): Promise<ReaderProgress[]> =>
  itemsOf(await ask(`/loan-target-progress/readers?limit=500&${query}`, as));
const loansOf = (found: readonly ReaderProgress[]): unknown[] =>
  pupils.map(({ readerId }) => found.find((one) => one.readerId === readerId)?.loans);

describe('how much is to be borrowed', () => {
  it('[CIR-026] is set by the school for pupils, classes and grades, and compared with what was borrowed in the term', async () => {
    const { body, headers } = await ask('/loan-targets');
    expect([body as unknown as TargetsView, headers.get('etag')]).toEqual([
      { schoolId: county.schoolId, version: 1, adviceWeekly: 2, targets: [] },
      '"v1"',
    ]);
    expect((await readers())[0]).toMatchObject({ target: null, reached: null });
    const targets = [
      { of: 'pupil', loans: 10 },
      { of: 'pupil', grade: 5, loans: 3 },
      { of: 'class', loans: 10 },
    ];
    expect((await put({ targets }, 9)).status).toBe(412);
    expect((await put({ targets }, 1, teacher)).status).toBe(403);
    expect((await put({ targets: [...targets, { of: 'pupil', loans: 4 }] }, 1)).status).toBe(400);
    expect((await put({ targets: [{ of: 'pupil', loans: 0 }] }, 1)).status).toBe(400);
    const twice = await Promise.all([put({ targets }, 1), put({ targets }, 1)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 412]);
    const found = await readers();
    expect(loansOf(found)).toEqual([3, 2, 0]);
    expect(found.find(({ loans }) => loans === 3)).toMatchObject({
      grade: 5,
      target: 3,
      reached: true,
      classId: county.classId,
    });
    expect((await readers('reached=false')).map(({ loans }) => loans).sort()).toEqual([0, 2]);
    const classes = itemsOf<ClassProgress>(await ask('/loan-target-progress/classes', teacher));
    expect(classes).toEqual([
      {
        classId: county.classId, grade: 5, pupils: 3, loans: 5, perPupil: 1.7, target: 3, reached: 1, collective: 1,
        collectivePerPupil: 0.3, collectiveTarget: 10,
      },
    ]); // prettier-ignore
    const grades = itemsOf<GradeProgress>(await ask('/loan-target-progress/grades', head));
    expect(grades).toMatchObject([
      { grade: 5, pupils: 3, loans: 5, perPupil: 1.7, reached: 1, collective: 1 },
    ]);
    // The county office sees how many they are, not what so few did.
    const office = await county.account({ role: 'county-admin' });
    for (const groups of ['classes', 'grades'])
      expect(
        itemsOf<GradeProgress>(
          await ask(`/loan-target-progress/${groups}?schoolId=${county.schoolId}`, office),
        ),
      ).toMatchObject([
        { grade: 5, pupils: 3, loans: null, perPupil: null, reached: null, collective: null, target: 3 },
      ]);
    const before = itemsOf<ClassProgress>(await ask('/loan-target-progress/classes?on=2026-08-31'));
    expect(before[0]?.loans).not.toBe(5);
    const answer = await fetch(`${county.service.url}/api/v1/loan-target-progress/classes?format=csv`, {
      headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
    });
    expect((await answer.text()).replace('\ufeff', '').split('\r\n')).toEqual([
      '年级,人数,个人借书,人均,目标,达标人数,集体借书,集体人均,集体目标',
      '5,3,5,1.7,3,1,1,0.3,10',
      '',
    ]);
    expect((await ask('/loan-target-progress/classes?schoolId=' + county.schoolId, elsewhere)).status).toBe(
      403,
    );
  });

  it('[CIR-027] is advised for a week, two books unless the school says otherwise, and stops nobody', async () => {
    const [first, second] = pupils;
    if (first === undefined || second === undefined) throw new Error('three were enrolled');
    const week = async (who: Pupil, as?: string): Promise<ReaderProgress | undefined> =>
      (await readers('', as)).find(({ readerId }) => readerId === who.readerId);
    expect(await week(first)).toMatchObject({ thisWeek: 1, adviceWeekly: 2 });
    expect(await week(second, teacher)).toMatchObject({ thisWeek: 2, adviceWeekly: 2 });
    const herself = await county.account({ role: 'reader', readerId: second.readerId });
    expect(await readers('', herself)).toMatchObject([{ readerId: second.readerId, thisWeek: 2 }]);
    const copy = await county.accession();
    expect((await county.lend(copy, second)).status).toBe(201);
    expect(await week(second)).toMatchObject({ thisWeek: 3 });
    await county.giveBack(copy);
    const { version } = (await ask('/loan-targets')).body as unknown as TargetsView;
    expect((await put({ adviceWeekly: 3, targets: [] }, version)).body).toMatchObject({ adviceWeekly: 3 });
    expect(await week(first)).toMatchObject({ adviceWeekly: 3 });
    await county.itIs('2026-10-19');
    expect(await week(first)).toMatchObject({ thisWeek: 0 });
    expect((await ask(`/loan-target-progress/readers?schoolId=${county.schoolId}`, elsewhere)).status).toBe(
      403,
    );
  });
});

describe('teachers', () => {
  it('[CIR-012] are to borrow five times a term, each loan recorded', async () => {
    const [busy, idle] = [
      await county.enrol({ kind: 'teacher', section: null, entryYear: null }),
      await county.enrol({ kind: 'teacher', section: null, entryYear: null }),
    ];
    const copies = await county.accessionMany(5);
    for (const copy of copies.slice(0, 4)) expect((await county.lend(copy, busy)).status).toBe(201);
    const teachers = async (query = ''): Promise<TeacherProgress[]> =>
      itemsOf(await ask(`/loan-target-progress/teachers?${query}`, head));
    const of = async ({ readerId }: Pupil): Promise<TeacherProgress | undefined> =>
      (await teachers()).find((one) => one.readerId === readerId);
    expect(await of(busy)).toMatchObject({ loans: 4, target: 5, reached: false, open: 4 });
    expect((await county.lend(copies[4] ?? { barcode: '' }, busy)).status).toBe(201);
    expect(await of(busy)).toMatchObject({ loans: 5, visits: 1, reached: true });
    expect(await of(idle)).toMatchObject({ loans: 0, reached: false, open: 0, overdue: 0 });
    const { version } = (await ask('/loan-targets')).body as unknown as TargetsView;
    await put({ targets: [{ of: 'teacher', loans: 6 }] }, version);
    expect(await of(busy)).toMatchObject({ target: 6, reached: false });
    expect((await put({ targets: [{ of: 'teacher', grade: 5, loans: 6 }] }, version + 1)).status).toBe(400);
    expect((await ask('/loan-target-progress/teachers', teacher)).status).toBe(403);
  });

  it('[CIR-013] are reminded of what is overdue, and stand on the sheets; damage and debts show', async () => {
    const staff = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    const [late, damaged] = await county.accessionMany(2);
    if (late === undefined || damaged === undefined) throw new Error('two were asked for');
    for (const copy of [late, damaged]) await county.lend(copy, staff);
    const told = await county.ask('POST', '/loan-cases', {
      copyBarcode: damaged.barcode,
      kind: 'damage',
      damage: 'stained',
    });
    expect(told.status).toBe(201);
    await county.itIs('2027-01-21');
    const dueOn = (await county.ask('GET', `/loans?copyId=${late.copyId}`)).body['items'] as {
      dueOn: string;
    }[];
    await county.itIs('2027-03-01');
    const overdue = itemsOf<TeacherProgress>(
      await ask('/loan-target-progress/teachers?overdue=true&on=2026-10-15', head),
    );
    expect(overdue.find(({ readerId }) => readerId === staff.readerId)).toMatchObject({
      open: 2, overdue: 2, oldestDueOn: dueOn[0]?.dueOn, damaged: 1, debts: 0,
    }); // prettier-ignore
    const run = (await county.ask('POST', '/dunning-runs', {})).body as { id?: string };
    const lines = itemsOf<{ readerId: string }>(await ask(`/dunning-runs/${String(run.id)}/lines?limit=500`));
    expect(lines.filter(({ readerId }) => readerId === staff.readerId)).toHaveLength(2);
    expect(
      (await county.ask('POST', '/return-contacts', { readerId: staff.readerId, whom: 'reader' })).status,
    ).toBe(201);
  });
});
