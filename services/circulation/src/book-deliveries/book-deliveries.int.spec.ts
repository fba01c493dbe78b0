import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let teacher: Pupil;

beforeAll(async () => {
  database = await freshDatabase('book_deliveries');
  county = await CountyForTests.open(database.ownerUrl);
  teacher = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
});
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const deliver = (copies: readonly Copy[], more: object): Promise<Reply> =>
  county.ask('POST', '/book-deliveries', { copyBarcodes: copies.map(({ barcode }) => barcode), ...more });

describe('a delivery', () => {
  it('[CIR-054] to an office is lent to its teacher, handed over and recorded', async () => {
    const copies = await county.accessionMany(2);
    const sent = await deliver(copies, { readerId: teacher.readerId, place: '三楼英语办公室' });
    expect([sent.status, sent.body]).toMatchObject([
      201,
      { purpose: 'delivery', targetId: null, place: '三楼英语办公室', copies: 2, state: 'sent' },
    ]);
    const id = String(sent.body['id']);
    const [first] = copies;
    const input = { missing: [first?.barcode], handedTo: '李老师' };
    const received = await county.ask('POST', `/block-manifests/${id}/receipt`, input);
    expect(received.body).toMatchObject({
      state: 'received',
      foundMissing: 1,
      handedTo: '李老师',
      receivedOn: '2026-10-12',
    });
    expect((await county.giveBack(copies[1] ?? { barcode: '' })).body).toMatchObject({
      loan: { mode: 'delivery' },
    });
    const register = await county.ask('GET', '/block-manifests?purpose=delivery');
    expect(register.body['items']).toMatchObject([{ id, out: 1, readerId: teacher.readerId }]);
    const printed = await fetch(`${county.service.url}/api/v1/block-manifests?purpose=delivery&format=csv`, {
      headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
    });
    const [head, line] = (await printed.text()).replace('\ufeff', '').split('\r\n');
    expect(head).toBe('发出日期,用途,送达地点,册数,缺少,破损,未还,应还日期,状态,签收日期,签收人');
    expect(line).toMatch(/^2026-10-12,送书上门,三楼英语办公室,2,1,0,1,2027-01-08,已签收,2026-10-12,李老师$/);
    const lines = await county.ask('GET', `/block-manifests/${id}/lines`);
    expect(lines.body['items']).toMatchObject([
      { copyBarcode: first?.barcode, finding: 'missing', status: 'open' },
      { copyBarcode: copies[1]?.barcode, status: 'returned' },
    ]);
  });

  it('[CIR-054] to a classroom is lent to the class', async () => {
    const sent = await deliver(await county.accessionMany(3), { classId: county.classId, place: '五2教室' });
    expect(sent.body).toMatchObject({ borrower: { kind: 'class', id: county.classId }, copies: 3 });
    expect((await deliver([await county.accession()], { place: '办公室' })).status).toBe(400);
  });

  it('[CIR-054] counts for the limit of the teacher as what is fetched: one below it, at it and above it', async () => {
    const other = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    const resolved = await county.ask('GET', '/lending-policies/resolved?readerKind=teacher&copyKind=book');
    const limit = (resolved.body['parameters'] as { loanLimit: { value: number } }).loanLimit.value;
    const copies = await county.accessionMany(limit + 1);
    const to = { readerId: other.readerId, place: '数学组' };
    expect((await deliver(copies.slice(0, limit - 1), to)).status).toBe(201);
    const tooMany = await deliver(copies.slice(limit - 1), to);
    expect(tooMany.body).toMatchObject({ code: 'block.refused', reasons: [{ code: 'reader.at-limit' }] });
    expect((await deliver(copies.slice(limit - 1, limit), to)).status).toBe(201);
    expect((await deliver(copies.slice(limit), to)).body).toMatchObject({
      reasons: [{ code: 'reader.at-limit' }],
    });
  });

  it('is for who reads here, and asked by a librarian of the school', async () => {
    const copy = await county.accession();
    expect((await deliver([copy], { readerId: randomUUID(), place: '办公室' })).body).toMatchObject({
      reasons: [{ code: 'reader.unknown' }],
    });
    const asked = {
      schoolId: randomUUID(),
      copyBarcodes: [copy.barcode],
      readerId: teacher.readerId,
      place: '办公室',
    };
    expect((await county.ask('POST', '/book-deliveries', asked)).status).toBe(403);
  });
});
