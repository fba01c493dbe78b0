import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CopyReleasedV1, LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { TitlesPage, TitleView } from '../titles/titles.http.js';
import type { CopiesPage, CopyView } from './copies.http.js';
import { hasRightCheckDigit } from './rules/copy-numbers.js';

let catalog: CatalogForTests;
let title: TitleView;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_copies'));
  title = (await catalog.call('POST', '/titles', { title: '呐喊', clc: 'I210.6' })).body;
});
afterAll(() => catalog.end());

const newTitle = async (name: string, clc: string | null): Promise<TitleView> =>
  (await catalog.call('POST', '/titles', { title: name, clc })).body;
const entered = async (input: Record<string, unknown> = {}, as = catalog.librarian): Promise<CopyView> => {
  const reply = await catalog.call(
    'POST',
    '/copies',
    { titleId: title.id, priceFen: 1250, ...input },
    { as },
  );
  expect([reply.status, reply.body]).toEqual([201, expect.anything()]);
  return reply.body;
};

describe('entering a copy', () => {
  it('[CAT-035] gives the next accession number, a barcode and a call number, and announces the copy', async () => {
    const copy = await entered({ location: '一楼', kind: 'book' });
    expect(copy).toMatchObject({
      schoolId: catalog.schools[0], callNumber: 'I210.6/1', priceFen: 1250, location: '一楼', status: 'lendable', available: true,
    }); // prettier-ignore
    expect(copy.barcode.startsWith('SY1')).toBe(true);
    expect(hasRightCheckDigit(copy.barcode)).toBe(true);
    const [event] = await catalog.sql<{ payload: { data: unknown; schoolid: string } }>(
      'select payload from outbox where key = $1',
      [copy.id],
    );
    expect(event?.payload).toMatchObject({
      schoolid: catalog.schools[0],
      data: {
        copyId: copy.id, titleId: title.id, barcode: copy.barcode, accessionNumber: copy.accessionNumber, callNumber: 'I210.6/1',
        clc: 'I210.6', kind: 'book', stockState: 'lendable', location: '一楼', priceFen: 1250,
      },
    }); // prettier-ignore
  });

  it('[CAT-029] reuses the book number for a second copy and counts on for a second title, in each school on its own', async () => {
    expect((await entered()).callNumber).toBe('I210.6/1');
    const other = await newTitle('彷徨', 'I210.6');
    expect((await entered({ titleId: other.id })).callNumber).toBe('I210.6/2');
    expect((await entered({ titleId: other.id }, catalog.otherLibrarian)).callNumber).toBe('I210.6/1');
    const unclassed = await newTitle('无类', null);
    expect((await entered({ titleId: unclassed.id })).callNumber).toBeNull();
  });

  it.each([
    ['none', {}, 3_900],
    ['null', { priceFen: null }, 3_900],
    ['its own', { priceFen: 1_250 }, 1_250],
    ['nothing', { priceFen: 0 }, 0],
  ])('takes the price of its title when %s is given', async (_what, input, priceFen) => {
    const priced = await catalog.call('POST', '/titles', { title: '有价的书', priceFen: 3_900 });
    const { id: titleId } = priced.body as { id: string };
    const { status, body } = await catalog.call('POST', '/copies', { titleId, ...input });
    expect([status, body]).toMatchObject([201, { priceFen }]);
    const { id } = body as CopyView;
    const [event] = await catalog.sql<{ payload: { data: unknown } }>(
      'select payload from outbox where key = $1',
      [id],
    );
    expect(event?.payload.data).toMatchObject({ priceFen });
  });

  it('has no price when neither it nor its title has one', async () => {
    const { status, body } = await catalog.call('POST', '/copies', { titleId: title.id });
    expect([status, body]).toMatchObject([201, { priceFen: null }]);
  });

  it('keeps a barcode once in a school, in one form; another school may have it too', async () => {
    expect((await entered({ barcode: ' ａ000１ ' })).barcode).toBe('A0001');
    const again = await catalog.call('POST', '/copies', { titleId: title.id, barcode: 'a0001' });
    expect([again.status, again.body]).toEqual([
      409,
      expect.objectContaining({ code: 'copy.barcode-taken' }),
    ]);
    expect((await entered({ barcode: 'A0001' }, catalog.otherLibrarian)).barcode).toBe('A0001');
    expect((await catalog.call('POST', '/copies', { titleId: title.id, barcode: '书' })).status).toBe(400);
    const { body } = await catalog.call('GET', `/copies?barcode=a0001&schoolId=${catalog.schools[1]}`);
    expect((body as CopiesPage).items.map(({ schoolId }) => schoolId)).toEqual([catalog.schools[1]]);
    expect(((await catalog.call('GET', '/copies?barcode=A0001')).body as CopiesPage).items).toHaveLength(2);
  });

  it('a refused copy leaves no gap in the register', async () => {
    const before = await entered();
    await catalog.call('POST', '/copies', { titleId: title.id, barcode: before.barcode });
    expect((await entered()).accessionNumber).toBe(before.accessionNumber + 1);
  });

  it('[CAT-090] keeps a reference book in the reading room', async () => {
    expect(await entered({ kind: 'reference' })).toMatchObject({ status: 'reading-room', available: false });
  });

  it('[CAT-090] calls no reference book lendable, neither at first nor later, nor by a change of its kind', async () => {
    const atFirst = await catalog.call('POST', '/copies', {
      titleId: title.id,
      kind: 'reference',
      status: 'lendable',
    });
    expect([atFirst.status, atFirst.body]).toMatchObject([409, { code: 'copy.reading-room-only' }]);
    const change = (copy: { id: string; version: number }, body: object) =>
      catalog.call('PATCH', `/copies/${copy.id}`, body, { headers: { 'if-match': `"v${copy.version}"` } });
    const reference = await entered({ kind: 'reference' });
    const later = await change(reference, { status: 'lendable' });
    expect([later.status, later.body]).toMatchObject([409, { code: 'copy.reading-room-only' }]);
    expect((await change(reference, { status: 'repair' })).status).toBe(200);
    const book = await entered({ kind: 'book' });
    const both = await change(book, { kind: 'reference', status: 'lendable' });
    expect([both.status, both.body]).toMatchObject([409, { code: 'copy.reading-room-only' }]);
    const kindOnly = await change(book, { kind: 'reference' });
    expect(kindOnly.body).toMatchObject({ kind: 'reference', status: 'reading-room', available: false });
    const again = { ...book, version: book.version + 1 };
    expect((await change(again, { kind: 'book', status: 'lendable' })).body).toMatchObject({
      status: 'lendable',
    });
  });

  it('refuses a foreign school, an unknown title and an unknown school, each in its way', async () => {
    const ask = (body: object, as?: string) =>
      catalog.call('POST', '/copies', body, as === undefined ? {} : { as });
    expect((await ask({ titleId: title.id, schoolId: catalog.schools[1] })).status).toBe(403);
    expect((await ask({ titleId: randomUUID() })).status).toBe(422);
    expect((await ask({ titleId: title.id, schoolId: randomUUID() }, catalog.admin)).status).toBe(422);
    expect((await ask({ titleId: title.id }, catalog.admin)).status).toBe(400);
    expect((await ask({ titleId: title.id, schoolId: catalog.schools[1] }, catalog.admin)).status).toBe(201);
    expect((await ask({ titleId: 'x' })).status).toBe(400);
    const pupil = await catalog.signer.account({ role: 'reader', readerId: randomUUID() });
    expect((await ask({ titleId: title.id }, pupil)).status).toBe(403);
  });

  it.each([-1, 0, 2_147_483_647, 2_147_483_648])('takes a price that fits: %i fen', async (priceFen) => {
    const { status } = await catalog.call('POST', '/copies', { titleId: title.id, priceFen });
    expect(status).toBe(priceFen >= 0 && priceFen <= 2_147_483_647 ? 201 : 400);
  });
});

describe('many cataloguers at once', () => {
  it('[CAT-035] give accession numbers without a gap and never one twice', async () => {
    const before = (await entered()).accessionNumber;
    const copies = await Promise.all(Array.from({ length: 40 }, () => entered()));
    expect(copies.map(({ accessionNumber }) => accessionNumber).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, at) => before + 1 + at),
    );
  });

  it('[CAT-029] never give two titles of one class the same book number', async () => {
    const titles = await Promise.all(
      Array.from({ length: 20 }, (_, at) => newTitle(`同类 ${String(at)}`, 'I287.45')),
    );
    const copies = await Promise.all(
      titles.flatMap(({ id }) => [entered({ titleId: id }), entered({ titleId: id })]),
    );
    const numbers = new Map<string, Set<string | null>>();
    for (const { titleId, callNumber } of copies)
      numbers.set(titleId, (numbers.get(titleId) ?? new Set()).add(callNumber));
    expect([...numbers.values()].every((each) => each.size === 1)).toBe(true);
    expect([...numbers.values()].flatMap((each) => [...each]).sort()).toEqual(
      Array.from({ length: 20 }, (_, at) => `I287.45/${String(at + 1)}`).sort(),
    );
  });
});

describe('changing a copy', () => {
  const change = (copy: CopyView, body: object, version = copy.version, as?: string) =>
    catalog.call('PATCH', `/copies/${copy.id}`, body, {
      headers: { 'if-match': `"v${String(version)}"` },
      ...(as === undefined ? {} : { as }),
    });

  it('moves it between the states of the stock, and announces the whole copy', async () => {
    const copy = await entered();
    const repair = await change(copy, { status: 'repair', location: '修补室' });
    expect([repair.status, repair.headers.get('etag'), repair.body]).toEqual([
      200, '"v2"', expect.objectContaining({ status: 'repair', available: false, location: '修补室', version: 2 }),
    ]); // prettier-ignore
    expect((await change(copy, { status: 'lendable' })).status).toBe(412);
    expect((await catalog.call('PATCH', `/copies/${copy.id}`, { status: 'lendable' })).status).toBe(428);
    const events = await catalog.sql<{ type: string; agg_version: number }>(
      'select type, agg_version from outbox where key = $1 order by id', [copy.id],
    ); // prettier-ignore
    expect(events.map(({ type, agg_version }) => [type, agg_version])).toEqual([
      ['shulian.catalog.copy.accessioned.v1', 1],
      ['shulian.catalog.copy.changed.v1', 2],
    ]);
  });

  it('answers a second press of the button with the first change, not with 412', async () => {
    const copy = await entered();
    const press = (key: string, location: string) =>
      catalog.call(
        'PATCH',
        `/copies/${copy.id}`,
        { location },
        { headers: { 'if-match': '"v1"', 'idempotency-key': key } },
      );
    const key = randomUUID();
    const [first, second] = [await press(key, '二楼'), await press(key, '二楼')];
    expect([first.status, second.status, second.headers.get('etag')]).toEqual([200, 200, '"v2"']);
    expect(second.body).toEqual(first.body);
    expect((await press(key, '三楼')).status).toBe(422);
    expect((await press(randomUUID(), '三楼')).status).toBe(412);
  });

  it('[CAT-038] strikes it from the register with day and reason, for good', async () => {
    const copy = await entered();
    expect((await change(copy, { status: 'withdrawn' })).status).toBe(400);
    const withdrawn = await change(copy, { status: 'withdrawn', withdrawalReason: 'lost' });
    expect(withdrawn.body).toMatchObject({
      status: 'withdrawn',
      withdrawalReason: 'lost',
      available: false,
    });
    expect((withdrawn.body as CopyView).withdrawnOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const back = await change(copy, { status: 'lendable' }, 2);
    expect([back.status, back.body]).toEqual([
      409,
      expect.objectContaining({ code: 'copy.transition-refused' }),
    ]);
    const { priceFen } = withdrawn.body as CopyView;
    for (const other of [(priceFen ?? 0) + 1, priceFen === null ? 0 : null]) {
      const repriced = await change(copy, { priceFen: other, location: '库房' }, 2);
      expect([repriced.status, repriced.body]).toEqual([
        409,
        expect.objectContaining({ code: 'copy.price-settled' }),
      ]);
    }
    expect((await change(copy, { priceFen, location: '库房' }, 2)).body).toMatchObject({
      priceFen,
      version: 3,
    });
    const [event] = await catalog.sql<{ payload: { data: unknown } }>(
      `select payload from outbox where key = $1 and type = 'shulian.catalog.copy.withdrawn.v1'`, [copy.id],
    ); // prettier-ignore
    expect(event?.payload.data).toMatchObject({ copyId: copy.id, why: 'lost' });
  });

  it('is 404 for the librarian of another school', async () => {
    expect((await change(await entered(), { location: 'x' }, 1, catalog.otherLibrarian)).status).toBe(404);
  });

  it('does not withdraw a copy that circulation has lent, until it is back', async () => {
    const copy = await entered();
    const loan = aLoanOf(copy);
    await catalog.hear(LoanCheckedOutV1.announce(loan, 1));
    await eventually(async () =>
      expect((await catalog.call('GET', `/copies/${copy.id}`)).body).toMatchObject({
        status: 'on-loan',
        available: false,
      }),
    );
    const refused = await change(copy, { status: 'withdrawn', withdrawalReason: 'transferred' });
    expect([refused.status, refused.body]).toEqual([409, expect.objectContaining({ code: 'copy.on-loan' })]);
    const { body } = await catalog.call('GET', `/titles/${title.id}`);
    const held = (body as TitleView).holdings.find(({ schoolId }) => schoolId === catalog.schools[0]);
    expect((held?.copies ?? 0) - (held?.available ?? 0)).toBeGreaterThan(0);

    await catalog.hear(
      CopyReleasedV1.announce(
        { copyId: loan.copyId, titleId: loan.titleId, owningSchoolId: loan.owningSchoolId, next: 'shelf' },
        2,
      ),
    );
    await eventually(async () =>
      expect((await catalog.call('GET', `/copies/${copy.id}`)).body).toMatchObject({ status: 'lendable' }),
    );
    expect((await change(copy, { status: 'withdrawn', withdrawalReason: 'transferred' })).status).toBe(200);
  });

  it('does not turn back when an older event comes later, nor count one twice', async () => {
    const copy = await entered();
    const loan = aLoanOf(copy);
    const released = CopyReleasedV1.announce(
      { copyId: loan.copyId, titleId: loan.titleId, owningSchoolId: loan.owningSchoolId, next: 'hold' },
      5,
    );
    await catalog.hear(released);
    await catalog.hear(LoanCheckedOutV1.announce(loan, 4));
    const marker = await entered();
    await catalog.hear(LoanCheckedOutV1.announce(aLoanOf(marker), 1));
    await eventually(async () =>
      expect((await catalog.call('GET', `/copies/${marker.id}`)).body).toMatchObject({ status: 'on-loan' }),
    );
    expect((await catalog.call('GET', `/copies/${copy.id}`)).body).toMatchObject({ status: 'hold-shelf' });
  });
});

describe('holdings in the union catalogue', () => {
  it('tells how many copies each school has and how many are there, for all titles in one statement', async () => {
    const held = await newTitle('馆藏', 'I287.5');
    const copy = await entered({ titleId: held.id });
    await entered({ titleId: held.id, kind: 'reference' });
    await entered({ titleId: held.id }, catalog.otherLibrarian);
    const gone = await entered({ titleId: held.id });
    await catalog.call(
      'PATCH',
      `/copies/${gone.id}`,
      { status: 'withdrawn', withdrawalReason: 'transferred' },
      { headers: { 'if-match': '"v1"' } },
    );
    await catalog.hear(LoanCheckedOutV1.announce(aLoanOf(copy), 1));
    await eventually(async () => {
      const { body } = await catalog.call(
        'GET',
        `/titles?q=${encodeURIComponent('馆藏')}&schoolId=${catalog.schools[0]}`,
      );
      const [item] = (body as TitlesPage).items;
      expect([...(item?.holdings ?? [])].sort((a, b) => b.copies - a.copies)).toEqual([
        { schoolId: catalog.schools[0], copies: 2, available: 0 },
        { schoolId: catalog.schools[1], copies: 1, available: 1 },
      ]);
    });
  });
});

const aLoanOf = (copy: CopyView) => {
  const schoolId = copy.schoolId as never;
  const readerId = randomUUID() as never;
  return {
    loanId: randomUUID() as never, copyId: copy.id as never, titleId: copy.titleId as never,
    borrower: { kind: 'reader' as const, id: readerId }, mode: 'individual' as const, readerId,
    lendingSchoolId: schoolId, owningSchoolId: schoolId, readerSchoolId: schoolId, readerKind: 'student' as const, classId: null,
    grade: 5, clc: copy.clc, loanedOn: '2026-10-12' as never, dueOn: '2026-11-11' as never, renewals: 0,
    checkedOutAt: '2026-10-12T04:00:00.000Z',
  }; // prettier-ignore
};

describe('copies named by their ids', () => {
  it('come all in one page, up to 200 of them, narrowed by the other filters', async () => {
    const [mine, also, foreign] = [
      await entered(),
      await entered(),
      await entered({}, catalog.otherLibrarian),
    ];
    const ask = (query: string) => catalog.call('GET', `/copies?${query}`);
    const idsOf = async (query: string): Promise<string[]> =>
      ((await ask(query)).body as CopiesPage).items.map(({ id }) => id);
    const all = [mine, also, foreign].map(({ id }) => id);
    expect(await idsOf(`ids=${all.join(',').toUpperCase()}&limit=1`)).toEqual([...all].sort());
    expect(await idsOf(`ids=${all.join('&ids=')}&schoolId=${mine.schoolId}`)).toEqual(
      [mine.id, also.id].sort(),
    );
    const many = Array.from({ length: 201 }, () => randomUUID());
    expect((await ask(`ids=${many.slice(1).join()}`)).body).toEqual({ items: [], nextCursor: null });
    for (const wrong of [many.join(), '', 'x']) expect((await ask(`ids=${wrong}`)).status).toBe(400);
  });
});

describe('what was bought', () => {
  it('comes by an accepted delivery (P-22), or says in the register why it did not', async () => {
    const bought = { titleId: title.id, source: 'purchase' };
    const refused = await catalog.call('POST', '/copies', bought);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'copy.purchase-not-accepted' }]);
    const said = await catalog.call('POST', '/copies', {
      ...bought,
      withoutDeliveryReason: '2019年旧账补登',
    });
    expect(said.status).toBe(201);
    const { accessionNumber } = said.body as CopyView;
    const register = await catalog.call('GET', '/registers/individual?limit=500');
    expect((register.body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({ accessionNumber, source: 'purchase', note: '2019年旧账补登' }),
    );
    const gift = await catalog.call('POST', '/copies', {
      ...bought,
      source: 'donation',
      withoutDeliveryReason: '无',
    });
    expect(gift.status).toBe(400);
  });
});

describe('the call number of a copy', () => {
  it('[CAT-029] follows when its volume is put right, until it is struck', async () => {
    const copy = await entered({ volume: '1' });
    const change = async (version: number, body: object): Promise<string | null> => {
      const headers = { 'if-match': `"v${String(version)}"` };
      const changed = await catalog.call('PATCH', `/copies/${copy.id}`, body, { headers });
      expect([changed.status, changed.body]).toEqual([200, expect.anything()]);
      return ((await catalog.call('GET', `/copies/${copy.id}`)).body as CopyView).callNumber;
    };
    const start = `${String(copy.clc)}/${String(copy.bookNumber)}`;
    expect(copy.callNumber).toBe(`${start}/1`);
    expect(await change(1, { volume: '2' })).toBe(`${start}/2`);
    expect(await change(2, { volume: null })).toBe(start);
    await change(3, { status: 'withdrawn', withdrawalReason: 'lost' });
    expect(await change(4, { volume: '3' })).toBe(start);
  });
});
