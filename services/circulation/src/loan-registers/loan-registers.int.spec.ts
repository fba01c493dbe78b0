import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolClassId, TitleId } from '@shulian/contracts/ids';
import { ClassOpenedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let head: string;

beforeAll(async () => {
  database = await freshDatabase('loan_registers');
  county = await CountyForTests.open(database.ownerUrl);
  head = await county.account({ role: 'school-head', schoolId: county.schoolId });
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const aTeacher = (kind: 'teacher' | 'staff' = 'teacher'): Promise<Pupil> =>
  county.enrol({ kind, section: null, entryYear: null });
const aClass = async (): Promise<SchoolClassId> => {
  const [classId, { schoolId }] = [randomUUID() as SchoolClassId, county];
  const told = { classId, schoolId, section: 'primary' as const, entryYear: 2022, classNo: 3, grade: 5 };
  await county.tell(ClassOpenedV1.announce({ ...told, name: '3班' }, 1));
  return classId;
};
const lend = async (pupil: Pupil, copies: number, given: object = {}): Promise<string[]> => {
  const made = await county.accessionMany(copies, given);
  for (const copy of made) expect((await county.lend(copy, pupil)).status).toBe(201);
  return made.map(({ barcode }) => barcode);
};
const ask = (what: string, as?: string): Promise<Reply> =>
  county.ask('GET', `/loan-registers/${what}`, undefined, as === undefined ? {} : { as });
const itemsOf = (told: Reply): Readonly<Record<string, unknown>>[] =>
  told.body['items'] as Readonly<Record<string, unknown>>[];
const csv = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${county.service.url}/api/v1/loan-registers/${path}&format=csv`, {
    headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').trim().split('\r\n');
};

describe('the registers of loans', () => {
  it('[CIR-002] list every loan of teachers and staff, and each of them with what is out', async () => {
    await county.itIs('2026-10-12');
    const [one, clerk, nothing] = [await aTeacher(), await aTeacher('staff'), await aTeacher()];
    const [first = '', second = ''] = await lend(one, 2);
    await lend(clerk, 1);
    await lend(await county.enrol(), 1);
    await county.giveBack({ barcode: first });
    const entries = itemsOf(await ask('entries?register=staff', head));
    expect(entries.map(({ readerId, copyBarcode, status, closedOn }) => [readerId, copyBarcode, status, closedOn])).toEqual([
      [one.readerId, first, 'returned', '2026-10-12'],
      [one.readerId, second, 'open', null],
      [clerk.readerId, expect.any(String), 'open', null],
    ]); // prettier-ignore
    const own = itemsOf(await ask(`entries?register=staff&readerId=${clerk.readerId}`));
    expect(own).toHaveLength(1);
    const readers = itemsOf(await ask('readers?register=staff&limit=100', head));
    expect(readers).toHaveLength(3);
    const of = ({ readerId }: Pupil): unknown => readers.find((reader) => reader['readerId'] === readerId);
    expect(of(one)).toMatchObject({ loans: 2, returned: 1, open: 1, overdue: 0, lost: 0 });
    expect(of(nothing)).toMatchObject({ loans: 0, open: 0 });
    const lines = await csv('entries?register=staff');
    expect(lines[0]).toBe('借出日期,条码,索书号,题名,应还日期,状态,归还日期');
    expect(lines[1]).toBe(`2026-10-12,${first},I287.45/1,,2027-01-08,已还,2026-10-12`);
    const page = await ask('entries?register=staff&limit=2');
    const rest = await ask(
      `entries?register=staff&cursor=${encodeURIComponent(String(page.body['nextCursor']))}`,
    );
    expect(itemsOf(rest).map(({ readerId }) => readerId)).toEqual([clerk.readerId]);
  });

  it('[CIR-003] list the loans of pupils by class and by pupil; a teacher sees the own class and no other', async () => {
    await county.itIs('2026-10-12');
    const [classId, other] = [await aClass(), await aClass()];
    const [pupil, lazy, stranger] = [await county.enrol({ classId }), await county.enrol({ classId }), await county.enrol({ classId: other })]; // prettier-ignore
    await lend(pupil, 2);
    await lend(stranger, 1);
    const of = async (query: string, as?: string): Promise<unknown[]> =>
      itemsOf(await ask(`entries?register=pupils&${query}`, as)).map(({ readerId }) => readerId);
    expect(await of(`classId=${classId}`)).toEqual([pupil.readerId, pupil.readerId]);
    expect(await of(`readerId=${stranger.readerId}`)).toEqual([stranger.readerId]);
    const teacher = await county.account({ role: 'teacher', schoolId: county.schoolId, classId });
    expect(await of('', teacher)).toEqual([pupil.readerId, pupil.readerId]);
    expect(await of(`classId=${other}`, teacher)).toEqual([]);
    await county.itIs('2026-11-20');
    const readers = itemsOf(await ask(`readers?register=pupils&classId=${classId}`, teacher));
    expect(readers).toHaveLength(2);
    expect(readers).toContainEqual(
      expect.objectContaining({ readerId: pupil.readerId, loans: 2, open: 2, overdue: 2 }),
    );
    expect(readers).toContainEqual(expect.objectContaining({ readerId: lazy.readerId, loans: 0 }));
    expect(await of(`classId=${classId}&from=2026-10-13`)).toEqual([]);
    expect((await csv(`readers?register=pupils&classId=${classId}`))[0]).toBe('借阅册次,已还,在借,逾期,丢失');
    const foreign = await county.account({ role: 'librarian', schoolId: randomUUID() });
    expect((await ask(`entries?register=pupils&schoolId=${county.schoolId}`, foreign)).status).toBe(403);
  });

  it('[CIR-006] count what a class borrows as a whole apart from its pupils, against ten for each of them', async () => {
    await county.itIs('2026-10-12');
    const classId = await aClass();
    const pupils = [await county.enrol({ classId }), await county.enrol({ classId })];
    for (const pupil of pupils) await lend(pupil, 1);
    const helper = await county.account({ role: 'class-helper', schoolId: county.schoolId, classId });
    const copies = await county.accessionMany(21, { titleId: randomUUID() as TitleId });
    const { schoolId } = county;
    const lendToClass = async (from: number, to: number): Promise<void> => {
      for (const { barcode } of copies.slice(from, to)) {
        const lent = await county.ask(
          'POST',
          '/checkouts',
          { copyBarcode: barcode, classId, schoolId },
          { as: helper },
        );
        expect(lent.status).toBe(201);
      }
    };
    const line = async (): Promise<unknown> =>
      itemsOf(await ask('classes', head)).find((each) => each['classId'] === classId);
    await lendToClass(0, 19);
    const common = { grade: 5, pupils: 2, individual: 2, target: 20, corner: 0, box: 0 };
    expect(await line()).toMatchObject({ ...common, collective: 19, reached: false });
    await lendToClass(19, 20);
    expect(await line()).toMatchObject({ ...common, collective: 20, reached: true });
    await lendToClass(20, 21);
    const corner = await county.ask('POST', '/book-corners', { kind: 'class', classId, name: '图书角' });
    const copyBarcodes = (await county.accessionMany(3)).map(({ barcode }) => barcode);
    await county.ask('POST', `/book-corners/${String(corner.body['id'])}/fillings`, { copyBarcodes });
    expect(await line()).toMatchObject({ ...common, collective: 21, corner: 3, reached: true });
    const lines = await csv('classes?limit=100');
    expect(lines[0]).toBe('年级,人数,个人借阅册次,集体借阅册次,集体借阅目标,图书角配书,图书箱');
    expect(lines).toContain('5,2,2,21,20,3,0');
    expect((await ask('classes', helper)).status).toBe(403);
  });

  it('[CIR-015] count magazines as person-times and as copies, each by itself', async () => {
    await county.itIs('2026-12-01');
    const from = 'magazines?from=2026-12-01';
    const [teacher, pupil] = [await aTeacher(), await county.enrol()];
    const given = { kind: 'periodical' as const };
    await lend(teacher, 3, given);
    await lend(teacher, 1);
    await lend(pupil, 2, given);
    const counts = async (): Promise<unknown[]> =>
      itemsOf(await ask(from)).map(({ readers, personTimes, copies }) => [readers, personTimes, copies]);
    expect(await counts()).toEqual([
      ['staff', 1, 3],
      ['pupils', 1, 2],
      ['classes', 0, 0],
      ['external', 0, 0],
    ]);
    await county.itIs('2026-12-02');
    await lend(teacher, 1, given);
    await lend(await county.enrol(), 1, given);
    const [forClass] = await county.accessionMany(1, given);
    await county.ask('POST', '/checkouts', { copyBarcode: forClass?.barcode, classId: county.classId });
    expect(await counts()).toEqual([
      ['staff', 2, 4],
      ['pupils', 2, 3],
      ['classes', 1, 1],
      ['external', 0, 0],
    ]);
    expect((await csv(from)).slice(0, 2)).toEqual(['读者,人次,本', '教职工,2,4']);
    const register = itemsOf(await ask('entries?register=staff&copyKind=periodical&from=2026-12-02'));
    expect(register).toMatchObject([{ readerId: teacher.readerId, loanedOn: '2026-12-02' }]);
  });
});
