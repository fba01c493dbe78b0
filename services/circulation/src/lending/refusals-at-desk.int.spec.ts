import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CardBlockedV1,
  ReaderLeftV1,
  ReaderReinstatedV1,
  ReaderSuspendedV1,
} from '@shulian/contracts/readers';
import type { CardId, CopyId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { SchoolOpenedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import {
  announcedReader,
  cardKeyOf,
  CountyForTests,
  day,
  disagreements,
  type Reply,
} from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
const elsewhere = randomUUID() as SchoolId;

beforeAll(async () => {
  database = await freshDatabase('refusals');
  county = await CountyForTests.open(database.ownerUrl);
  await county.openSchool(elsewhere);
}, 60_000);
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const codesOf = (told: Reply): string[] =>
  (told.body['reasons'] as { code: string }[]).map((reason) => reason.code);
const refused = (told: Reply, ...codes: string[]): void => {
  expect([told.status, told.body['code']]).toEqual([409, 'checkout.refused']);
  expect(codesOf(told)).toEqual(codes);
};
/** Rules of the school of the test, on top of those of the county. */
const rule = async (schoolId: SchoolId, rows: object[]): Promise<void> => {
  const admin = await county.account({ role: 'county-admin' });
  const listed = await county.ask('GET', `/lending-policies?schoolId=${schoolId}`, undefined, { as: admin });
  const own = (listed.body['items'] as { schoolId: string | null; version: number }[]).find(
    (one) => one.schoolId === schoolId,
  );
  const told = await county.ask(
    'PUT',
    '/lending-policies',
    { schoolId, rows },
    {
      as: admin,
      headers: own === undefined ? {} : { 'if-match': `"v${own.version}"` },
    },
  );
  expect(told.status).toBe(200);
};

describe('a checkout is refused', () => {
  it('for a barcode or a card nobody knows, after waiting for it two seconds', async () => {
    const startedAt = performance.now();
    refused(
      await county.lend({ barcode: 'NOBODY' }, { cardNumber: 'NOBODY' }),
      'copy.unknown',
      'reader.unknown',
    );
    expect(performance.now() - startedAt).toBeGreaterThan(1_900);
  });
  it('not when copy and reader arrive within two seconds', async () => {
    const copyId = randomUUID() as CopyId;
    const pupil = await county.enrol();
    const lending = county.lend({ barcode: `B${copyId.slice(0, 13).toUpperCase()}` }, pupil);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await county.accession({ copyId, barcode: `B${copyId.slice(0, 13).toUpperCase()}` });
    expect((await lending).status).toBe(201);
  });
  it('at the door for control characters in what was scanned or written', async () => {
    const sound = {
      copyBarcode: 'B1',
      cardNumber: 'T1',
      overrides: [{ code: 'window.closed', reason: 'why' }],
    };
    for (const bad of ['\u0000', 'B\u00001', '\u001b[2J', 'B1\u0007', '\u007f'])
      for (const [path, body] of [
        ['/copyBarcode', { ...sound, copyBarcode: bad }],
        ['/cardNumber', { ...sound, cardNumber: bad }],
        ['/overrides/0/code', { ...sound, overrides: [{ code: bad, reason: 'why' }] }],
        ['/overrides/0/reason', { ...sound, overrides: [{ code: 'window.closed', reason: bad }] }],
      ] as const)
        for (const door of ['/checkouts', '/checkouts/dry-run']) {
          const told = await county.ask('POST', door, body);
          expect([told.status, told.body['code'], told.body['errors']]).toMatchObject([
            400,
            'request.invalid',
            [{ pointer: path }],
          ]);
        }
    expect((await county.giveBack({ barcode: 'B\u0001' })).status).toBe(400);
  });
  it('for a copy that only another school has, or several', async () => {
    const pupil = await county.enrol();
    const there = await county.accession({ schoolId: elsewhere });
    refused(await county.lend(there, pupil), 'copy.of-another-school');
    const third = randomUUID() as SchoolId;
    await county.openSchool(third);
    const barcode = `X${randomUUID().slice(0, 8).toUpperCase()}`;
    await county.accession({ schoolId: elsewhere, barcode });
    await county.accession({ schoolId: third, barcode });
    refused(await county.lend({ barcode }, pupil), 'copy.barcode-ambiguous');
    await county.accession({ barcode });
    expect((await county.lend({ barcode: ` ${barcode.toLowerCase()} ` }, pupil)).status).toBe(201);
  }, 15_000);
  it('for every state of a copy that is not on the allow-list', async () => {
    const pupil = await county.enrol();
    for (const stockState of ['processing', 'repair', 'missing', 'withdrawn'] as const) {
      const told = await county.lend(await county.accession({ stockState }), pupil);
      refused(told, 'copy.not-lendable');
      expect(told.body).toMatchObject({
        reasons: [
          {
            facts: { state: stockState },
            severity: 'deny',
            overridable: stockState === 'processing' || stockState === 'repair',
          },
        ],
      });
    }
    refused(
      await county.lend(await county.accession({ stockState: 'reading-room' }), pupil),
      'copy.reading-room-only',
    );
  });
  it('for a copy that is not there, though somebody wants to pass over it (decision 2)', async () => {
    const overrides = [{ code: 'copy.not-lendable', reason: 'it is in my hand' }];
    for (const [stockState, status] of [
      ['processing', 201],
      ['repair', 201],
      ['missing', 409],
      ['withdrawn', 409],
    ] as const) {
      const copy = await county.accession({ stockState });
      const told = await county.lend(copy, await county.enrol(), { overrides });
      expect([stockState, told.status]).toEqual([stockState, status]);
      const tried = await county.ask('POST', '/checkouts/dry-run', {
        copyBarcode: copy.barcode,
        readerId: (await county.enrol()).readerId,
        overrides,
      });
      if (status === 409) expect(tried.body).toMatchObject({ outcome: 'deny' });
    }
    const copy = await county.accession();
    const both = await county.account(
      { role: 'librarian', schoolId: county.schoolId },
      { role: 'librarian', schoolId: elsewhere },
    );
    const sent = { copyBarcode: copy.barcode, schoolId: elsewhere };
    expect((await county.ask('POST', '/returns', sent, { as: both })).body).toMatchObject({
      next: 'transfer',
    });
    const told = await county.lend(copy, await county.enrol(), { overrides });
    refused(told, 'copy.not-lendable');
    expect(told.body).toMatchObject({ reasons: [{ facts: { state: 'in-transit' }, overridable: false }] });
  });
  it('[CIR-010] for reference books, which never leave the room, not even by an override', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession({ kind: 'reference' })];
    const told = await county.lend(copy, pupil, {
      overrides: [{ code: 'copy.reading-room-only', reason: 'please' }],
    });
    refused(told, 'copy.reading-room-only');
    expect(told.body).toMatchObject({
      reasons: [{ overridable: false, rule: { parameter: 'mayLeaveRoom', version: 1 } }],
    });
  });
  it('while it is on loan already', async () => {
    const [one, two, copy] = [await county.enrol(), await county.enrol(), await county.accession()];
    await county.lend(copy, one);
    const again = await county.lend(copy, one);
    refused(again, 'copy.already-on-loan');
    expect(again.body).toMatchObject({ reasons: [{ facts: { toThisReader: true } }] });
    expect((await county.lend(copy, two)).body).toMatchObject({
      reasons: [{ facts: { toThisReader: false } }],
    });
  });
  it('to pupils whose class has graduated, with or without anybody saying so; to the last grade and to teachers it is lent', async () => {
    const copy = await county.accession();
    const ofClass = (entryYear: number, kind: 'student' | 'teacher' = 'student') =>
      county.enrol({ kind, section: 'junior', entryYear, classId: randomUUID() as SchoolClassId });
    // The day is in October 2026: who entered in 2023 graduated in the summer.
    const [graduate, lastGrade, teacher] = [
      await ofClass(2023),
      await ofClass(2024),
      await ofClass(2023, 'teacher'),
    ];
    refused(await county.lend(copy, graduate), 'reader.inactive');
    for (const reader of [lastGrade, teacher]) {
      expect((await county.lend(copy, reader)).status).toBe(201);
      await county.giveBack(copy);
    }
  });
  it('to whoever left, lost the card, or is suspended; until the day, and no longer', async () => {
    const copy = await county.accession();
    const { schoolId } = county;
    const [gone, lost, naughty] = [await county.enrol(), await county.enrol(), await county.enrol()];
    await county.tell(
      ReaderLeftV1.announce(
        { ...announcedReader(gone.readerId, schoolId), leftOn: day('2026-10-01'), leftWhy: 'left' },
        county.next(gone.readerId),
      ),
      CardBlockedV1.announce(
        {
          cardId: randomUUID() as CardId,
          readerId: lost.readerId,
          schoolId,
          cardKey: cardKeyOf(schoolId, `${lost.cardNumber}old`),
          why: 'lost',
        },
        county.next(lost.readerId),
      ),
      ReaderSuspendedV1.announce(
        {
          ...announcedReader(naughty.readerId, schoolId),
          suspension: { untilOn: day('2026-10-12'), why: 'damage' },
        },
        county.next(naughty.readerId),
      ),
    );
    refused(await county.lend(copy, gone), 'reader.inactive');
    refused(await county.lend(copy, { cardNumber: `${lost.cardNumber}old` }), 'reader.card-lost');
    refused(await county.lend(copy, naughty), 'reader.suspended');
    await county.tell(
      ReaderSuspendedV1.announce(
        {
          ...announcedReader(naughty.readerId, schoolId),
          suspension: { untilOn: day('2026-10-11'), why: 'damage' },
        },
        county.next(naughty.readerId),
      ),
    );
    expect((await county.lend(copy, naughty)).status).toBe(201);
    await county.giveBack(copy);
    await county.tell(
      ReaderSuspendedV1.announce(
        { ...announcedReader(naughty.readerId, schoolId), suspension: { untilOn: null, why: 'damage' } },
        county.next(naughty.readerId),
      ),
      ReaderReinstatedV1.announce(announcedReader(naughty.readerId, schoolId), county.next(naughty.readerId)),
    );
    expect((await county.lend(copy, naughty)).status).toBe(201);
  });
  it('at the limit, unless a librarian overrides it with a reason, which is kept', async () => {
    const pupil = await county.enrol({ kind: 'external', section: null, entryYear: null });
    const copies = await county.accessionMany(3);
    for (const copy of copies.slice(0, 2)) expect((await county.lend(copy, pupil)).status).toBe(201);
    const third = copies[2] ?? { barcode: '' };
    refused(await county.lend(third, pupil), 'reader.at-limit');
    const told = await county.lend(third, pupil, {
      overrides: [{ code: 'reader.at-limit', reason: 'holiday reading' }],
    });
    expect([told.status, codesOf({ ...told, body: told.body['decision'] as Reply['body'] })]).toEqual([
      201,
      ['reader.at-limit'],
    ]);
    const loan = told.body['loan'] as { id: string };
    const kept = await county.service.sql('select code, reason from desk_override where loan_id = $1', [
      loan.id,
    ]);
    expect(kept).toEqual([{ code: 'reader.at-limit', reason: 'holiday reading' }]);
  });
  it('by an override without the permission as without one', async () => {
    const pupil = await county.enrol({ kind: 'external', section: null, entryYear: null });
    const copies = await county.accessionMany(3);
    for (const copy of copies.slice(0, 2)) await county.lend(copy, pupil);
    const device = await county.account({ role: 'device', schoolId: county.schoolId });
    const told = await county.ask(
      'POST',
      '/checkouts',
      {
        copyBarcode: copies[2]?.barcode,
        cardNumber: pupil.cardNumber,
        overrides: [{ code: 'reader.at-limit', reason: 'x' }],
      },
      { as: device },
    );
    refused(told, 'reader.at-limit');
    expect(told.body).toMatchObject({ reasons: [{ overridable: false }] });
  });
  it('for a second copy of the same title, until somebody confirms it', async () => {
    const pupil = await county.enrol();
    const one = await county.accession();
    const two = await county.accession({ titleId: one.titleId });
    await county.lend(one, pupil);
    const told = await county.lend(two, pupil);
    refused(told, 'reader.same-title-on-loan');
    expect(told.body).toMatchObject({ reasons: [{ severity: 'confirm', overridable: true }] });
    const overrides = [{ code: 'reader.same-title-on-loan', reason: 'for a friend' }];
    expect((await county.lend(two, pupil, { overrides })).status).toBe(201);
  });
  it('[CIR-060] to a reader who owes a compensation, not even by an override, until it is settled', async () => {
    const [pupil, copy, wish] = [await county.enrol(), await county.accession(), await county.accession()];
    const { id } = (await county.lend(copy, pupil)).body['loan'] as { id: string };
    const { compensation } = (await county.lose(id)).body as { compensation: { id: string } };
    const told = await county.lend(wish, pupil, {
      overrides: [{ code: 'reader.owes-compensation', reason: 'please' }],
    });
    refused(told, 'reader.owes-compensation');
    expect(told.body).toMatchObject({ reasons: [{ overridable: false }] });
    expect((await county.settle(compensation.id)).status).toBe(200);
    expect((await county.lend(wish, pupil)).status).toBe(201);
  });
  it('outside the lending windows of the school', async () => {
    const schoolId = randomUUID() as SchoolId;
    await county.openSchool(schoolId);
    const librarian = await county.account({ role: 'librarian', schoolId });
    const pupil = await county.enrol({ schoolId });
    const copy = await county.accession({ schoolId });
    const body = { copyBarcode: copy.barcode, cardNumber: pupil.cardNumber };
    // It is a Monday, a little after 12:00 in Shanghai.
    await rule(schoolId, [{ sets: { windows: [{ weekdays: [1], from: '12:50', to: '13:30' }] } }]);
    refused(await county.ask('POST', '/checkouts', body, { as: librarian }), 'window.closed');
    await rule(schoolId, [{ sets: { windows: [{ weekdays: [1], from: '11:30', to: '12:50' }] } }]);
    expect((await county.ask('POST', '/checkouts', body, { as: librarian })).status).toBe(201);
  });
  it('to readers for whom no rule allows it, and mentions a calendar it does not know', async () => {
    // A school of which nothing but its being there is known.
    const schoolId = randomUUID() as SchoolId;
    await county.tell(
      SchoolOpenedV1.announce(
        { schoolId, code: schoolId.slice(0, 8), name: 'School', kind: 'primary' },
        county.next(schoolId),
      ),
    );
    const librarian = await county.account({ role: 'librarian', schoolId });
    const pupil = await county.enrol({ schoolId });
    const copy = await county.accession({ schoolId });
    const body = { copyBarcode: copy.barcode, cardNumber: pupil.cardNumber };
    await rule(schoolId, [{ grades: [5], sets: { mayBorrow: false } }]);
    refused(
      await county.ask('POST', '/checkouts', body, { as: librarian }),
      'policy.none',
      'calendar.unknown',
    );
    await rule(schoolId, [{ grades: [4, 6], sets: { mayBorrow: false } }]);
    const told = await county.ask('POST', '/checkouts', body, { as: librarian });
    expect(told.body).toMatchObject({
      loan: { dueOn: '2026-11-11' },
      decision: { reasons: [{ code: 'calendar.unknown', severity: 'warn', facts: { missing: 'term' } }] },
    });
  });
  it('with titles in the language of the reader of the answer', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession({ stockState: 'repair' })];
    const body = { copyBarcode: copy.barcode, cardNumber: pupil.cardNumber };
    expect((await county.lend(copy, pupil)).body).toMatchObject({
      title: '不能借出',
      reasons: [{ title: '该册现在不外借' }],
    });
    const english = await county.ask('POST', '/checkouts', body, { headers: { 'accept-language': 'en' } });
    expect(english.body).toMatchObject({ title: 'The copy cannot be checked out' });
    // A dry run says it in the same words.
    const tried = (headers: Record<string, string>) =>
      county.ask('POST', '/checkouts/dry-run', body, { headers });
    expect((await tried({})).body).toMatchObject({ reasons: [{ title: '该册现在不外借' }] });
    expect((await tried({ 'accept-language': 'en' })).body).toMatchObject({
      reasons: [{ code: 'copy.not-lendable', title: 'The copy is not for lending now' }],
    });
  });
  it('as a dry run tells without doing anything', async () => {
    const [pupil, copy, broken] = [
      await county.enrol(),
      await county.accession(),
      await county.accession({ stockState: 'repair' }),
    ];
    const dryRun = (barcode: string) =>
      county.ask('POST', '/checkouts/dry-run', { copyBarcode: barcode, cardNumber: pupil.cardNumber });
    const fine = await dryRun(copy.barcode);
    expect([fine.status, fine.body]).toMatchObject([
      200,
      { outcome: 'allow', reasons: [], dueOn: '2026-11-11' },
    ]);
    expect((await dryRun(broken.barcode)).body).toMatchObject({
      outcome: 'deny',
      reasons: [{ code: 'copy.not-lendable' }],
    });
    expect((await county.lend(copy, pupil)).status).toBe(201);
  });
  it('as malformed, with the places that are wrong', async () => {
    const told = await county.ask('POST', '/checkouts', { cardNumber: 5, surplus: true });
    expect([told.status, told.body['code']]).toEqual([400, 'request.invalid']);
    const pointers = (told.body['errors'] as { pointer: string }[]).map((error) => error.pointer);
    expect(new Set(pointers)).toEqual(new Set(['/copyBarcode', '/cardNumber', '/surplus']));
    expect((await county.ask('POST', '/checkouts', { copyBarcode: 'X' })).status).toBe(400);
    expect((await county.ask('POST', '/checkouts', { copyBarcode: 'X', readerId: 'no-id' })).status).toBe(
      400,
    );
  });
});
