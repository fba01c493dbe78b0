import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDay, CopyId, TitleId } from '@shulian/contracts/ids';
import { CopyReleasedV1 } from '@shulian/contracts/circulation';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import { CheckRegisters } from '../registers/check-registers.use-case.js';
import type { TransferredCopyView, TransferView } from './ownership-transfers.http.js';

let catalog: CatalogForTests;
let titleId: TitleId;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_ownership_transfers'));
  const { body } = await catalog.call('POST', '/titles', {
    title: '草房子',
    clc: 'I287.47',
    priceFen: 1_980,
  });
  titleId = (body as { id: TitleId }).id;
}, 60_000);
afterAll(() => catalog.end());

const other = (): string => catalog.otherLibrarian;
const entered = async (as?: string, more: object = {}): Promise<CopyView> =>
  (await catalog.call('POST', '/copies', { titleId, ...more }, as === undefined ? {} : { as })).body;
const copyOf = async (id: string): Promise<CopyView> => (await catalog.call('GET', `/copies/${id}`)).body;
const proposed = (copies: readonly CopyView[], more: object = {}, as?: string): Promise<Reply> =>
  catalog.call(
    'POST',
    '/ownership-transfers',
    {
      toSchoolId: as === other() ? catalog.schools[0] : catalog.schools[1],
      copyIds: copies.map(({ id }) => id),
      ...more,
    },
    as === undefined ? {} : { as },
  );
const transferOf = async (copies: readonly CopyView[], more: object = {}): Promise<TransferView> => {
  const { status, body } = await proposed(copies, more);
  expect(status).toBe(201);
  return body;
};
const ends = (
  { id }: Pick<TransferView, 'id'>,
  how: 'acceptance' | 'refusal' | 'cancellation',
  as?: string,
): Promise<Reply> =>
  catalog.call(
    'POST',
    `/ownership-transfers/${id}/${how}`,
    how === 'acceptance' ? {} : how === 'refusal' ? { reason: '本校已有' } : undefined,
    as === undefined ? {} : { as },
  );
const itemsOf = async <Item>(path: string, as?: string): Promise<Item[]> => {
  const { status, body } = await catalog.call('GET', path, undefined, as === undefined ? {} : { as });
  expect(status).toBe(200);
  return (body as { items: Item[] }).items;
};
const code = ({ body }: Reply): string => (body as { code: string }).code;
const booksAgree = async (): Promise<void> =>
  expect(
    await catalog.app.get(CheckRegisters).execute('2026-10-12' as CalendarDay, new AbortController().signal),
  ).toEqual([]);

describe('a transfer to another school', () => {
  it('that is accepted strikes the copies there, enters them here under new numbers, and both books say so', async () => {
    const own = await entered(other());
    const [first, second] = [await entered(undefined, { location: '三楼' }), await entered()];
    const transfer = await transferOf([second, first], { documentNumber: '调字3号', note: '支援新校' });
    expect(transfer).toMatchObject({
      status: 'asked', fromSchool: '第1小学', toSchool: '第2小学', volumes: 2, fen: 3_960, documentNumber: '调字3号', note: '支援新校',
    }); // prettier-ignore
    expect((await copyOf(first.id)).status).toBe('lendable');

    const accepted = await ends(transfer, 'acceptance', other());
    expect([accepted.status, accepted.body]).toMatchObject([200, { status: 'accepted', volumes: 2, fen: 3_960 }]);
    expect(await copyOf(first.id)).toMatchObject({ status: 'withdrawn', withdrawalReason: 'transferred' });
    const copies = await itemsOf<TransferredCopyView>(`/ownership-transfers/${transfer.id}/copies`, other());
    expect(copies).toMatchObject([
      { copyId: first.id, accessionNumber: 1, newAccessionNumber: own.accessionNumber + 1, priceFen: 1_980 },
      { copyId: second.id, accessionNumber: 2, newAccessionNumber: own.accessionNumber + 2 },
    ]);
    expect(await copyOf(copies[0]?.newCopyId ?? '')).toMatchObject({
      schoolId: catalog.schools[1], titleId, status: 'lendable', priceFen: 1_980, formerNumber: first.barcode,
      callNumber: own.callNumber, location: null, barcode: copies[0]?.newBarcode,
    }); // prettier-ignore
    expect(await itemsOf('/registers/lines')).toMatchObject([
      { kind: 'accession' },
      { kind: 'accession' },
      { kind: 'transfer-out', volumes: -1, fen: -1_980, titles: -1, documentNumber: '调字3号', note: '第2小学' },
      { kind: 'transfer-out', volumes: -1, fen: -1_980, titles: 0 },
    ]);
    expect(await itemsOf('/registers/withdrawals')).toMatchObject([
      { accessionNumber: 1, reason: 'transferred', documentNumber: '调字3号', note: '第2小学' },
      { accessionNumber: 2 },
    ]);
    expect(await itemsOf('/registers/individual', other())).toMatchObject([
      { accessionNumber: 1 },
      { accessionNumber: 2, source: 'transfer', documentNumber: '调字3号', valueFen: 1_980 },
      { accessionNumber: 3, source: 'transfer' },
    ]);
    expect((await itemsOf('/registers/lines', other())).at(-1)).toMatchObject({ kind: 'transfer-in', note: '第1小学' });
    await booksAgree();
  }); // prettier-ignore

  it('is announced as a withdrawal there and an accession here, so that others need nothing new', async () => {
    const copy = await entered();
    const transfer = await transferOf([copy]);
    await ends(transfer, 'acceptance', other());
    const [moved] = await itemsOf<TransferredCopyView>(`/ownership-transfers/${transfer.id}/copies`);
    const told = await catalog.sql<{ type: string; data: unknown }>(
      `select type, payload -> 'data' as data from outbox where key = any($1) order by id`,
      [[copy.id, moved?.newCopyId]],
    );
    expect(told).toMatchObject([
      { type: 'shulian.catalog.copy.accessioned.v1', data: { schoolId: catalog.schools[0] } },
      { type: 'shulian.catalog.copy.withdrawn.v1', data: { copyId: copy.id, why: 'transferred' } },
      { type: 'shulian.catalog.copy.accessioned.v1', data: { copyId: moved?.newCopyId, schoolId: catalog.schools[1] } },
    ]);
  }); // prettier-ignore

  it('that is refused leaves everything where it is, and the sender reads why', async () => {
    const copy = await entered();
    const transfer = await transferOf([copy]);
    expect((await ends(transfer, 'refusal', other())).body).toMatchObject({ status: 'refused', reason: '本校已有' });
    expect((await copyOf(copy.id)).version).toBe(copy.version);
    expect(await itemsOf('/ownership-transfers?direction=out&status=refused')).toMatchObject([
      { id: transfer.id, reason: '本校已有' },
    ]);
    expect((await proposed([copy])).status).toBe(201);
  }); // prettier-ignore

  it('is taken back by the sender as long as nobody accepted it', async () => {
    const copy = await entered();
    const transfer = await transferOf([copy]);
    expect((await ends(transfer, 'cancellation')).body).toMatchObject({ status: 'cancelled' });
    const late = await ends(transfer, 'acceptance', other());
    expect([late.status, code(late)]).toEqual([409, 'transfer.not-open']);
    expect((await copyOf(copy.id)).status).toBe('lendable');
  });

  it('is denied to the other of the two schools, and unknown to a third', async () => {
    const copy = await entered();
    const transfer = await transferOf([copy]);
    expect((await ends(transfer, 'acceptance')).status).toBe(403);
    expect((await ends(transfer, 'refusal')).status).toBe(403);
    expect((await ends(transfer, 'cancellation', other())).status).toBe(403);
    const third = await catalog.signer.account({ role: 'librarian', schoolId: crypto.randomUUID() });
    const unknown = { ...transfer, id: crypto.randomUUID() as TransferView['id'] };
    for (const { id } of [transfer, unknown]) {
      for (const how of ['acceptance', 'refusal', 'cancellation'] as const)
        expect((await ends({ id }, how, third)).status).toBe(404);
      for (const path of [`/ownership-transfers/${id}`, `/ownership-transfers/${id}/copies`])
        expect((await catalog.call('GET', path, undefined, { as: third })).status).toBe(404);
    }
    expect(await itemsOf('/ownership-transfers', third)).toEqual([]);
    const head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[1] });
    expect((await ends(transfer, 'acceptance', head)).status).toBe(403);
    expect((await itemsOf<TransferView>('/ownership-transfers?direction=in&status=asked', head)).map(({ id }) => id)).toContain(transfer.id);
    expect((await ends(transfer, 'acceptance', catalog.admin)).status).toBe(200);
  }); // prettier-ignore
});

describe('copies are not transferred', () => {
  const moved = ({ id, titleId: of }: CopyView, next: 'hold' | 'shelf', version: number): Promise<void> =>
    catalog.hear(
      CopyReleasedV1.announce(
        { copyId: id as CopyId, titleId: of as TitleId, owningSchoolId: catalog.schools[0], next },
        version,
      ),
    );

  it('while one of them is lent or held: neither asked for nor accepted, and nothing is half-written', async () => {
    const [free, held] = [await entered(), await entered()];
    const transfer = await transferOf([free, held]);
    await moved(held, 'hold', 1);
    await eventually(async () => expect((await copyOf(held.id)).status).toBe('hold-shelf'));
    const lines = await catalog.sql('select count(*) as n from register_line');
    const refused = await ends(transfer, 'acceptance', other());
    expect([refused.status, refused.body]).toMatchObject([
      409,
      {
        code: 'transfer.copies-refused',
        reasons: [{ code: 'copy.on-loan', facts: { copyId: held.id, lending: 'hold-shelf' } }],
      },
    ]);
    expect((await copyOf(free.id)).status).toBe('lendable');
    expect(await catalog.sql('select count(*) as n from register_line')).toEqual(lines);
    await moved(held, 'shelf', 2);
    await eventually(async () => expect((await copyOf(held.id)).status).toBe('lendable'));
    expect((await ends(transfer, 'acceptance', other())).status).toBe(200);
    const again = await proposed([held]);
    expect([again.status, again.body]).toMatchObject([409, { reasons: [{ code: 'copy.withdrawn' }] }]);
  });

  it.each([
    ['to the own school', () => ({ toSchoolId: catalog.schools[0] }), 400],
    ['to a school that is not known', () => ({ toSchoolId: crypto.randomUUID() }), 422],
    ['that are not known', () => ({ copyIds: [crypto.randomUUID()] }), 422],
    ['when none is named', () => ({ copyIds: [] }), 400],
    ['when one is named twice', (copy: CopyView) => ({ copyIds: [copy.id, copy.id.toUpperCase()] }), 400],
    ['beyond 500 at once', () => ({ copyIds: Array.from({ length: 501 }, () => crypto.randomUUID()) }), 400],
    ['from a foreign school', () => ({ schoolId: catalog.schools[1] }), 403],
  ] as const)('%s', async (_why, wrong, status) => {
    const copy = await entered();
    expect((await proposed([copy], wrong(copy))).status).toBe(status);
  });

  it('that belong to another school: as good as unknown', async () => {
    const foreign = await entered(other());
    const reply = await proposed([foreign]);
    expect([reply.status, code(reply)]).toEqual([422, 'request.unknown-reference']);
  });
});

describe('schools that act at the same moment', () => {
  it('end a transfer once, whatever they press', async () => {
    const copy = await entered();
    const transfer = await transferOf([copy]);
    const replies = await Promise.all([
      ...Array.from({ length: 3 }, () => ends(transfer, 'acceptance', other())),
      ends(transfer, 'refusal', other()),
      ends(transfer, 'cancellation'),
    ]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(4);
    await booksAgree();
  });

  it('ask for one copy once', async () => {
    const copy = await entered();
    const replies = await Promise.all(Array.from({ length: 4 }, () => proposed([copy])));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('give to each other without waiting for each other', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const [here, there] = [await entered(), await entered(other())];
        const back = (await proposed([there], {}, other())).body as TransferView;
        return [await transferOf([here]), back] as const;
      }),
    );
    const replies = await Promise.all(
      pairs.flatMap(([out, back]) => [ends(out, 'acceptance', other()), ends(back, 'acceptance')]),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    await booksAgree();
  });
});

describe('the papers of a transfer', () => {
  it('are printed: the list of transfers, and the copies with both schools at the head', async () => {
    const transfer = await transferOf([await entered()], { documentNumber: '调字9号' });
    const printed = async (path: string): Promise<string> => {
      const reply = await fetch(`${catalog.url}/api/v1${path}`, {
        headers: { authorization: `Bearer ${catalog.librarian}` },
      });
      return path.includes('pdf')
        ? (await pdfTexts(new Uint8Array(await reply.arrayBuffer()))).join('\n')
        : reply.text();
    };
    const copies = await printed(`/ownership-transfers/${transfer.id}/copies?format=pdf`);
    for (const text of [
      '图书调拨清单',
      '第1小学',
      '第2小学',
      '调字9号',
      '草房子',
      '19.80',
      '共 1 册，19.80 元',
    ])
      expect(copies).toContain(text);
    expect(await printed('/ownership-transfers?format=csv')).toContain(
      '日期,调出学校,调入学校,批准文号,册数,金额(元),状态,办结日期,备注',
    );
  });
});
