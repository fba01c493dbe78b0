import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import { newId } from '@shulian/service-kit';
import { announceForTests, eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { SchoolClassView } from '../classes/classes.http.js';
import type { ReaderPage, ReaderView } from '../enrolment/readers.http.js';
import type { TransferPage, TransferView } from './reader-transfers.http.js';

const api = '/api/v1';
let database: FreshDatabase;
let readers: ReadersForTests;
beforeAll(async () => {
  database = await freshDatabase('readers_transfers');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const aSchool = async (name: string) => {
  const body = { code: `T${newId().slice(-12)}`, name, kind: 'primary' };
  const { id } = await readers.done<{ id: string }>('POST', `${api}/schools`, readers.admin, body);
  return { id, librarian: await readers.as({ role: 'librarian', schoolId: id } as never) };
};
const post = <Body = TransferView>(path: string, token: string, body: object, version?: number) =>
  readers.ask<Body & { code?: string }>('POST', `${api}${path}`, token, {
    body,
    ...(version === undefined ? {} : { headers: { 'if-match': `"v${version}"` } }),
  });

describe('a reader who goes to another school of the county', () => {
  it('[RDR-011] stays the same reader, with what is on loan, and gets a class and a card there', async () => {
    const [one, two] = [await aSchool('东溪小学'), await aSchool('西溪小学')];
    const { id: classId } = await readers.done<SchoolClassView>('POST', `${api}/classes`, two.librarian, {
      section: 'primary', entryYear: 2024, classNo: 1,
    }); // prettier-ignore
    const pupil = await readers.done<ReaderView>('POST', `${api}/readers`, one.librarian, {
      kind: 'student', name: '陈转学', cardNumber: 'A1', externalId: 'own-1',
    }); // prettier-ignore
    const loan = {
      loanId: newId(), copyId: newId(), titleId: newId(), borrower: { kind: 'reader', id: pupil.id }, mode: 'individual', readerId: pupil.id,
      lendingSchoolId: one.id, owningSchoolId: one.id, readerSchoolId: one.id, readerKind: 'student', classId: null, grade: null,
      clc: null, loanedOn: '2026-10-01', dueOn: '2026-11-01', renewals: 0, checkedOutAt: '2026-10-01T04:00:00.000Z',
    }; // prettier-ignore
    await announceForTests(readers, LoanCheckedOutV1.announce(loan as never, 1));
    const copy = await readers.done<ReaderPage>('GET', `${api}/readers?limit=500`, one.librarian);

    const offer = await post('/reader-transfers', one.librarian, {
      readerId: pupil.id,
      toSchoolId: two.id,
      note: '随父母迁居',
    });
    expect([offer.status, offer.body.status]).toEqual([201, 'offered']);
    expect(
      (await post('/reader-transfers', one.librarian, { readerId: pupil.id, toSchoolId: two.id })).body.code,
    ).toBe('reader-transfer.open');
    await eventually(async () => {
      const { items } = await readers.done<TransferPage>(
        'GET',
        `${api}/reader-transfers?status=offered`,
        two.librarian,
      );
      expect(items).toMatchObject([
        { name: '陈转学', fromSchool: '东溪小学', toSchool: '西溪小学', openLoans: 1, openDebts: 0 },
      ]);
    });
    expect((await post(`/reader-transfers/${offer.body.id}/acceptance`, one.librarian, {}, 1)).status).toBe(
      404,
    );
    expect((await post(`/reader-transfers/${offer.body.id}/acceptance`, two.librarian, {}, 2)).status).toBe(
      412,
    );
    const taken = await post(
      `/reader-transfers/${offer.body.id}/acceptance`,
      two.librarian,
      { classId, cardNumber: 'A1' },
      1,
    );
    expect([taken.status, taken.body.status, taken.body.openLoans]).toEqual([200, 'taken', 1]);

    const now = await readers.done<ReaderView>('GET', `${api}/readers/${pupil.id}`, two.librarian);
    expect(now).toMatchObject({
      id: pupil.id,
      schoolId: two.id,
      classId,
      cardNumber: 'A1',
      status: 'active',
      externalId: null,
    });
    expect((await readers.ask('GET', `${api}/readers/${pupil.id}`, one.librarian)).status).toBe(404);
    const found = await readers.done<ReaderPage>('POST', `${api}/readers/search`, two.librarian, {
      q: 'czx',
    });
    expect(found.items.map(({ id }) => id)).toEqual([pupil.id]);
    expect(
      (await readers.events(pupil.id))
        .slice(2)
        .map(({ type, aggregateversion, data }) => [type.slice(16), aggregateversion, data['schoolId']]),
    ).toEqual([
      ['card.blocked.v1', 3, one.id],
      ['reader.enrolled.v1', 4, two.id],
      ['card.issued.v1', 5, two.id],
    ]);
    // Who keeps a copy of the readers of the old school hears that this one is gone.
    const changes = await readers.done<{ deleted?: unknown[]; items: unknown[] }>(
      'GET', `${api}/readers?updatedSince=${encodeURIComponent((copy as unknown as { syncToken: string }).syncToken)}`, one.librarian,
    ); // prettier-ignore
    expect(JSON.stringify(changes)).toContain(pupil.id);
    const again = await post(`/reader-transfers/${offer.body.id}/acceptance`, two.librarian, {}, 2);
    expect(again.body.code).toBe('reader-transfer.ended');
    const printed = await fetch(`${readers.url}${api}/reader-transfers?format=csv`, {
      headers: { authorization: `Bearer ${one.librarian}` },
    });
    expect(await printed.text()).toContain('2026-10-12,陈转学,东溪小学,西溪小学,已转入,2026-10-12,1,0');
  });

  it('[RDR-011] is refused with a reason, or the offer is taken back, and the reader stays', async () => {
    const [one, two] = [await aSchool('南溪小学'), await aSchool('北溪小学')];
    const pupil = await readers.done<ReaderView>('POST', `${api}/readers`, one.librarian, {
      kind: 'student',
      name: '林不转',
    });
    const offered = async () =>
      (await post('/reader-transfers', one.librarian, { readerId: pupil.id, toSchoolId: two.id })).body.id;
    const first = await offered();
    const refused = await post(
      `/reader-transfers/${first}/refusal`,
      two.librarian,
      { answer: '学籍未到' },
      1,
    );
    expect(refused.body).toMatchObject({ status: 'refused', answer: '学籍未到' });
    const second = await offered();
    expect((await post(`/reader-transfers/${second}/withdrawal`, two.librarian, {}, 1)).status).toBe(404);
    expect((await post(`/reader-transfers/${second}/withdrawal`, one.librarian, {}, 1)).body).toMatchObject({
      status: 'withdrawn',
    });
    expect(
      (await readers.done<ReaderView>('GET', `${api}/readers/${pupil.id}`, one.librarian)).schoolId,
    ).toBe(one.id);
    const own = { readerId: pupil.id, toSchoolId: one.id };
    expect((await post('/reader-transfers', one.librarian, own)).status).toBe(400);
    expect((await post('/reader-transfers', one.librarian, { ...own, toSchoolId: newId() })).status).toBe(
      422,
    );
    expect((await post('/reader-transfers', two.librarian, { ...own, toSchoolId: one.id })).status).toBe(422);
  });
});
