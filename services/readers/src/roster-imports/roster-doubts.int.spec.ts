import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import type { JobView } from '@shulian/service-kit';
import { newId } from '@shulian/service-kit';
import { announceForTests, eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderPage, ReaderView } from '../enrolment/readers.http.js';
import type { DoubtPage, DoubtView } from './roster-doubts.http.js';

const api = '/api/v1';
let database: FreshDatabase;
let readers: ReadersForTests;
beforeAll(async () => {
  database = await freshDatabase('readers_doubts');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const HEAD = '姓名,读者类型,年级,班级,借书证号';
/** A school that knows 王小明 with the number A1, and a list that knows one with B7 in the same class. */
const aDoubt = async () => {
  const body = { code: `D${newId().slice(-12)}`, name: '柳溪小学', kind: 'primary' };
  const { id } = await readers.done<{ id: string }>('POST', `${api}/schools`, readers.admin, body);
  const librarian = await readers.as({ role: 'librarian', schoolId: id } as never);
  const taken = async (...rows: string[]): Promise<JobView> => {
    const form = new FormData();
    form.append('maxLeavers', '100');
    form.append('file', new Blob([[HEAD, ...rows].join('\n')]), 'list.csv');
    const queued = await readers.ask<JobView>('POST', `${api}/roster-imports`, librarian, { body: form });
    return eventually(async () => {
      const job = await readers.done<JobView>('GET', `${api}/jobs/${queued.body.id}`, librarian);
      expect(job.status).toBe('succeeded');
      return job;
    }, 20_000);
  };
  await taken('王小明,学生,三年级,1,A1', '李小红,学生,三年级,1,A2');
  const list = ['王小明,学生,三年级,2,B7', '李小红,学生,三年级,1,A2', '赵同学,学生,三年级,2,'];
  // The list covers both classes, and 王小明 of the first is not in it.
  expect((await taken(...list)).result).toMatchObject({ created: 1, rejected: 1, left: 0 });
  const waiting = async (status = 'open') =>
    (await readers.done<DoubtPage>('GET', `${api}/roster-doubts?status=${status}`, librarian)).items;
  const [doubt] = await waiting();
  if (doubt === undefined) throw new Error('nobody waits');
  const answer = (what: string, version: number, input?: object, token = librarian) =>
    readers.ask<DoubtView & { code?: string }>('POST', `${api}/roster-doubts/${doubt.id}/${what}`, token, {
      headers: { 'if-match': `"v${version}"` }, ...(input === undefined ? {} : { body: input }),
    }); // prettier-ignore
  const people = async () =>
    (await readers.done<ReaderPage>('GET', `${api}/readers?limit=500`, librarian)).items
      .map(({ name, className, cardNumber }) => `${name} ${String(className)} ${String(cardNumber)}`)
      .sort();
  return { id, librarian, list, taken, waiting, doubt, answer, people };
};

describe('somebody of a list of whom it is not certain who it is', () => {
  it('[RDR-001] waits with who it may be, once however often the list comes', async () => {
    const { doubt, waiting, taken, list, librarian } = await aDoubt();
    expect(doubt).toMatchObject({
      why: 'reader.has-other-number', name: '王小明', number: 'B7', className: '三年级2班', status: 'open',
      candidates: [{ name: '王小明', className: '三年级1班', cardNumber: 'A1' }],
    }); // prettier-ignore
    await taken(...list);
    expect((await waiting()).map(({ id }) => id)).toEqual([doubt.id]);
    const printed = await fetch(`${readers.url}${api}/roster-doubts?format=csv`, {
      headers: { authorization: `Bearer ${librarian}` },
    });
    expect(await printed.text()).toContain('王小明,三年级2班,B7,王小明 三年级1班 A1,待定');
  });

  it('[RDR-001] is confirmed to be a reader, who is brought in line, and as before when that was a mistake', async () => {
    const { doubt, answer, people, waiting } = await aDoubt();
    const [candidate] = doubt.candidates;
    const readerId = candidate?.readerId ?? '';
    expect((await answer('confirmation', 2, { readerId })).status).toBe(412);
    expect((await answer('confirmation', 1, { readerId: newId() })).status).toBe(422);
    const same = await answer('confirmation', 1, { readerId });
    expect(same.body).toMatchObject({ status: 'same', readerId, version: 2 });
    expect(await people()).toContain('王小明 三年级2班 B7');
    expect((await answer('split', 2)).body.code).toBe('roster-doubt.decided');
    expect((await waiting('same')).length).toBe(1);
    const undone = await answer('undo', 2);
    expect(undone.body).toMatchObject({ status: 'open', readerId: null, version: 3 });
    // A number that was given stays given.
    expect(await people()).toContain('王小明 三年级1班 B7');
    expect((await answer('undo', 3)).body.code).toBe('roster-doubt.open');
  });

  it('[RDR-001] is another person, who becomes a reader, or leaves again while nothing is on loan', async () => {
    const { id: schoolId, answer, people, librarian } = await aDoubt();
    const split = await answer('split', 1);
    expect(split.body.status).toBe('other');
    expect((await people()).filter((each) => each.startsWith('王小明'))).toEqual([
      '王小明 三年级1班 A1',
      '王小明 三年级2班 B7',
    ]);
    const readerId = split.body.readerId ?? '';
    const loan = {
      loanId: newId(), copyId: newId(), titleId: newId(), borrower: { kind: 'reader', id: readerId }, mode: 'individual', readerId,
      lendingSchoolId: schoolId, owningSchoolId: schoolId, readerSchoolId: schoolId, readerKind: 'student', classId: null, grade: null,
      clc: null, loanedOn: '2026-10-12', dueOn: '2026-11-12', renewals: 0, checkedOutAt: '2026-10-12T04:00:00.000Z',
    }; // prettier-ignore
    await announceForTests(readers, LoanCheckedOutV1.announce(loan as never, 1));
    await eventually(async () =>
      expect(await readers.sql('select 1 from known_loan where reader_id = $1', [readerId])).toHaveLength(1),
    );
    expect((await answer('undo', 2)).body.code).toBe('roster-doubt.built-upon');
    await readers.sql('update known_loan set is_open = false where reader_id = $1', [readerId]);
    expect((await answer('undo', 2)).body.status).toBe('open');
    expect(await readers.done<ReaderView>('GET', `${api}/readers/${readerId}`, librarian)).toMatchObject({
      status: 'left',
    });
  });

  it('[RDR-001] is dismissed where the list is wrong; another school decides nothing', async () => {
    const one = await aDoubt();
    const other = await aDoubt();
    expect((await one.answer('dismissal', 1, undefined, other.librarian)).status).toBe(404);
    expect((await one.answer('dismissal', 1)).body.status).toBe('dismissed');
    expect(await one.waiting()).toEqual([]);
    expect((await one.answer('undo', 2)).body).toMatchObject({ status: 'open', decidedBy: null });
    const viewer = await readers.as({ role: 'county-viewer' });
    expect((await readers.ask('GET', `${api}/roster-doubts?schoolId=${one.id}`, viewer)).status).toBe(403);
  });
});
