import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
const elsewhere = randomUUID() as SchoolId;

beforeAll(async () => {
  database = await freshDatabase('open_and_free');
  county = await CountyForTests.open(database.ownerUrl);
  await county.openSchool(elsewhere);
});
beforeEach(() => county.itIs('2026-10-12'));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const loanOf = (told: Reply): { id: string; dueOn: string } =>
  told.body['loan'] as { id: string; dueOn: string };

describe('a library that is open to others', () => {
  it('[CIR-019] lends to people of the community by rows of the policy made for them: up to their limit, and not beyond', async () => {
    const external = () => county.enrol({ kind: 'external', section: null, entryYear: null });
    const first = await external();
    const copies = await county.accessionMany(4);
    const told = [];
    for (const copy of copies.slice(0, 3)) told.push((await county.lend(copy, first)).status);
    expect(told).toEqual([201, 201, 409]);
    const rows = [{ readerKind: 'external', sets: { loanLimit: 3, loanDays: 14 } }];
    const policy = { schoolId: county.schoolId, effectiveOn: '2026-10-12', rows };
    expect((await county.ask('PUT', '/lending-policies', policy)).status).toBeLessThan(300);
    const third = await county.lend(copies[2] ?? { barcode: '' }, first);
    expect([third.status, loanOf(third).dueOn]).toEqual([201, '2026-10-26']);
    const fourth = await county.lend(copies[3] ?? { barcode: '' }, first);
    expect(fourth.body).toMatchObject({
      reasons: [{ code: 'reader.at-limit', facts: { limit: 3 }, rule: { parameter: 'loanLimit' } }],
    });
    expect((await county.giveBack(copies[0] ?? { barcode: '' })).body).toMatchObject({ next: 'shelf' });
    const pupil = await county.enrol();
    expect(loanOf(await county.lend(copies[3] ?? { barcode: '' }, pupil)).dueOn).toBe('2026-11-11');
  });

  it('[CIR-019] lends to readers of another school where its desk serves both, and each school sees the loan', async () => {
    const [visitor, copy] = [await county.enrol({ schoolId: elsewhere }), await county.accession()];
    const both = await county.account(
      { role: 'librarian', schoolId: county.schoolId },
      { role: 'librarian', schoolId: elsewhere },
    );
    const visit = { copyBarcode: copy.barcode, cardNumber: visitor.cardNumber, schoolId: county.schoolId };
    const lent = await county.ask('POST', '/checkouts', visit, { as: both });
    expect([lent.status, lent.body['loan']]).toMatchObject([
      201,
      { schoolId: county.schoolId, readerSchoolId: elsewhere },
    ]);
    const there = await county.account({ role: 'librarian', schoolId: elsewhere });
    const seen = await county.ask('GET', `/loans?schoolId=${elsewhere}`, undefined, { as: there });
    expect(seen.body['items']).toMatchObject([{ id: loanOf(lent).id }]);
    expect((await county.giveBack(copy)).body).toMatchObject({ loan: { status: 'closed' } });
  });

  it('[CIR-025] asks no money for a loan, a renewal, a wait or a late return: only a lost copy is paid', async () => {
    const [pupil, copy, kept] = [await county.enrol(), await county.accession(), await county.accession()];
    const lent = await county.lend(copy, pupil);
    const keptLoan = loanOf(await county.lend(kept, pupil));
    await county.itIs('2026-10-14');
    const renewed = await county.ask('POST', '/renewals', { loanId: loanOf(lent).id });
    expect([lent.status, renewed.status]).toEqual([201, 200]);
    await county.itIs('2027-01-08');
    const late = await county.giveBack(copy);
    expect(late.body).toMatchObject({ loan: { status: 'closed' } });
    for (const { body } of [lent, renewed, late])
      expect(JSON.stringify(body)).not.toMatch(/fen|fee|price|amount|owed|paid/i);
    const owed = async (): Promise<unknown> =>
      (await county.ask('GET', `/compensations?readerId=${pupil.readerId}`)).body['items'];
    expect(await owed()).toEqual([]);
    expect((await county.lose(keptLoan.id)).status).toBe(201);
    expect(await owed()).toMatchObject([{ status: 'owed', priceFen: 2_500 }]);
  });

  it('[CIR-025] has no field for money at any door of lending', async () => {
    const { paths, components } = JSON.parse(
      readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'),
    ) as { paths: Record<string, object>; components: { schemas: Record<string, object> } };
    const lending =
      /^\/api\/v1\/(checkouts|returns|renewals|loans|holds|book-corners|book-boxes|book-deliveries)/;
    const seen = new Set<string>();
    const fields = (of: object): string[] =>
      JSON.stringify(of)
        .match(/"[A-Za-z]+":|#\/components\/schemas\/\w+/g)
        ?.flatMap((found) => {
          const name = /schemas\/(\w+)/.exec(found)?.[1];
          if (name === undefined) return [found];
          if (seen.has(name)) return [];
          seen.add(name);
          return fields(components.schemas[name] ?? {});
        }) ?? [];
    const doors = Object.entries(paths).filter(([path]) => lending.test(path));
    expect(doors.length).toBeGreaterThan(20);
    const money = doors
      .flatMap(([, door]) => fields(door))
      .filter((field) => /fen"|fee"|price|amount/i.test(field));
    expect(money).toEqual([]);
    const lost = Object.entries(paths).filter(([path]) => path.includes('/compensations'));
    expect(lost.flatMap(([, door]) => fields(door)).some((field) => /fen"/i.test(field))).toBe(true);
    // The claim is of the doors that are asked, not of a document alone.
    expect((await county.ask('GET', '/compensations')).status).toBe(200);
  });
});
