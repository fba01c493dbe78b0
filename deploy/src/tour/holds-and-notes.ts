import { randomUUID } from 'node:crypto';
import { until, type PublicApi } from '../sample/public-api.js';
import { lend, reasonsOf, type Lent, type Loan } from './at-the-desk.js';
import type { Narrator } from './narrator.js';
import type { Listed, School } from './the-school.js';
import { barcodeOf, pupil, soonMs } from './tour-files.js';

async function readerId(desk: PublicApi, schoolId: string, cardNumber: string): Promise<string> {
  const { items } = await desk.expect<Listed<{ id: string }>>('POST', '/api/v1/readers/search', {
    body: { schoolId, cardNumber },
  });
  if (!items[0]) throw new Error('a reader of the roster is not found by card');
  return items[0].id;
}

/**
 * A day on which the school is closed moves a due day forward; when the closing is called off, a renewal gains the day
 * back. That lets the tour renew on the day of the loan, where the period alone would gain nothing.
 */
export async function renewal({ id, librarian }: School, say: Narrator): Promise<{ lent: number }> {
  const dueOn = async (copy: number, number: number): Promise<string> => {
    const body = { copyBarcode: barcodeOf(40, copy), cardNumber: pupil(number) };
    const tried = await librarian.expect<{ dueOn?: string }>('POST', '/api/v1/checkouts/dry-run', { body });
    return tried.dueOn ?? '';
  };
  const usual = await dueOn(1, 42);
  const close = (days: readonly { on: string; state: 'closed'; note: string }[]): Promise<unknown> =>
    librarian.expect('PUT', `/api/v1/schools/${id}/calendar-days`, {
      body: { year: Number(usual.slice(0, 4)), days },
      key: randomUUID(),
    });
  await close([{ on: usual, state: 'closed', note: '运动会' }]);
  await until(
    () => dueOn(1, 42),
    (due) => due !== usual,
    soonMs,
  );
  const { body: lent } = await lend(librarian, barcodeOf(40, 1), pupil(42));
  say.check(
    lent.loan?.dueOn < usual,
    `${usual} 学校不开门，应还日提前到 ${lent.loan?.dueOn}`,
    `the school is closed on ${usual}: due on ${lent.loan?.dueOn}, the last open day before`,
    lent,
  );
  await close([]);
  await until(
    () => dueOn(2, 43),
    (due) => due === usual,
    soonMs,
  );
  const renew = () =>
    librarian.ask<Lent>('POST', '/api/v1/renewals', { body: { loanId: lent.loan.id }, key: randomUUID() });
  const renewed = await renew();
  say.check(
    renewed.status === 200 && renewed.body.loan.renewals === 1 && renewed.body.loan.dueOn === usual,
    `那天照常开门了，续借到 ${usual}`,
    `the closing is called off: renewed until ${usual}`,
    renewed.body,
  );
  const again = await renew();
  say.check(
    again.status === 409 && reasonsOf(again).includes('loan.renewals-used-up'),
    '再续一次：续借次数已用完',
    'once more: no renewal is left',
    again.body,
  );
  return { lent: 1 };
}

export async function holdAndReturn(
  { id, librarian }: School,
  loans: ReadonlyMap<number, Loan>,
  say: Narrator,
): Promise<{ lent: number; returned: number }> {
  const second = loans.get(2);
  if (!second) throw new Error('the class has no loans');

  // Pupil 40 waits for the work pupil 2 has; the other two copies go out first, so that the returned one is the one.
  for (const [copy, card] of [
    [2, pupil(38)],
    [3, pupil(39)],
  ] as const)
    await librarian.post('/api/v1/checkouts', { copyBarcode: barcodeOf(2, copy), cardNumber: card });
  const waiting = await readerId(librarian, id, pupil(40));
  const hold = await librarian.post<{ id: string }>('/api/v1/holds', {
    titleId: second.titleId,
    readerId: waiting,
    pickupSchoolId: id,
  });
  say.check(hold.id !== '', '40 号同学预约了借出的书', 'pupil 40 waits for a title that is out');
  const back = await librarian.post<{ loan: Loan | null; next?: unknown }>('/api/v1/returns', {
    copyBarcode: barcodeOf(2, 1),
  });
  say.check(
    back.loan?.id === second.id && JSON.stringify(back.next ?? '').includes('hold'),
    '还书：放到预约架',
    'returned: to the hold shelf',
    back,
  );
  const other = await lend(librarian, barcodeOf(2, 1), pupil(41));
  say.check(
    other.status === 409 && reasonsOf(other).includes('copy.held-for-another-reader'),
    '别人来借：已为他人保留',
    'somebody else asks: it is kept for another reader',
    other.body,
  );
  const theirs = await lend(librarian, barcodeOf(2, 1), pupil(40));
  say.check(theirs.status === 201, '预约的同学借走', 'the one who waited takes it', theirs.body);

  const plain = await librarian.post<{ loan: Loan | null; next?: unknown }>('/api/v1/returns', {
    copyBarcode: barcodeOf(3, 1),
  });
  say.check(plain.loan !== null, '3 号同学还书', 'pupil 3 returns', plain);
  const twice = await librarian.post<{ loan: Loan | null }>('/api/v1/returns', {
    copyBarcode: barcodeOf(3, 1),
  });
  say.check(twice.loan === null, '再扫一次：没有借阅可还', 'scanned again: nothing to return', twice);
  // Lent here: two to make the title scarce, one to the pupil who waited, and the five of the limit.
  return { lent: 3 + 5, returned: 2 + 5 };
}

export async function readingNote(
  { id, librarian, teacher }: School,
  say: Narrator,
): Promise<{ lent: number }> {
  const card = pupil(44);
  const reader = await readerId(librarian, id, card);
  await librarian.expect('PUT', '/api/v1/lending-policies', {
    body: { schoolId: id, rows: [{ readerKind: 'student', sets: { readingNoteEvery: 1 } }] },
    key: randomUUID(),
  });
  const first = await lend(librarian, barcodeOf(38, 1), card);
  const refused = await lend(librarian, barcodeOf(39, 1), card);
  say.check(
    first.status === 201 && refused.status === 409 && reasonsOf(refused).includes('reader.owes-reading-note'),
    '本校规定：借一本，写一篇；没写，先不借',
    'this school wants a note for each loan; without it the next is refused',
    refused.body,
  );
  const note = await librarian.post<{ id: string }>('/api/v1/reading-notes', {
    readerId: reader,
    titleId: first.body.loan.titleId,
    text: '我最喜欢书里的猴子，因为它不怕困难。',
  });
  await teacher.post(`/api/v1/reading-notes/${note.id}/acceptance`, {});
  const opened = await until(
    () => lend(librarian, barcodeOf(39, 1), card),
    ({ status }) => status === 201,
    soonMs,
  );
  say.check(
    opened.status === 201,
    '老师通过笔记，借书的门开了',
    'the teacher accepts the note, the gate opens',
    opened.body,
  );
  return { lent: 2 };
}
