import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TitleDescribedV1 } from '@shulian/contracts/catalog';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Copy, type Pupil } from '../a-county.builder.js';

/** As many as the county gives a class. */
const LOANS = 60;

let database: FreshDatabase;
let county: CountyForTests;
let [pupil, teacher] = [undefined, undefined] as unknown as [Pupil, Pupil];
let copies: readonly Copy[];

beforeAll(async () => {
  database = await freshDatabase('circulation_printed_lists');
  county = await CountyForTests.open(database.ownerUrl);
  pupil = await county.enrol();
  teacher = await county.enrol({ kind: 'teacher' });
  copies = await county.accessionMany(LOANS);
  for (const copy of copies)
    await county.ask('POST', '/checkouts', { copyBarcode: copy.barcode, classId: pupil.classId }, {});
  const own = await county.accession();
  await county.lend(own, pupil);
}, 120_000);
afterAll(async () => {
  await county?.stop();
  await database?.drop();
});

const printed = (list: string, format: string, query = '', headers = {}): Promise<Response> =>
  fetch(`${county.service.url}/api/v1/${list}?format=${format}${query}`, {
    headers: { authorization: `Bearer ${county.librarian}`, ...headers },
  });
const linesOf = async (answer: Response): Promise<string[]> => (await answer.text()).trimEnd().split('\r\n');

describe('a list of circulation as a document', () => {
  it('has every loan whatever the page, in the order of the list, and nobody’s id on paper', async () => {
    const answer = await printed('loans', 'csv', '&limit=2');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="loans.csv"');
    const [head, first, ...others] = await linesOf(answer);
    expect(head).toBe('题名,条码,索书号,方式,借出日期,应还日期,续借次数,状态,归还日期');
    expect(others).toHaveLength(LOANS);
    expect(first).toMatch(/2026-10-12,2026-11-11,0,在借,$/);
    expect([first, ...others].join()).not.toContain(pupil.readerId);
  });

  it('is in English for who reads English, and a workbook or paper with heads on each page', async () => {
    const [head] = await linesOf(await printed('loans', 'csv', '', { 'accept-language': 'en' }));
    expect(head).toBe('Title,Barcode,Call number,Mode,Lent,Due,Renewals,State,Closed');
    const workbook = Buffer.from(await (await printed('loans', 'xlsx')).arrayBuffer());
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
    const pages = await pdfTexts(new Uint8Array(await (await printed('loans', 'pdf')).arrayBuffer()));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('应还日期');
  });

  it('is of those loans alone that were asked for', async () => {
    expect(await linesOf(await printed('loans', 'csv', `&copyBarcode=${copies[3]?.barcode}`))).toHaveLength(
      2,
    );
    expect(await linesOf(await printed('loans', 'csv', '&status=overdue'))).toHaveLength(1);
  });

  it('says for which lines it knows a reader or a class by id, as the gateway asks for it', async () => {
    const answer = await printed('loans', 'lines', '&limit=500');
    const [head, ...rows] = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(head).toMatchObject({ name: 'loans', title: '借阅清单', language: 'zh' });
    expect(head?.['columns']).toContainEqual({ key: 'borrower', title: '读者', type: 'who' });
    expect(rows).toHaveLength(LOANS + 1);
    expect(rows[0]).toMatchObject({ borrower: { kind: 'reader', id: pupil.readerId }, status: '在借' });
    expect(rows[1]).toMatchObject({ borrower: { kind: 'class', id: pupil.classId } });
  });

  it('shows holds with their place and their words', async () => {
    const copy = await county.accession();
    await county.lend(copy, teacher);
    await county.tell(
      TitleDescribedV1.announce(
        {
          titleId: copy.titleId,
          title: '=龢与䶮',
          contributors: [],
          isbns: [],
          publisher: null,
          publishedYear: null,
          clc: null,
        },
        county.next(copy.titleId),
      ),
    );
    const { status } = await county.ask('POST', '/holds', {
      titleId: copy.titleId,
      readerId: pupil.readerId,
    });
    expect(status).toBe(201);
    const [head, line] = await linesOf(await printed('holds', 'csv'));
    expect(head).toBe('题名,条码,索书号,预约时间,排队位次,状态,到馆日期,保留至,结束日期');
    expect(line).toMatch(/^'=龢与䶮,,,2026-10-12 12:00,1,排队中,,,$/);
    expect((await linesOf(await printed('holds', 'csv', '&status=ready'))).length).toBe(1);
  });

  it('shows what is owed in yuan, and how it was settled', async () => {
    const copy = await county.accession({ priceFen: 2_580 });
    const lent = await county.lend(copy, teacher);
    const { id: loanId } = lent.body['loan'] as { id: string };
    const told = await county.lose(loanId);
    const { id } = told.body['compensation'] as { id: string };
    expect((await linesOf(await printed('compensations', 'csv')))[1]).toMatch(/2026-10-12,25\.8,未赔,,$/);
    await county.ask('POST', `/compensations/${id}/settlement`, { how: 'paid', paidFen: 105 });
    const [head, line] = await linesOf(await printed('compensations', 'csv'));
    expect(head).toBe('题名,条码,索书号,登记日期,应赔(元),状态,结清日期,实赔(元)');
    expect(line).toMatch(/2026-10-12,25\.8,已赔款,2026-10-12,1\.05$/);
  });

  it('is the sheet of what a class has overdue, the longest overdue first', async () => {
    const [classmate, other] = [await county.enrol(), await county.enrol({ classId: randomUUID() as never })];
    const [late, foreign] = await county.accessionMany(2);
    await county.itIs('2026-10-13');
    await county.lend(late as Copy, classmate);
    await county.lend(foreign as Copy, other);
    await county.itIs('2026-11-16');
    const sheet = (classId: string): Promise<string[]> =>
      printed('loans', 'csv', `&classId=${classId}&status=overdue&sort=dueOn`).then(linesOf);
    const [, ...lines] = await sheet(pupil.classId);
    const due = lines.map((line) => line.split(',')[4]);
    expect(due).toEqual([...due].sort());
    expect(lines.at(-1)).toContain(late?.barcode);
    expect(lines.every((line) => line.endsWith(',逾期,'))).toBe(true);
    expect(lines.join()).not.toContain(foreign?.barcode);
    expect(await sheet(randomUUID())).toHaveLength(1);
    await county.itIs('2026-10-12');
  });

  it.each(['loans', 'holds', 'compensations'])(
    'of %s is refused as a problem for a foreign school, a wrong question and a caller without rights',
    async (list) => {
      const foreign = await county.service.signer.account({ role: 'librarian', schoolId: randomUUID() });
      const viewer = await county.service.signer.account({ role: 'county-viewer' });
      const asFor = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
      const own = `&schoolId=${county.schoolId}`;
      expect((await printed(list, 'pdf', own, asFor(foreign))).status).toBe(403);
      expect((await printed(list, 'csv', '', asFor(viewer))).status).toBe(403);
      expect(await linesOf(await printed(list, 'csv', '', asFor(foreign)))).toHaveLength(1);
      const wrong = await printed(list, 'xlsx', '&cursor=made-up');
      expect([wrong.status, wrong.headers.get('content-type')]).toEqual([
        400,
        expect.stringContaining('application/problem+json'),
      ]);
      expect((await printed(list, 'doc')).status).toBe(400);
    },
  );
});
