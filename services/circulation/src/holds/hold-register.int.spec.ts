import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { TitleDescribedV1 } from '@shulian/contracts/catalog';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Copy, type Pupil } from '../a-county.builder.js';
import type { HoldRegisterLine } from './hold-register.http.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('circulation_hold_register');
  county = await CountyForTests.open(database.ownerUrl);
}, 60_000);
afterAll(async () => {
  await county?.stop();
  await database?.drop();
});

const hold = async (copy: Copy, { readerId }: Pupil): Promise<string> => {
  const { titleId } = copy;
  const reply = await county.ask('POST', '/holds', { titleId, readerId, pickupSchoolId: county.schoolId });
  expect([reply.status, reply.body]).toMatchObject([201, {}]);
  return String(reply.body['id']);
};
const register = async (query = '', as?: string): Promise<HoldRegisterLine[]> => {
  const reply = await county.ask('GET', `/hold-register?${query}`, undefined, as === undefined ? {} : { as });
  expect([reply.status, reply.body]).toMatchObject([200, {}]);
  return (reply.body as unknown as { items: HoldRegisterLine[] }).items;
};
const printed = async (format: string): Promise<Response> =>
  fetch(`${county.service.url}/api/v1/hold-register?readerKind=teacher&format=${format}`, {
    headers: { authorization: `Bearer ${county.librarian}` },
  });

describe('the register of reservations', () => {
  it('[CIR-052] teachers reserve books and periodicals, on the shelf, lent, or before they are shelved; first come first served, kept, printed', async () => {
    const teacherOf = () => county.enrol({ kind: 'teacher', classId: null, section: null, entryYear: null });
    const [first, second, pupil] = [await teacherOf(), await teacherOf(), await county.enrol()];
    const [book, fresh] = [await county.accession(), await county.accession({ stockState: 'processing' })];
    const journal = await county.accession({ kind: 'periodical', callNumber: 'G4/2026-10' });
    for (const [copy, title] of [[book, '给教师的建议'], [journal, '人民教育'], [fresh, '新课标解读']] as const)
      await county.tell(
        TitleDescribedV1.announce(
          { titleId: copy.titleId, title, contributors: [], isbns: [], publisher: null, publishedYear: null, clc: null },
          county.next(copy.titleId),
        ),
      );
    await county.lend(book, pupil);
    const one = await hold(book, first);
    const two = await hold(book, second);
    const ofJournal = await hold(journal, first);
    const ofPupil = await hold(fresh, pupil);
    const ofFresh = await hold(fresh, second);
    const seen = await register('readerKind=teacher');
    expect(seen.map(({ id, title, kind, position, status }) => [id, title, kind, position, status])).toEqual([
      [one, '给教师的建议', 'book', 1, 'waiting'],
      [two, '给教师的建议', 'book', 2, 'waiting'],
      [ofJournal, '人民教育', 'periodical', null, 'ready'],
      [ofFresh, '新课标解读', 'book', 2, 'waiting'],
    ]);
    expect((await register()).map(({ id }) => id)).toEqual([one, two, ofJournal, ofPupil, ofFresh]);
    expect((await register('readerKind=teacher&copyKind=periodical')).map(({ id }) => id)).toEqual([ofJournal]);

    // What comes back is kept for whoever came first; what is shelved at last for the first who reserved it.
    expect((await county.giveBack(book)).body).toMatchObject({ next: 'hold', holdId: one });
    await county.lend(book, first);
    await county.changeCopy(fresh, { stockState: 'lendable' });
    await eventually(async () =>
      expect((await register('status=ready')).map(({ id }) => id)).toEqual([ofJournal, ofPupil]),
    );
    await county.lend(fresh, pupil);
    await county.ask('DELETE', `/holds/${two}`);
    expect((await register('readerKind=teacher')).map(({ status, position }) => [status, position])).toEqual([
      ['fulfilled', null],
      ['cancelled', null],
      ['ready', null],
      ['waiting', 1],
    ]);
    const [head, ...lines] = (await (await printed('csv')).text()).trimEnd().split('\r\n');
    expect(head).toBe('预约日期,读者类型,书刊,题名,索书号,排队位次,状态,到馆日期,保留至,结束日期');
    expect(lines[0]).toMatch(/^2026-10-12,教师,图书,给教师的建议,I287\.45\/1,,已取,2026-10-12,2026-10-\d\d,2026-10-12$/);
    expect(lines[2]).toMatch(/^2026-10-12,教师,期刊,人民教育,G4\/2026-10,,待取,2026-10-12,2026-10-\d\d,$/);
    expect(lines[3]).toBe('2026-10-12,教师,图书,新课标解读,I287.45/1,1,排队中,,,');
    expect(lines).toHaveLength(4);
    const [page] = await pdfTexts(new Uint8Array(await (await printed('pdf')).arrayBuffer()));
    expect(page).toContain('借阅书刊预约登记表');
    expect(Buffer.from(await (await printed('xlsx')).arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
  }); // prettier-ignore

  it('is of the days and the school that are asked for, page by page, and of nobody else’s', async () => {
    const copy = await county.accession();
    await county.itIs('2026-10-20', '23:59');
    const late = await hold(copy, await county.enrol());
    await county.itIs('2026-10-21', '00:01');
    const early = await hold(copy, await county.enrol());
    await county.itIs('2026-10-12');
    expect((await register('from=2026-10-20&to=2026-10-20')).map(({ id }) => id)).toEqual([late]);
    expect((await register('from=2026-10-21')).map(({ id, placedOn }) => [id, placedOn])).toEqual([[early, '2026-10-21']]);
    const first = await county.ask('GET', '/hold-register?limit=3');
    const rest = await register(`cursor=${String(first.body['nextCursor'])}`);
    expect([...(first.body as unknown as { items: HoldRegisterLine[] }).items, ...rest].map(({ id }) => id)).toEqual((await register()).map(({ id }) => id));
    const elsewhere = await county.account({ role: 'librarian', schoolId: randomUUID() });
    expect(await register('', elsewhere)).toEqual([]);
    expect((await county.ask('GET', `/hold-register?schoolId=${county.schoolId}`, undefined, { as: elsewhere })).status).toBe(403);
    expect((await county.ask('GET', '/hold-register?readerKind=parent')).status).toBe(400);
  }); // prettier-ignore
});
