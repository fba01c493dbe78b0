import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@shulian/contracts/access';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { pageOf } from '@shulian/service-kit';
import { CountyForTests, type Copy, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
const elsewhere = randomUUID() as SchoolId;
let [pupil, copy, loanId, there, thereCopy, therePupil, thereLoan] = [] as unknown as [
  Pupil,
  Copy,
  string,
  string,
  Copy,
  Pupil,
  string,
];

beforeAll(async () => {
  database = await freshDatabase('access');
  county = await CountyForTests.open(database.ownerUrl);
  await county.openSchool(elsewhere);
  there = await county.account({ role: 'librarian', schoolId: elsewhere });
  [pupil, copy] = [await county.enrol(), await county.accession()];
  [therePupil, thereCopy] = [
    await county.enrol({ schoolId: elsewhere }),
    await county.accession({ schoolId: elsewhere }),
  ];
  loanId = ((await county.lend(copy, pupil)).body['loan'] as { id: string }).id;
  const told = await county.ask(
    'POST',
    '/checkouts',
    { copyBarcode: thereCopy.barcode, cardNumber: therePupil.cardNumber },
    { as: there },
  );
  thereLoan = (told.body['loan'] as { id: string }).id;
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const idsOf = (told: Reply): string[] => (told.body['items'] as { id: string }[]).map((item) => item.id);

describe('a device in the room', () => {
  it('is told what a reader of its school has at home and when it is due, and nothing of another school', async () => {
    const device = await county.account({ role: 'device', schoolId: county.schoolId });
    const scanned = (readerId: string) => county.ask('POST', '/scanned-loans', { readerId }, { as: device });
    const { status, body } = await scanned(pupil.readerId);
    expect(status).toBe(200);
    expect(body['items']).toEqual([
      {
        id: loanId,
        title: null,
        copyBarcode: copy.barcode,
        dueOn: expect.any(String),
        status: 'open',
      },
    ]);
    expect((await scanned(therePupil.readerId)).status).toBe(404);
    expect((await scanned(randomUUID())).status).toBe(404);
  });
});

describe('who may see and touch loans', () => {
  it('[GTW-008] keeps a librarian out of another school, at every door', async () => {
    const { librarian } = county;
    const free = await county.accession({ schoolId: elsewhere });
    const ask = (method: string, path: string, body?: object) =>
      county.ask(method, path, body, { as: librarian });
    const body = { copyBarcode: free.barcode, cardNumber: therePupil.cardNumber };
    expect((await ask('POST', '/checkouts', { ...body, schoolId: elsewhere })).status).toBe(403);
    expect((await ask('POST', '/checkouts/dry-run', { ...body, schoolId: elsewhere })).status).toBe(403);
    const told = await ask('POST', '/checkouts', {
      copyBarcode: free.barcode,
      readerId: therePupil.readerId,
    });
    expect(told.body).toMatchObject({
      reasons: [{ code: 'copy.of-another-school' }, { code: 'reader.unknown' }],
    });
    expect(
      (await ask('POST', '/returns', { copyBarcode: thereCopy.barcode, schoolId: elsewhere })).status,
    ).toBe(403);
    expect((await ask('POST', '/returns', { copyBarcode: thereCopy.barcode })).status).toBe(409);
    expect((await ask('POST', '/renewals', { loanId: thereLoan })).status).toBe(422);
    expect((await ask('GET', `/loans/${thereLoan}`)).status).toBe(404);
    expect((await ask('GET', `/loans?schoolId=${elsewhere}`)).status).toBe(403);
    expect(idsOf(await ask('GET', `/loans?readerId=${therePupil.readerId}`))).toEqual([]);
    expect(idsOf(await ask('GET', `/loans?copyId=${thereCopy.copyId}`))).toEqual([]);
    expect((await county.ask('GET', `/loans/${thereLoan}`, undefined, { as: there })).body).toMatchObject({
      status: 'open',
    });
  });
  it('gives a county administrator no loan and no desk', async () => {
    const admin = await county.account({ role: 'county-admin' });
    for (const [method, path] of [
      ['GET', '/loans'],
      ['GET', `/loans/${loanId}`],
      ['POST', '/checkouts'],
      ['POST', '/returns'],
      ['POST', '/renewals'],
      ['POST', '/losses'],
      ['GET', '/compensations'],
      ['GET', `/compensations/${randomUUID()}`],
      ['POST', `/compensations/${randomUUID()}/settlement`],
      ['GET', '/holds'],
    ] as const)
      expect([
        path,
        (await county.ask(method, path, method === 'POST' ? {} : undefined, { as: admin })).status,
      ]).toEqual([path, 403]);
    expect((await county.ask('GET', '/loans', undefined, { as: 'nonsense' })).status).toBe(401);
  });
  it('[CIR-016] lets a class helper lend and take back for the own class only', async () => {
    const helper = await county.account({
      role: 'class-helper',
      schoolId: county.schoolId,
      classId: county.classId,
    });
    const classmate = await county.enrol();
    const stranger = await county.enrol({ classId: randomUUID() as SchoolClassId });
    const [one, two] = [await county.accession(), await county.accession()];
    const lend = (what: Copy, whom: Pupil) =>
      county.ask(
        'POST',
        '/checkouts',
        { copyBarcode: what.barcode, cardNumber: whom.cardNumber },
        { as: helper },
      );
    expect((await lend(one, classmate)).status).toBe(201);
    expect((await lend(two, stranger)).status).toBe(403);
    expect((await county.lend(two, stranger)).status).toBe(201);
    const back = (what: Copy) =>
      county.ask('POST', '/returns', { copyBarcode: what.barcode }, { as: helper });
    expect((await back(two)).status).toBe(403);
    expect((await back(one)).status).toBe(200);
    const seen = await county.ask('GET', '/loans', undefined, { as: helper });
    const readers = new Set((seen.body['items'] as { readerId: string }[]).map((loan) => loan.readerId));
    expect(readers.has(stranger.readerId)).toBe(false);
    expect(readers.has(classmate.readerId)).toBe(true);
    // What goes beyond lending and taking back is not a pupil's.
    expect((await county.ask('POST', '/losses', {}, { as: helper })).status).toBe(403);
    expect((await county.ask('GET', '/compensations', undefined, { as: helper })).status).toBe(403);
  });
  it('shows readers their own loans', async () => {
    const self = await county.account({ role: 'reader', readerId: pupil.readerId });
    expect(idsOf(await county.ask('GET', '/loans', undefined, { as: self }))).toEqual([loanId]);
    expect((await county.ask('GET', `/loans/${thereLoan}`, undefined, { as: self })).status).toBe(404);
    expect((await county.ask('POST', '/checkouts', {}, { as: self })).status).toBe(403);
  });
  it('lets a client with the scope work at its schools, naming the one it means', async () => {
    const client = await county.service.signer.sign({
      sub: randomUUID(),
      kind: 'client',
      grants: [],
      scopes: ['circulation.desk', 'circulation.read'],
      schools: null,
    });
    const [mate, book] = [await county.enrol(), await county.accession()];
    const body = { copyBarcode: book.barcode, cardNumber: mate.cardNumber };
    const unclear = await county.ask('POST', '/checkouts', body, { as: client });
    expect([unclear.status, unclear.body['code']]).toEqual([400, 'request.school-needed']);
    expect(
      (await county.ask('POST', '/checkouts', { ...body, schoolId: county.schoolId }, { as: client })).status,
    ).toBe(201);
    expect((await county.ask('GET', `/loans/${loanId}`, undefined, { as: client })).status).toBe(200);
    // Cards of every school it serves are known, and a reader of another school is lent to as such.
    const visitor = await county.enrol({ schoolId: elsewhere });
    const visit = {
      copyBarcode: (await county.accession()).barcode,
      cardNumber: visitor.cardNumber,
      schoolId: county.schoolId,
    };
    const told = await county.ask('POST', '/checkouts', visit, { as: client });
    expect(told.body).toMatchObject({ loan: { schoolId: county.schoolId, readerSchoolId: elsewhere } });
    const { id } = told.body['loan'] as { id: string };
    expect((await county.ask('GET', `/loans/${id}`, undefined, { as: there })).status).toBe(200);
    expect((await county.ask('GET', `/loans/${id}`)).status).toBe(200);
  });
  it('[GTW-008] tells librarians and heads of the lending school who stood at the desk, and nobody else', async () => {
    const self = await county.service.signer.account({ role: 'librarian', schoolId: county.schoolId });
    const head = await county.account({ role: 'school-head', schoolId: county.schoolId });
    const visitor = await county.enrol({ schoolId: elsewhere });
    const client = await county.service.signer.sign({
      sub: 'the client',
      kind: 'client',
      grants: [],
      scopes: ['circulation.desk', 'circulation.read'],
      schools: [county.schoolId, elsewhere],
    });
    const book = await county.accession();
    const visit = { copyBarcode: book.barcode, cardNumber: visitor.cardNumber, schoolId: county.schoolId };
    const told = await county.ask('POST', '/checkouts', visit, { as: client });
    const { id } = told.body['loan'] as { id: string };
    const deskOf = async (as: string): Promise<unknown[]> => {
      const one = await county.ask('GET', `/loans/${id}`, undefined, { as });
      const listed = await county.ask('GET', `/loans?copyId=${book.copyId}`, undefined, { as });
      return [one.status, one.body['desk'], (listed.body['items'] as { desk?: unknown }[])[0]?.desk];
    };
    const open = { lentBy: 'the client', lentAt: expect.stringMatching(/^2026-10-12T04:/), overrides: [] };
    for (const as of [self, head]) expect(await deskOf(as)).toEqual([200, open, open]);
    await county.ask('POST', '/returns', { copyBarcode: book.barcode }, { as: self });
    const after = (await deskOf(head))[1] as Record<string, unknown>;
    expect(after).toEqual({
      ...open,
      closedBy: expect.any(String),
      closedAt: expect.stringMatching(/^2026-10-12T04:/),
      closedAtSchoolId: county.schoolId,
    });
    expect(after['closedBy']).not.toBe('the client');
    // The school of the visitor, the reader, the class and programmes see the loan, not who stood there.
    const reader = await county.account({ role: 'reader', readerId: visitor.readerId });
    const teacher = await county.account({ role: 'teacher', schoolId: elsewhere, classId: visitor.classId });
    for (const as of [there, reader, teacher, client])
      expect(await deskOf(as)).toEqual([200, undefined, undefined]);
  });
  it('[GTW-008] shows who passed over a refusal, and why, to those who know the desk', async () => {
    const [mate, book] = [await county.enrol(), await county.accession({ stockState: 'repair' })];
    const overrides = [{ code: 'copy.not-lendable', reason: '已修好' }];
    const told = await county.lend(book, mate, { overrides });
    const { id } = told.body['loan'] as { id: string };
    expect((await county.ask('GET', `/loans/${id}`)).body).toMatchObject({
      desk: { overrides: [{ code: 'copy.not-lendable', reason: '已修好', by: expect.any(String) }] },
    });
    const reader = await county.account({ role: 'reader', readerId: mate.readerId });
    const seen = await county.ask('GET', `/loans/${id}`, undefined, { as: reader });
    expect([seen.status, JSON.stringify(seen.body).includes('已修好')]).toEqual([200, false]);
  });
  it('pages through loans, newest first, each once', async () => {
    const reader = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    for (const one of await county.accessionMany(7)) await county.lend(one, reader);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const path = `/loans?readerId=${reader.readerId}&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page: Reply = await county.ask('GET', path);
      seen.push(...idsOf(page));
      cursor = page.body['nextCursor'] as string | null;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
    expect([...seen].sort().reverse()).toEqual(seen);
    expect((await county.ask('GET', '/loans?cursor=nonsense')).status).toBe(400);
    // Signed by this service, but for a list with another key.
    for (const key of [7, 'v2', '', '2026-10-12']) {
      const { nextCursor } = pageOf([key, key], 1, String, (part) => [part]);
      for (const list of ['/loans', '/holds', '/compensations']) {
        const told = await county.ask('GET', `${list}?cursor=${String(nextCursor)}`);
        expect([told.status, told.body]).toMatchObject([
          400,
          { code: 'request.invalid', errors: [{ pointer: '?cursor' }] },
        ]);
      }
    }
    expect((await county.ask('GET', '/loans?limit=501')).status).toBe(400);
    expect((await county.ask('GET', '/loans/no-id')).status).toBe(404);
  });
});

describe('who may declare a loss, see what is owed and settle it', () => {
  const loanOf = (told: Reply): string => (told.body['loan'] as { id: string }).id;
  const compensationOf = (told: Reply): string => (told.body['compensation'] as { id: string }).id;
  const lent = async (): Promise<{ pupil: Pupil; loanId: string }> => {
    const [whom, what] = [await county.enrol(), await county.accession()];
    return { pupil: whom, loanId: loanOf(await county.lend(what, whom)) };
  };
  const lost = async (): Promise<{ pupil: Pupil; compensationId: string }> => {
    const { pupil: whom, loanId: id } = await lent();
    return { pupil: whom, compensationId: compensationOf(await county.lose(id)) };
  };
  const roleOf = (role: Role): Promise<string> =>
    county.account({
      role,
      ...(['county-admin', 'county-viewer'].includes(role) ? {} : { schoolId: county.schoolId }),
      ...(['teacher', 'class-helper'].includes(role) ? { classId: county.classId } : {}),
    });

  it.each([
    ['librarian', 201],
    ['teacher', 201],
    ['school-head', 403],
    ['county-admin', 403],
    ['county-viewer', 403],
  ] as const)('[GTW-008] a loss by %s of the lending school or of the class: %i', async (role, status) => {
    const as = await roleOf(role);
    const { loanId } = await lent();
    expect((await county.ask('POST', '/losses', { loanId }, { as })).status).toBe(status);
  });
  it.each(['class-helper', 'device'] as const)(
    '[GTW-008] no loss by a %s: it makes a child owe money',
    async (role) => {
      const as = await roleOf(role);
      const { loanId } = await lent();
      const told = await county.ask('POST', '/losses', { loanId }, { as });
      expect([told.status, told.body['code']]).toEqual([403, 'permission.denied']);
      expect((await county.ask('GET', `/loans/${loanId}`)).body).toMatchObject({ status: 'open' });
    },
  );
  it('[GTW-008] keeps desks of another school and teachers of another class from declaring a loss', async () => {
    const here = await lent();
    const otherClass = await county.account({
      role: 'teacher',
      schoolId: county.schoolId,
      classId: randomUUID(),
    });
    expect((await county.lose(thereLoan)).status).toBe(422);
    for (const as of [there, otherClass])
      expect((await county.ask('POST', '/losses', { loanId: here.loanId }, { as })).status).toBe(422);
    const self = await county.account({ role: 'reader', readerId: here.pupil.readerId });
    expect((await county.ask('POST', '/losses', { loanId: here.loanId }, { as: self })).status).toBe(403);
    expect((await county.ask('GET', `/loans/${here.loanId}`)).body).toMatchObject({ status: 'open' });
  });
  it('[GTW-008] lets the school of a visiting reader see the loss, but neither declare nor settle it', async () => {
    const client = await county.service.signer.sign({
      sub: randomUUID(),
      kind: 'client',
      grants: [],
      scopes: ['circulation.desk', 'circulation.read'],
      schools: null,
    });
    const visitor = await county.enrol({ schoolId: elsewhere });
    const copy = await county.accession();
    const visit = { copyBarcode: copy.barcode, cardNumber: visitor.cardNumber, schoolId: county.schoolId };
    const loanId = loanOf(await county.ask('POST', '/checkouts', visit, { as: client }));
    const ask = (method: string, path: string, body?: object, as = there) =>
      county.ask(method, path, body, { as });
    expect((await ask('POST', '/losses', { loanId })).status).toBe(403);
    const told = await ask('POST', '/losses', { loanId }, client);
    expect(told.status).toBe(201);
    const id = compensationOf(told);
    expect((await ask('GET', `/compensations/${id}`)).status).toBe(200);
    expect(idsOf(await ask('GET', `/compensations?schoolId=${elsewhere}`))).toContain(id);
    const settle = (as: string) => ask('POST', `/compensations/${id}/settlement`, { how: 'paid' }, as);
    expect((await settle(there)).status).toBe(403);
    expect((await settle(client)).status).toBe(200);
  });
  it.each([
    ['librarian', 200],
    ['school-head', 403],
    ['device', 403],
    ['teacher', 403],
    ['class-helper', 403],
    ['county-admin', 403],
    ['county-viewer', 403],
  ] as const)('[GTW-008] a settlement by %s: %i', async (role, status) => {
    const as = await roleOf(role);
    const { compensationId } = await lost();
    const path = `/compensations/${compensationId}/settlement`;
    expect((await county.ask('POST', path, { how: 'paid' }, { as })).status).toBe(status);
  });
  it('[GTW-008] shows compensations to whoever may see the loan', async () => {
    const { compensationId, pupil } = await lost();
    const seen = async (as: string): Promise<[number, boolean, number]> => {
      const listed = await county.ask('GET', '/compensations?limit=500', undefined, { as });
      const one = await county.ask('GET', `/compensations/${compensationId}`, undefined, { as });
      return [listed.status, listed.status === 200 && idsOf(listed).includes(compensationId), one.status];
    };
    for (const role of ['librarian', 'school-head', 'teacher'] as const)
      expect([role, await seen(await roleOf(role))]).toEqual([role, [200, true, 200]]);
    // A class helper sees no debts of classmates.
    for (const role of ['class-helper', 'device', 'county-admin', 'county-viewer'] as const)
      expect([role, await seen(await roleOf(role))]).toEqual([role, [403, false, 403]]);
    const self = await county.account({ role: 'reader', readerId: pupil.readerId });
    const other = await county.account({ role: 'reader', readerId: randomUUID() });
    const otherClass = await county.account({
      role: 'teacher',
      schoolId: county.schoolId,
      classId: randomUUID(),
    });
    expect(await seen(self)).toEqual([200, true, 200]);
    // Who declared it is for the desk's school to know.
    const one = `/compensations/${compensationId}`;
    expect((await county.ask('GET', one)).body).toMatchObject({ desk: { declaredBy: expect.any(String) } });
    expect((await county.ask('GET', one, undefined, { as: self })).body['desk']).toBeUndefined();
    for (const stranger of [other, otherClass, there])
      expect(await seen(stranger)).toEqual([200, false, 404]);
    const path = `/compensations?schoolId=${county.schoolId}`;
    expect((await county.ask('GET', path, undefined, { as: there })).status).toBe(403);
    const settling = `/compensations/${compensationId}/settlement`;
    expect((await county.ask('POST', settling, { how: 'paid' }, { as: there })).status).toBe(404);
    expect((await county.ask('POST', settling, { how: 'paid' }, { as: self })).status).toBe(403);
  });
});
