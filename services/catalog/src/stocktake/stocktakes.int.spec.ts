import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { eventually } from '@shulian/service-kit/testing';
import { aCatalog, type CatalogForTests, type CallMore } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type {
  FindingView,
  ProgressLine,
  ResolutionDone,
  ScansTaken,
  StocktakeView,
} from './stocktakes.http.js';

let catalog: CatalogForTests;
let head: string;
let titleId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_stocktake'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  titleId = (
    (await catalog.call('POST', '/titles', { title: '草房子', clc: 'I287.47' })).body as { id: string }
  ).id;
}, 60_000);
afterAll(() => catalog.end());

const post = async <View>(
  path: string,
  body: unknown,
  status: number,
  more: CallMore = {},
): Promise<View> => {
  const answer = await catalog.call('POST', path, body, more);
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status });
  return answer.body;
};
const codeOf = async (path: string, body: unknown, as?: string): Promise<unknown> => {
  const { status, body: problem } = await catalog.call('POST', path, body, as === undefined ? {} : { as });
  return { status, code: (problem as { code: string }).code };
};
/** Copies in a room of their own, so that the stocktakes of other tests do not meet them. */
const copiesIn = async (location: string, count: number, more: object = {}): Promise<CopyView[]> => {
  const copies: CopyView[] = [];
  for (let at = 0; at < count; at += 1)
    copies.push(await post<CopyView>('/copies', { titleId, location, priceFen: 2_000, ...more }, 201));
  return copies;
};
const copyAt = (copies: readonly CopyView[], at: number): CopyView => {
  const copy = copies[at];
  if (copy === undefined) throw new Error(`no copy ${String(at)}`);
  return copy;
};
const now = async ({ id }: CopyView): Promise<CopyView> => (await catalog.call('GET', `/copies/${id}`)).body;
const moved = async (copy: CopyView, input: object): Promise<void> => {
  const { version } = await now(copy);
  const { status } = await catalog.call('PATCH', `/copies/${copy.id}`, input, {
    headers: { 'if-match': `"v${String(version)}"` },
  });
  expect(status).toBe(200);
};
const lent = async (copy: CopyView): Promise<void> => {
  const { id: copyId, titleId: of, schoolId } = copy;
  const loan = {
    loanId: randomUUID(), copyId, titleId: of, borrower: { kind: 'class', id: randomUUID() }, mode: 'collective', readerId: null,
    lendingSchoolId: schoolId, owningSchoolId: schoolId, readerSchoolId: schoolId, readerKind: null, classId: null, grade: null,
    clc: null, loanedOn: '2026-10-12', dueOn: '2026-10-26', renewals: 0, checkedOutAt: '2026-10-12T04:00:00.000Z',
  }; // prettier-ignore
  await catalog.hear(LoanCheckedOutV1.announce(loan as never, 1));
  await eventually(async () => {
    expect((await now(copy)).status).toBe('on-loan');
  });
};
const opened = (more: object): Promise<StocktakeView> =>
  post<StocktakeView>('/stocktakes', { name: '春季清点', ...more }, 201);
const scan = (id: string, barcodes: readonly string[], as = catalog.librarian): Promise<ScansTaken> =>
  post<ScansTaken>(`/stocktakes/${id}/scans`, { barcodes }, 200, { as });
const resolve = (id: string, resolution: string): Promise<ResolutionDone> =>
  post<ResolutionDone>(`/stocktakes/${id}/resolutions`, { resolution }, 200);
const figuresOf = async (id: string): Promise<Record<string, number>> => {
  const { body } = await catalog.call('GET', `/stocktakes/${id}`);
  const { figures } = body as StocktakeView;
  return Object.fromEntries(Object.entries(figures).filter(([, copies]) => copies > 0));
};
const findingsOf = async (id: string, finding: string): Promise<FindingView[]> => {
  const { status, body } = await catalog.call('GET', `/stocktakes/${id}/findings?finding=${finding}`);
  expect(status).toBe(200);
  return (body as { items: FindingView[] }).items;
};

describe('a stocktake of a school', () => {
  it('[CAT-044] compares what is scanned with the register, moves what is missing, and stands as the head has signed it', async () => {
    const copies = await copiesIn('一楼', 8);
    const [elsewhere] = await copiesIn('二楼', 1);
    const foreign = await post<CopyView>('/copies', { titleId, barcode: 'FREMD7' }, 201, {
      as: catalog.otherLibrarian,
    });
    const [seen, missed, out, outAndSeen, struck, lostBefore, mended, missedToo] = copies as [
      CopyView, CopyView, CopyView, CopyView, CopyView, CopyView, CopyView, CopyView,
    ]; // prettier-ignore
    await lent(out);
    await lent(outAndSeen);
    await moved(struck, { status: 'withdrawn', withdrawalReason: 'lost' });
    await moved(lostBefore, { status: 'missing' });
    await moved(mended, { status: 'repair' });

    const { id, expected } = await opened({ location: '一楼' });
    expect(expected).toBe(7);
    const barcodes = [seen, outAndSeen, struck, elsewhere as CopyView, lostBefore].map(
      ({ barcode }) => barcode,
    );
    const taken = await scan(id, [...barcodes, foreign.barcode.toLowerCase(), 'NIE-GESEHEN']);
    expect(taken).toMatchObject({ received: 7, added: 7 });
    expect(taken.noteworthy.map(({ finding, barcode }) => [finding, barcode])).toEqual(
      expect.arrayContaining([
        ['lent-but-seen', outAndSeen.barcode],
        ['withdrawn-but-seen', struck.barcode],
        ['misplaced', elsewhere?.barcode],
        ['found', lostBefore.barcode],
        ['of-another-school', 'FREMD7'],
        ['unknown', 'NIE-GESEHEN'],
      ]),
    );
    expect(taken.noteworthy).toHaveLength(6);
    // What is said of a barcode at once is what the list says of it.
    expect(taken.noteworthy.filter(({ finding }) => finding === 'unknown')).toEqual(
      await findingsOf(id, 'unknown'),
    );
    const before = {
      seen: 1, found: 1, misplaced: 1, 'lent-but-seen': 1, 'withdrawn-but-seen': 1, 'of-another-school': 1, unknown: 1,
      missing: 2, lent: 1, 'in-repair': 1,
    }; // prettier-ignore
    expect(await figuresOf(id)).toEqual(before);
    expect(await findingsOf(id, 'of-another-school')).toMatchObject([{ otherSchool: '第2小学' }]);

    // Nobody signs what is not settled, and the librarian does not sign at all.
    expect(await codeOf(`/stocktakes/${id}/sign-off`, {}, head)).toEqual({
      status: 409,
      code: 'stocktake.unresolved',
    });
    expect(await codeOf(`/stocktakes/${id}/sign-off`, {})).toEqual({
      status: 403,
      code: 'permission.denied',
    });
    expect(await resolve(id, 'mark-missing')).toEqual({ changed: 2, left: 0 });
    expect((await now(missed)).status).toBe('missing');
    expect(await resolve(id, 'restore-found')).toEqual({ changed: 1, left: 0 });
    expect((await now(lostBefore)).status).toBe('lendable');
    // The loan stays: only a return closes it.
    expect((await now(outAndSeen)).status).toBe('on-loan');
    expect(await figuresOf(id)).toEqual(before);

    // Behind a shelf: seen after it was marked, it goes back to where it was and is simply seen.
    await scan(id, [missedToo.barcode]);
    expect(await resolve(id, 'restore-found')).toEqual({ changed: 1, left: 0 });
    expect((await now(missedToo)).status).toBe('lendable');
    const settled = { ...before, seen: 2, missing: 1 };
    expect(await figuresOf(id)).toEqual(settled);

    const signed = await post<StocktakeView>(`/stocktakes/${id}/sign-off`, { note: '已核对' }, 200, {
      as: head,
    });
    expect(signed).toMatchObject({ state: 'signed', note: '已核对', expected: 7 });
    // What happens to the copies later changes nothing that was signed.
    await moved(missed, { status: 'lendable' });
    await moved(seen, { status: 'repair' });
    expect(await figuresOf(id)).toEqual(settled);
    expect(await findingsOf(id, 'missing')).toMatchObject([
      { barcode: missed.barcode, title: '草房子', priceFen: 2_000, location: '一楼' },
    ]);
    expect((await findingsOf(id, 'seen')).map(({ barcode }) => barcode)).toEqual([
      seen.barcode,
      missedToo.barcode,
    ]);
    for (const [path, body] of [
      ['scans', { barcodes: ['A'] }],
      ['scans/removals', { barcodes: ['A'] }],
      ['resolutions', { resolution: 'undo-marks' }],
      ['cancellation', {}],
    ] as const)
      expect(await codeOf(`/stocktakes/${id}/${path}`, body)).toEqual({
        status: 409,
        code: 'stocktake.closed',
      });
  });

  it('is opened for no school that is not there, whoever of the county asks', async () => {
    const county = await catalog.signer.account({ role: 'county-admin' });
    const nowhere = await catalog.call(
      'POST',
      '/stocktakes',
      { schoolId: randomUUID(), name: '无校' },
      { as: county },
    );
    expect([nowhere.status, nowhere.body]).toMatchObject([422, { errors: [{ pointer: '/schoolId' }] }]);
  });

  it('[CAT-044] prints its lists of findings, of stocktakes and of the progress of the county', async () => {
    const [copy] = await copiesIn('打印室', 1);
    const { id } = await opened({ location: '打印室', name: '打印清点' });
    const printed = async (path: string): Promise<string> =>
      (
        await fetch(`${catalog.url}/api/v1${path}`, {
          headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
        })
      ).text();
    const findings = (await printed(`/stocktakes/${id}/findings?format=csv`)).split('\r\n');
    expect(findings[0]?.replace('\ufeff', '')).toBe(
      '结果,登录号,条码,索书号,题名,馆藏地,单价(元),馆藏状态,流通状态,所属学校,处理',
    );
    expect(findings[1]).toContain(`缺失,${String(copy?.accessionNumber)},${String(copy?.barcode)}`);
    expect((await printed('/stocktakes?format=csv')).split('\r\n')[0]?.replace('\ufeff', '')).toBe(
      '开始日期,学校,清点,范围,计划始于,计划止于,状态,应清点,已见,扫描,签字日期,备注',
    );
    expect((await printed('/stocktake-progress?format=csv')).split('\r\n')[0]?.replace('\ufeff', '')).toBe(
      '学校,进度,清点次数,已签字,应清点,已见,百分比,缺失',
    );
    const pdf = await fetch(`${catalog.url}/api/v1/stocktakes/${id}/findings?format=pdf`, {
      headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
    });
    expect((await pdfTexts(Buffer.from(await pdf.arrayBuffer()))).join('')).toContain('打印清点');
  });

  it('[CAT-045] counts tapes and discs alone in the days set aside for it, and the office sees who is late', async () => {
    const [tape] = await copiesIn('器材室', 1, { kind: 'audiovisual' });
    await copiesIn('器材室', 1);
    const since = (await opened({ location: '别处' })).openedOn;
    const { id, expected } = await opened({
      location: '器材室', kind: 'audiovisual', beginsOn: '2020-01-20', endsOn: '2020-02-10',
    }); // prettier-ignore
    expect(expected).toBe(1);
    const line = async (): Promise<ProgressLine | undefined> => {
      const { body } = await catalog.call('GET', `/stocktake-progress?since=${since}`, undefined, {
        as: catalog.admin,
      });
      return (body as { items: ProgressLine[] }).items.find(
        ({ schoolId }) => schoolId === catalog.schools[0],
      );
    };
    expect(await line()).toMatchObject({ schoolName: '第1小学', standing: 'late' });
    await scan(id, [tape?.barcode ?? '']);
    expect(await figuresOf(id)).toEqual({ seen: 1 });
    const signed = await post<StocktakeView>(`/stocktakes/${id}/sign-off`, {}, 200, { as: head });
    expect(signed).toMatchObject({ kind: 'audiovisual', endsOn: '2020-02-10', seen: 1, scanned: 1 });
    expect((await line())?.standing).toBe('under-way');
    const other = (
      (await catalog.call('GET', '/stocktake-progress', undefined, { as: catalog.admin })).body as {
        items: ProgressLine[];
      }
    ).items.find(({ schoolId }) => schoolId === catalog.schools[1]);
    expect(other).toMatchObject({ standing: 'not-begun', stocktakes: 0, percent: 0 });
  });
});

describe('scans of a stocktake', () => {
  it('count once, however often and from however many devices they come', async () => {
    const copies = await copiesIn('三楼', 6);
    const barcodes = copies.map(({ barcode }) => barcode);
    const { id } = await opened({ location: '三楼' });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, device) => scan(id, device % 2 === 0 ? barcodes : barcodes.toReversed())),
    );
    expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(6);
    const { body } = await catalog.call('GET', `/stocktakes/${id}`);
    expect(body).toMatchObject({ scanned: 6, seen: 6, figures: { seen: 6, missing: 0 } });
    expect(await scan(id, [barcodes[0] ?? '', ` ${barcodes[0] ?? ''} `])).toMatchObject({
      received: 1,
      added: 0,
    });

    const removed = await post(`/stocktakes/${id}/scans/removals`, { barcodes: [barcodes[0], 'NIE'] }, 200);
    expect(removed).toEqual({ removed: 1 });
    expect(await figuresOf(id)).toEqual({ seen: 5, missing: 1 });
  });

  it('are 1 to 1,000 in a call', async () => {
    const { id } = await opened({ location: '四楼' });
    const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `Z${String(at)}`);
    expect(await codeOf(`/stocktakes/${id}/scans`, { barcodes: [] })).toMatchObject({ status: 400 });
    expect(await codeOf(`/stocktakes/${id}/scans`, { barcodes: many(1_001) })).toMatchObject({ status: 400 });
    expect(await codeOf(`/stocktakes/${id}/scans`, { barcodes: [' '] })).toMatchObject({ status: 400 });
    expect(await codeOf(`/stocktakes/${id}/scans`, { barcodes: ['x'.repeat(41)] })).toMatchObject({
      status: 400,
    });
    expect(await scan(id, many(999))).toMatchObject({ added: 999 });
    expect(await scan(id, many(1_000))).toMatchObject({ received: 1_000, added: 1 });
    expect(await figuresOf(id)).toEqual({ unknown: 1_000 });
  });

  it('know a book that was entered after it was scanned, when it is scanned again', async () => {
    const { id } = await opened({ location: '五楼' });
    expect(await scan(id, ['SPAETER1'])).toMatchObject({ noteworthy: [{ finding: 'unknown' }] });
    await copiesIn('五楼', 1, { barcode: 'SPAETER1' });
    expect(await scan(id, ['SPAETER1'])).toMatchObject({ added: 0, noteworthy: [] });
    expect(await figuresOf(id)).toEqual({ seen: 1 });
  });
});

describe('what a stocktake did', () => {
  it('is taken back as a whole before it is cancelled; what has moved on since stays', async () => {
    const copies = await copiesIn('六楼', 3);
    const { id } = await opened({ location: '六楼' });
    await scan(id, [copyAt(copies, 0).barcode]);
    expect(await resolve(id, 'mark-missing')).toEqual({ changed: 2, left: 0 });
    await moved(copyAt(copies, 1), { status: 'repair' });
    expect(await codeOf(`/stocktakes/${id}/cancellation`, {})).toEqual({
      status: 409,
      code: 'stocktake.has-marks',
    });
    expect(await resolve(id, 'undo-marks')).toEqual({ changed: 1, left: 0 });
    expect((await now(copyAt(copies, 1))).status).toBe('repair');
    expect((await now(copyAt(copies, 2))).status).toBe('lendable');
    const cancelled = await post(`/stocktakes/${id}/cancellation`, { note: '误开' }, 200);
    expect(cancelled).toMatchObject({ state: 'cancelled', note: '误开' });
  });

  it('is done in slices of 500', async () => {
    await copiesIn('七楼', 1);
    const [model] = (await catalog.sql<{ n: number }>(
      `select max(accession_number)::int as n from copy where school_id = '${catalog.schools[0]}'`,
    )) as [{ n: number }];
    await catalog.sql(
      `insert into copy (id, version, title_id, school_id, barcode, accession_number, kind, location, stock_state, accessioned_on)
       select gen_random_uuid(), 1, '${titleId}', '${catalog.schools[0]}', 'REIHE' || n, ${String(model.n)} + n, 'book', '七楼',
              'lendable', '2026-01-01' from generate_series(1, 500) n`,
    );
    await catalog.sql(
      `update accession_counter set next = next + 500 where school_id = '${catalog.schools[0]}'`,
    );
    const { id, expected } = await opened({ location: '七楼' });
    expect(expected).toBe(501);
    expect(await resolve(id, 'mark-missing')).toEqual({ changed: 500, left: 1 });
    const both = await Promise.all([resolve(id, 'mark-missing'), resolve(id, 'mark-missing')]);
    expect(both.map(({ changed }) => changed).sort()).toEqual([0, 1]);
    const told = await catalog.sql<{ n: number }>(
      `select count(*)::int as n from outbox where type = 'shulian.catalog.copy.changed.v1' and payload->'data'->>'location' = '七楼'`,
    );
    expect(told[0]?.n).toBe(501);
  });
});

describe('the stretch of a stocktake', () => {
  it('is of classes with all that is filed under them, or of numbers; ends the wrong way round are refused', async () => {
    const { id: art } = (await catalog.call('POST', '/titles', { title: '素描', clc: 'J214' })).body as {
      id: string;
    };
    const [drawing] = await copiesIn('八楼', 1, { titleId: art });
    await copiesIn('八楼', 1);
    const of = async (more: object): Promise<number> =>
      (await opened({ location: '八楼', ...more })).expected;
    expect(await of({})).toBe(2);
    expect(await of({ clcFrom: 'I', clcTo: 'I2' })).toBe(1);
    expect(await of({ clcFrom: 'J', clcTo: 'J2' })).toBe(1);
    expect(await of({ clcFrom: 'J3' })).toBe(0);
    const at = drawing?.accessionNumber ?? 0;
    expect(await of({ firstNumber: at, lastNumber: at })).toBe(1);
    expect(await of({ firstNumber: at + 1 })).toBe(1);
    expect(await of({ firstNumber: at - 1, lastNumber: at + 1 })).toBe(2);
    const { status, body } = await catalog.call('POST', '/stocktakes', {
      name: '反', clcFrom: 'J', clcTo: 'I', firstNumber: 5, lastNumber: 4, beginsOn: '2027-03-02', endsOn: '2027-03-01',
    }); // prettier-ignore
    expect(status).toBe(400);
    expect((body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual([
      '/clcTo',
      '/lastNumber',
      '/endsOn',
    ]);
  });

  it('[CAT-111] is of a place in the tree with all that is in it, and says in words where a copy belongs', async () => {
    const place = (kind: string, name: string, parentId?: string): Promise<{ id: string }> =>
      post('/locations', { kind, name, ...(parentId === undefined ? {} : { parentId }) }, 201);
    const room = await place('room', '树上的书库');
    const shelf = await place('shelf', '一号架', room.id);
    const [inRoom, onShelf, elsewhere] = await copiesIn('手写', 3);
    await moved(copyAt([inRoom as CopyView], 0), { locationId: room.id });
    await moved(copyAt([onShelf as CopyView], 0), { locationId: shelf.id });
    const stocktake = await opened({ locationId: room.id });
    expect(stocktake).toMatchObject({ expected: 2, locationId: room.id, locationPath: '树上的书库' });
    expect(await opened({ locationId: shelf.id })).toMatchObject({ expected: 1 });
    await scan(
      stocktake.id,
      [inRoom, elsewhere].map((copy) => copy?.barcode ?? ''),
    );
    expect(await figuresOf(stocktake.id)).toEqual({ seen: 1, misplaced: 1, missing: 1 });
    expect(await findingsOf(stocktake.id, 'missing')).toMatchObject([{ location: '树上的书库 / 一号架' }]);
    expect(await findingsOf(stocktake.id, 'misplaced')).toMatchObject([{ location: '手写' }]);
    expect(
      await codeOf('/stocktakes', { name: '他校', locationId: room.id }, catalog.otherLibrarian),
    ).toMatchObject({
      status: 422,
    });
  });

  it('does not miss what came to the school after it was opened', async () => {
    const { id } = await opened({ location: '九楼' });
    const [late] = await copiesIn('九楼', 1);
    expect(await figuresOf(id)).toEqual({});
    await scan(id, [late?.barcode ?? '']);
    expect(await figuresOf(id)).toEqual({ seen: 1 });
  });
});

describe('a stocktake of another school', () => {
  it('answers as one that does not exist', async () => {
    const { id } = await opened({ location: '十楼' });
    for (const stocktake of [id, randomUUID()]) {
      for (const [path, body] of [
        ['scans', { barcodes: ['A'] }],
        ['scans/removals', { barcodes: ['A'] }],
        ['resolutions', { resolution: 'mark-missing' }],
        ['cancellation', {}],
      ] as const)
        expect(await codeOf(`/stocktakes/${stocktake}/${path}`, body, catalog.otherLibrarian)).toEqual({
          status: 404,
          code: 'resource.unknown',
        });
      for (const path of ['', '/findings'])
        expect(
          (
            await catalog.call('GET', `/stocktakes/${stocktake}${path}`, undefined, {
              as: catalog.otherLibrarian,
            })
          ).status,
        ).toBe(404);
    }
  });
});
