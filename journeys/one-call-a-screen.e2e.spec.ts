import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Caller, done, until, type Answer, type Asked, type Page } from './a-caller.builder.js';
import { County } from './a-county.builder.js';
import { School, type Copy, type Loan, type Reader, type SchoolClass } from './a-school.builder.js';

const minutes = 60_000;
const CHILDREN = 45;

/** Counts what a screen asks. */
class Screen extends Caller {
  calls = 0;

  constructor(desk: Caller) {
    super(desk.url, desk.token);
  }

  override ask<T>(method: string, path: string, input: Asked = {}): Promise<Answer<T>> {
    this.calls += 1;
    return super.ask<T>(method, path, input);
  }
}

type Named = {
  readonly id: string;
  readonly name: string;
  readonly cardNumber: string;
  readonly className: string;
};
type Shown = Loan & {
  readonly title: string | null;
  readonly copyBarcode: string | null;
  readonly reader?: Named | null;
};
type Missing = { readonly missing?: readonly string[] };
type Batch = Missing & { readonly items: readonly { readonly status: number; readonly loan?: Shown }[] };
type ClassBoard = Missing & {
  readonly className: string | null;
  readonly items: readonly {
    readonly readerId: string;
    readonly reader: Named | null;
    readonly loans: readonly Shown[];
    readonly overdue: readonly Shown[];
    readonly notesOwed: number | null;
  }[];
};
type ReaderView = Missing & {
  readonly reader: Named | null;
  readonly loans: readonly Shown[];
  readonly overdue: readonly Shown[];
  readonly owed: readonly Shown[] | null;
  readonly holdsReady: readonly Shown[] | null;
  readonly notesOwed: number | null;
  readonly limit: number | null;
  readonly mayBorrow: boolean | null;
  readonly reasons: readonly { readonly code: string; readonly title: string }[] | null;
};

let county: County;
let school: School;
let schoolClass: SchoolClass;
let children: readonly Reader[];
let [onLoan, fresh] = [[], []] as [readonly Copy[], readonly Copy[]];

const batch = (screen: Caller, what: string, items: readonly object[]): Promise<Batch> =>
  screen
    .ask<Batch>('POST', `/api/v1/${what}/batch?include=reader`, { body: { items }, key: randomUUID() })
    .then((answer) => done(answer, 200));
const lend = (screen: Caller, copies: readonly Copy[]): Promise<Batch> =>
  batch(
    screen,
    'checkouts',
    copies.map(({ barcode }, n) => ({ copyBarcode: barcode, cardNumber: children[n]?.cardNumber })),
  );
const takeBack = (screen: Caller, copies: readonly Copy[]): Promise<Batch> =>
  batch(
    screen,
    'returns',
    copies.map(({ barcode }) => ({ copyBarcode: barcode })),
  );
const classBoard = (screen: Caller, classId = schoolClass.id): Promise<Answer<ClassBoard>> =>
  screen.ask<ClassBoard>('POST', '/api/v1/desk/class-views', { body: { classId } });
const readerView = (screen: Caller, body: object): Promise<Answer<ReaderView>> =>
  screen.ask<ReaderView>('POST', '/api/v1/desk/reader-views', { body });
const overdueList = (screen: Caller): Promise<Page<Shown> & Missing> =>
  screen.get(`/api/v1/loans?schoolId=${school.id}&status=overdue&sort=dueOn&limit=500&include=reader`);
const whoHas = (screen: Caller, { barcode }: Copy): Promise<Page<Shown> & Missing> =>
  screen.get(`/api/v1/loans?copyBarcode=${barcode}&status=open&include=reader`);

const named = (child: Reader | undefined) => ({
  id: child?.id,
  name: child?.name,
  cardNumber: child?.cardNumber,
  className: schoolClass.name,
});

beforeAll(async () => {
  const started = await County.start('postgres');
  if (started === null) throw new Error('PostgreSQL is always there');
  county = started;
  school = await School.open(county.admin);
  schoolClass = await school.schoolClass(1);
  children = await school.readers(CHILDREN, { classId: schoolClass.id });
  onLoan = await school.titles(CHILDREN);
  fresh = await school.titles(CHILDREN);
  const { items } = await lend(school.librarian, onLoan);
  expect(items.filter(({ status }) => status !== 201)).toEqual([]);
}, 4 * minutes);

afterAll(() => county.stop(), minutes);

describe('a screen of a desk', () => {
  it(
    'shows a whole class, a school’s overdue loans and who has a book with names and titles, each in one call',
    async () => {
      await county.setClock('2026-11-20T12:00:00+08:00');
      const screen = new Screen(school.librarian);

      const board = done(await classBoard(screen), 200);
      expect(screen.calls).toBe(1);
      expect(board).toMatchObject({ classId: schoolClass.id, className: schoolClass.name });
      expect(board.items).toHaveLength(CHILDREN);
      const first = board.items.find(({ readerId }) => readerId === children[0]?.id);
      expect(first).toMatchObject({
        reader: named(children[0]),
        loans: [{ copyBarcode: onLoan[0]?.barcode, status: 'overdue', dueOn: '2026-11-11' }],
        overdue: [{ copyBarcode: onLoan[0]?.barcode }],
        notesOwed: 0,
      });
      expect(
        board.items.flatMap(({ loans }) => loans).every(({ title }) => title?.startsWith('小书虫')),
      ).toBe(true);

      screen.calls = 0;
      const overdue = await overdueList(screen);
      expect(screen.calls).toBe(1);
      expect(overdue.items).toHaveLength(CHILDREN);
      expect(new Set(overdue.items.map(({ reader }) => reader?.name))).toEqual(
        new Set(children.map(({ name }) => name)),
      );

      // The same list for the wall: names come from readers with the librarian's token, and the read is logged.
      screen.calls = 0;
      const paper = await screen.ask<string>(
        'GET',
        `/api/v1/loans?schoolId=${school.id}&status=overdue&sort=dueOn&format=csv`,
      );
      expect([paper.status, screen.calls]).toEqual([200, 1]);
      const [heads, ...lines] = paper.text.trimEnd().split('\r\n');
      expect(heads).toContain('姓名,借书证号,班级,题名');
      expect(lines.map((line) => line.split(',').slice(0, 3)).sort()).toEqual(
        children.map(({ name, cardNumber }) => [name, cardNumber, schoolClass.name]).sort(),
      );

      screen.calls = 0;
      const { items } = await whoHas(screen, onLoan[7] as Copy);
      expect(screen.calls).toBe(1);
      expect(items).toMatchObject([{ copyBarcode: onLoan[7]?.barcode, reader: named(children[7]) }]);
    },
    2 * minutes,
  );

  it(
    'serves a noon break of 45 children, who each return and borrow a book, in at most five calls',
    async () => {
      const screen = new Screen(school.librarian);
      const returned = await takeBack(screen, onLoan);
      const lent = await lend(screen, fresh);
      expect(screen.calls).toBeLessThanOrEqual(5);
      expect(returned.items.map(({ status }) => status)).toEqual(Array(CHILDREN).fill(200));
      expect(lent.items.map(({ status }) => status)).toEqual(Array(CHILDREN).fill(201));
      for (const [n, child] of children.entries())
        for (const { items } of [returned, lent]) {
          expect(items[n]?.loan?.reader).toEqual(named(child));
          expect(items[n]?.loan?.title).toMatch(/^小书虫/);
        }
      // Each child whose name was shown stands in the log of reads of personal data.
      const [logged] = await county.sql<{ n: number }>(
        `select count(distinct reader_id)::int as n from readers.access_log
         where operation = 'readers.search' and reader_id = any($1)`,
        [children.map(({ id }) => id)],
      );
      expect(logged).toEqual({ n: CHILDREN });
    },
    2 * minutes,
  );

  it('shows a reader with all that a desk must know, in one call', async () => {
    const [child, copy] = [children[3] as Reader, fresh[3] as Copy];
    const screen = new Screen(school.librarian);
    const free = done(await readerView(screen, { cardNumber: child.cardNumber }), 200);
    expect(screen.calls).toBe(1);
    expect(free).toMatchObject({
      reader: named(child),
      loans: [{ copyBarcode: copy.barcode, status: 'open' }],
      overdue: [],
      owed: [],
      holdsReady: [],
      notesOwed: 0,
      limit: 5,
      mayBorrow: true,
      reasons: [],
    });
    expect(free).not.toHaveProperty('missing');
    const { items } = await whoHas(screen, copy);
    await school.loses(items[0]?.id ?? '');
    const inDebt = done(await readerView(screen, { readerId: child.id }), 200);
    expect(inDebt).toMatchObject({
      loans: [],
      owed: [{ copyBarcode: copy.barcode, owedFen: 1_980 }],
      mayBorrow: false,
      reasons: [{ code: 'reader.owes-compensation', title: expect.any(String) }],
    });
  });

  it('shows a device in the room a masked name and what is at home, after a scan and in one call', async () => {
    const [child, copy] = [children[4] as Reader, fresh[4] as Copy];
    const device = await school.account('device');
    const scanned = await device.ask('POST', '/api/v1/desk/card-scans', {
      body: { cardNumber: child.cardNumber },
    });
    expect(scanned).toMatchObject({
      status: 200,
      body: {
        reader: { readerId: child.id, className: named(child).className },
        loans: [{ copyBarcode: copy.barcode, status: 'open' }],
      },
    });
    expect(scanned.text).not.toContain(child.name);
    const nobodys = await device.ask('POST', '/api/v1/desk/card-scans', { body: { cardNumber: 'NOBODY' } });
    expect(nobodys.status).toBe(404);
  });

  it('[GTW-008] shows each only what they may see: a helper no debts, a foreigner nothing', async () => {
    const child = children[3] as Reader;
    const other = await school.schoolClass(2);
    const helper = await school.account('class-helper', { classId: schoolClass.id });
    const seen = done(await readerView(helper, { cardNumber: child.cardNumber }), 200);
    expect(seen).toMatchObject({
      reader: named(child),
      loans: [],
      owed: null,
      mayBorrow: null,
      reasons: null,
    });
    expect(seen).not.toHaveProperty('missing');
    const board = done(await classBoard(helper), 200);
    expect(board.items).toHaveLength(CHILDREN);
    expect(board.items[0]?.notesOwed).toBeNull();

    const [stranger, neighbour, teacher, head, device] = [
      (await School.open(county.admin)).librarian,
      await school.account('teacher', { classId: other.id }),
      await school.account('teacher', { classId: schoolClass.id }),
      await school.account('school-head'),
      await school.account('device'),
    ];
    for (const [who, status] of [
      [stranger, 404],
      [neighbour, 404],
      [teacher, 200],
      [head, 200],
      [device, 403],
      [county.admin, 403],
    ] as const)
      expect([
        (await readerView(who, { readerId: child.id })).status,
        (await classBoard(who)).status,
      ]).toEqual([status, status]);
    expect((await readerView(stranger, { cardNumber: child.cardNumber })).status).toBe(404);
    expect((await classBoard(school.librarian, randomUUID())).status).toBe(404);
    for (const wrong of [{}, { cardNumber: '' }, { cardNumber: 'A', readerId: child.id }])
      expect((await readerView(school.librarian, wrong)).status).toBe(400);
  });

  it(
    'answers the same calls without names, and says what is missing, when readers is away',
    async () => {
      await county.control('stop', 'readers');
      try {
        const screen = new Screen(school.librarian);
        const returned = await takeBack(screen, fresh.slice(0, 3));
        expect(returned).toMatchObject({ missing: ['readers'] });
        expect(returned.items.map(({ status }) => status)).toEqual([200, 200, 200]);
        const lent = await lend(screen, onLoan.slice(0, 3));
        expect(lent).toMatchObject({ missing: ['readers'] });
        expect(lent.items.map(({ status, loan }) => [status, loan?.readerId])).toEqual(
          children.slice(0, 3).map(({ id }) => [201, id]),
        );
        expect(screen.calls).toBe(2);
        const board = done(await classBoard(screen), 200);
        expect(board).toMatchObject({ className: null, missing: ['readers'] });
        expect(board.items.find(({ readerId }) => readerId === children[1]?.id)).toMatchObject({
          reader: null,
          loans: [{ copyBarcode: onLoan[1]?.barcode }],
          notesOwed: 0,
        });
        expect(await whoHas(screen, onLoan[1] as Copy)).toMatchObject({
          missing: ['readers'],
          items: [{ readerId: children[1]?.id }],
        });
        expect(await overdueList(screen)).toMatchObject({ items: [] });
        const view = done(await readerView(screen, { cardNumber: children[1]?.cardNumber }), 200);
        expect(view).toMatchObject({
          reader: null,
          loans: [{ copyBarcode: onLoan[1]?.barcode }],
          limit: 5,
          missing: ['readers'],
        });
      } finally {
        await county.control('start', 'readers');
      }
      await until(
        () => school.librarian.ask('GET', `/api/v1/readers/${children[0]?.id ?? ''}`),
        ({ status }) => status === 200,
        minutes,
      );
    },
    3 * minutes,
  );

  it(
    'shows who a reader is, and says what is missing, when circulation is away',
    async () => {
      await county.control('stop', 'circulation');
      try {
        const view = done(await readerView(school.librarian, { cardNumber: children[1]?.cardNumber }), 200);
        expect(view).toMatchObject({
          reader: named(children[1]),
          loans: null,
          owed: null,
          mayBorrow: null,
          missing: ['circulation'],
        });
        const board = done(await classBoard(school.librarian), 200);
        expect(board).toMatchObject({ className: schoolClass.name, missing: ['circulation'] });
        expect(board.items).toHaveLength(CHILDREN);
      } finally {
        await county.control('start', 'circulation');
      }
      await until(
        () => school.librarian.ask('GET', '/api/v1/loans?limit=1'),
        ({ status }) => status === 200,
        minutes,
      );
    },
    3 * minutes,
  );

  it('[RDR-012] shows what a child has read, how much, notes and awards, to the child, its teacher and the library', async () => {
    const own = await school.schoolClass(8);
    const child = await school.reader({ classId: own.id });
    const [copy] = await school.copies(1);
    const { loanedOn } = await school.lent(copy?.barcode ?? '', child.cardNumber);
    await school.takeBack(copy?.barcode ?? '');
    const self = await school.account('reader', { readerId: child.id });
    await self.post('/api/v1/reading-notes', { titleId: copy?.titleId, text: '最喜欢小书虫' });
    const award = { readerId: child.id, name: '阅读之星', level: 'school', givenOn: '2026-10-09' };
    await school.librarian.post('/api/v1/reading-awards', award);
    const record = (as: Caller, more: object = {}) =>
      as.ask<Record<string, unknown>>('POST', '/api/v1/desk/reading-records', {
        body: { readerId: child.id, ...more },
      });
    const teacher = await school.account('teacher', { classId: own.id });
    for (const as of [self, teacher, school.librarian]) {
      const seen = done(await record(as), 200);
      expect(seen).toMatchObject({
        reader: { id: child.id, name: child.name, className: own.name },
        counts: { loans: 1, titles: 1, notes: 1, notesAccepted: 0, awards: 1 },
        books: [{ titleId: copy?.titleId, loanedOn, closedOn: loanedOn }],
        notes: [{ titleId: copy?.titleId, text: '最喜欢小书虫', acceptedOn: null }],
        awards: [{ name: '阅读之星', level: 'school', givenOn: '2026-10-09' }],
      });
      expect(seen).not.toHaveProperty('missing');
    }
    expect(done(await record(self, { to: '2026-10-10' }), 200)).toMatchObject({
      counts: { loans: 0, notes: 0, awards: 1 },
    });
    const other = await school.schoolClass(9);
    const strangers = [
      await school.account('reader', { readerId: (children[0] as Reader).id }),
      await school.account('teacher', { classId: other.id }),
      (await School.open(county.admin)).librarian,
    ];
    for (const as of strangers) expect((await record(as)).status).toBe(404);
  });
});
