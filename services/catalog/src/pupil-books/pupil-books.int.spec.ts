import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadingNoteAcceptedV1 } from '@shulian/contracts/activities';
import type { CalendarDay, ReaderId, ReadingNoteId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying, type Buying } from '../orders/a-round.builder.js';
import type { PupilBookView } from './pupil-books.http.js';

let catalog: CatalogForTests;
let buying: Buying;
let head: string;
let teacher: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_pupil_books'));
  const schoolId = catalog.schools[0];
  head = await catalog.signer.account({ role: 'school-head', schoolId });
  teacher = await catalog.signer.account({ role: 'teacher', schoolId, classId: newId() });
  buying = aBuying(catalog, head);
}, 60_000);
afterAll(() => catalog.end());

const reader = newId<ReaderId>();
const codesOf = ({ body }: { readonly body: never }): unknown => {
  const { code, reasons = [] } = body as { code: string; reasons?: { code: string }[] };
  return [code, ...reasons.map((reason) => reason.code)];
};
let invoices = 0;
const entered = async (more: object = {}): Promise<PupilBookView> =>
  buying.ok<PupilBookView>('POST', '/pupil-books', {
    readerId: reader,
    reviewId: await buying.review({ name: `寒假所购${String((invoices += 1))}` }),
    priceFen: 2_450,
    invoiceNumber: `发票${String(invoices)}`,
    ...more,
  });
const act = (id: string, what: string, body: object, as: string) =>
  catalog.call('POST', `/pupil-books/${id}/${what}`, body, { as });
const noteOf = async (readerId = reader): Promise<ReadingNoteId> => {
  const noteId = newId<ReadingNoteId>();
  const schoolId = catalog.schools[0];
  const acceptedOn = '2026-09-01' as CalendarDay;
  await catalog.hear(
    ReadingNoteAcceptedV1.announce(
      { noteId, readerId, schoolId, classId: null, titleId: null, acceptedOn },
      2,
    ),
  );
  return noteId;
};
const readable = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(
    await (
      await fetch(`${catalog.url}/api/v1${path}`, {
        headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh-CN' },
      })
    ).arrayBuffer(),
  );

describe('a book that a pupil bought', () => {
  it('[CAT-017] is reimbursed with book, invoice and reflection and not without one of them; it is accepted like any book, paid once, printed to be signed, and taken back', async () => {
    const { id, version, partsMissing } = await entered({ bookHandedIn: false, invoiceNumber: null });
    expect(partsMissing).toEqual(['book', 'invoice', 'reflection']);
    const approve = { decision: 'approve' };
    expect(codesOf(await act(id, 'decision', approve, head))).toEqual([
      'pupil-book.refused', 'pupil-book.book-missing', 'pupil-book.invoice-missing', 'pupil-book.reflection-missing',
    ]);
    const added = { bookHandedIn: true, invoiceNumber: '寒假发票' };
    const stale = await catalog.call('PATCH', `/pupil-books/${id}`, added, { headers: { 'if-match': '"v9"' } });
    expect(stale.status).toBe(412);
    await catalog.call('PATCH', `/pupil-books/${id}`, added, { headers: { 'if-match': `"v${String(version)}"` } });
    expect(codesOf(await act(id, 'decision', approve, head))).toEqual(['pupil-book.refused', 'pupil-book.reflection-missing']);

    const paper = { reason: '一年级学生，口述由教师记在纸上' };
    const alone = await catalog.call('PUT', `/pupil-books/${id}/paper-reflection`, paper);
    expect(alone.status).toBe(403);
    await buying.ok('PUT', `/pupil-books/${id}/paper-reflection`, paper, teacher);
    await buying.ok('DELETE', `/pupil-books/${id}/paper-reflection`, undefined, teacher);
    expect(codesOf(await act(id, 'decision', approve, head))).toEqual(['pupil-book.refused', 'pupil-book.reflection-missing']);
    await buying.ok('PUT', `/pupil-books/${id}/paper-reflection`, paper, teacher);

    const [one, two] = await Promise.all([act(id, 'decision', approve, head), act(id, 'decision', approve, head)]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const approved = await buying.ok<PupilBookView>('GET', `/pupil-books/${id}`);
    expect(approved).toMatchObject({ status: 'approved', partsMissing: [], deliveryStatus: 'checking' });
    expect(await catalog.sql('select 1 from delivery')).toHaveLength(1);
    expect(codesOf(await act(id, 'payment', {}, catalog.librarian))).toEqual(['pupil-book.not-accepted']);

    await buying.ok('POST', `/deliveries/${String(approved.deliveryId)}/acceptance`, { status: 'lendable' });
    const paid = await act(id, 'payment', { receiptNumber: '收据3' }, catalog.librarian);
    expect([paid.status, paid.body]).toMatchObject([200, { status: 'paid', accessionNumber: 1, receiptNumber: '收据3' }]);
    expect((await act(id, 'payment', {}, catalog.librarian)).status).toBe(409);
    const register = await buying.ok<{ items: object[] }>('GET', '/registers/individual');
    expect(register.items).toMatchObject([{ source: 'pupil-purchase', documentNumber: '寒假发票', valueFen: 2_450 }]);
    const bought = await buying.ok<{ items: object[] }>('GET', '/purchase-register');
    expect(bought.items).toMatchObject([{ source: 'pupil-purchase', volumes: 1, fen: 2_450 }]);
    const payments = await buying.ok<{ items: PupilBookView[] }>('GET', '/pupil-book-payments');
    expect(payments.items).toMatchObject([{ id, readerId: reader, priceFen: 2_450 }]);
    const printed = (await pdfTexts(await readable('/pupil-book-payments?format=pdf'))).join(' ');
    for (const word of ['学生自购图书报销登记表', '领款人签名', '24.50', '收据3']) expect(printed).toContain(word);
    expect((await readable('/pupil-book-payments?format=xlsx')).length).toBeGreaterThan(1_000);

    await act(id, 'undo', { reason: '退款' }, head);
    expect((await buying.ok<{ items: object[] }>('GET', '/pupil-book-payments')).items).toEqual([]);
    expect(codesOf(await act(id, 'undo', { reason: '再退' }, head))).toEqual(['pupil-book.accepted-already']);
    const { trail } = await buying.ok<PupilBookView>('GET', `/pupil-books/${id}`);
    expect(trail.map(({ action, remark }) => [action, remark])).toEqual([['approve', null], ['pay', null], ['undo', '退款']]);
  }); // prettier-ignore

  it('[CAT-017] has an accepted reading note of its pupil for a reflection, and a note stands with one book', async () => {
    const noteId = await noteOf();
    const book = await entered({ noteId });
    expect(book.partsMissing).toEqual([]);
    const reviewId = await buying.review({ name: '另一册' });
    const other = { readerId: reader, reviewId, priceFen: 100 };
    const twice = await catalog.call('POST', '/pupil-books', { ...other, noteId });
    expect([twice.status, codesOf(twice)]).toEqual([409, ['pupil-book.note-used']]);
    const foreign = await noteOf(newId<ReaderId>());
    expect((await catalog.call('POST', '/pupil-books', { ...other, noteId: foreign })).status).toBe(422);
    const same = {
      readerId: reader,
      reviewId: book.reviewId,
      priceFen: 2_450,
      invoiceNumber: book.invoiceNumber,
    };
    expect(codesOf(await catalog.call('POST', '/pupil-books', same))).toEqual(['pupil-book.invoice-used']);

    const silent = await act(book.id, 'decision', { decision: 'refuse' }, head);
    expect(silent.status).toBe(400);
    await act(book.id, 'decision', { decision: 'refuse', remark: '不是课外读物' }, head);
    // What was refused leaves the note and the invoice to another try.
    await buying.ok('POST', '/pupil-books', { ...same, noteId });
    expect(codesOf(await act(book.id, 'undo', { reason: '误退' }, head))).toEqual(['pupil-book.note-used']);
  });

  it('goes back from acceptance when the approval is taken back, and is nobody else’s', async () => {
    const { id } = await entered({ noteId: await noteOf() });
    await act(id, 'decision', { decision: 'approve' }, head);
    const { deliveryId } = await buying.ok<PupilBookView>('GET', `/pupil-books/${id}`);
    await act(id, 'undo', { reason: '价格待核' }, head);
    expect(await buying.ok('GET', `/deliveries/${String(deliveryId)}`)).toMatchObject({ status: 'sent-back', reason: '价格待核' });
    expect(await buying.ok('GET', `/pupil-books/${id}`)).toMatchObject({ status: 'handed-in', deliveryId: null });
    const other = { as: catalog.otherLibrarian };
    expect((await catalog.call('GET', `/pupil-books/${id}`, undefined, other)).status).toBe(404);
    const foreign = await catalog.call('PATCH', `/pupil-books/${id}`, { priceFen: 1 }, { ...other, headers: { 'if-match': '"v1"' } });
    expect(foreign.status).toBe(404);
    const later = await catalog.call('POST', '/pupil-books', {
      readerId: reader, reviewId: await buying.review({ name: '未来' }), priceFen: 1, boughtOn: '2999-01-01',
    });
    expect(later.status).toBe(400);
    const all = await buying.ok<{ items: PupilBookView[] }>('GET', '/pupil-books?status=handed-in&limit=500');
    expect(all.items.map((book) => book.id)).toContain(id);
  }); // prettier-ignore
});
