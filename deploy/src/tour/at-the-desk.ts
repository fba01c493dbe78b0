import { randomUUID } from 'node:crypto';
import { forEachAtOnce, until, type Answer, type Problem, type PublicApi } from '../sample/public-api.js';
import type { Narrator } from './narrator.js';
import type { Listed, School } from './the-school.js';
import { barcodeOf, pupil, soonMs, tourReaders, tourWorks } from './tour-files.js';

export type Loan = {
  readonly id: string;
  readonly titleId: string;
  readonly readerId: string;
  readonly dueOn: string;
  readonly renewals: number;
};
export type Lent = { readonly loan: Loan } & Problem;

export const lend = (
  desk: PublicApi,
  copyBarcode: string,
  cardNumber: string,
  key: string = randomUUID(),
): Promise<Answer<Lent>> =>
  desk.ask<Lent>('POST', '/api/v1/checkouts', { body: { copyBarcode, cardNumber }, key });

export const reasonsOf = ({ body }: Answer<Problem>): string[] => body.reasons?.map(({ code }) => code) ?? [];

/**
 * Waits until circulation has heard of every copy and card of the files. One of this school would be waited for at the
 * desk; where an earlier tour left the same barcodes at another school, the desk has an answer at once.
 */
export async function arrival({ librarian }: School, say: Narrator): Promise<void> {
  const onTheWay = ['copy.unknown', 'copy.of-another-school', 'copy.barcode-ambiguous', 'reader.unknown'];
  const barcodes = tourWorks.flatMap((work) => work.barcodes);
  await say.withBar('事件到达借还台', 'the events reach the desk', barcodes.length, async (moved) => {
    let done = 0;
    await forEachAtOnce(barcodes, 4, async (copyBarcode) => {
      const body = { copyBarcode, cardNumber: pupil((done % tourReaders.length) + 1) };
      await until(
        () => librarian.expect<Problem>('POST', '/api/v1/checkouts/dry-run', { body }),
        ({ reasons }) => !reasons?.some(({ code }) => onTheWay.includes(code)),
        soonMs,
      );
      moved((done += 1));
    });
  });
}

/** Thirty pupils of a class in a break, each with one copy of another work. */
export async function lendToAClass({ librarian }: School, say: Narrator): Promise<Map<number, Loan>> {
  const loans = new Map<number, Loan>();
  const queue = Array.from({ length: 30 }, (_, at) => at + 1);
  await say.withBar('一个班借书', 'a class borrows', queue.length, (moved) =>
    forEachAtOnce(queue, 4, async (number) => {
      const answer = await lend(librarian, barcodeOf(number, 1), pupil(number));
      if (answer.status === 201) loans.set(number, answer.body.loan);
      moved(loans.size);
    }),
  );
  say.check(loans.size === queue.length, '30 人各借 1 册', '30 pupils borrowed one copy each', loans.size);
  const due = new Set([...loans.values()].map(({ dueOn }) => dueOn));
  say.tell(`应还日：${[...due].join('、')}`, `due on ${[...due].join(', ')}`);
  return loans;
}

export async function pressTwice({ librarian }: School, say: Narrator): Promise<void> {
  const key = randomUUID();
  const press = (card: string) => lend(librarian, barcodeOf(31, 1), card, key);
  const [first, second] = await Promise.all([press(pupil(31)), press(pupil(31))]);
  say.check(
    first.status === 201 && second.status === 201 && first.body.loan.id === second.body.loan.id,
    '按钮按了两次，借阅只有一笔',
    'the button was pressed twice, there is one loan',
    [first, second],
  );
  const other = await press(pupil(32));
  say.check(
    other.status === 422 && other.body.code === 'idempotency.key-reused',
    '同一个键换了内容，不受理',
    'the same key with another body is not taken',
    other,
  );
}

export async function refusals({ id, librarian }: School, say: Narrator): Promise<void> {
  const refused = async (
    zh: string,
    en: string,
    barcode: string,
    card: string,
    ...codes: string[]
  ): Promise<void> => {
    const answer = await lend(librarian, barcode, card);
    const reasons = reasonsOf(answer);
    say.check(
      answer.status === 409 && codes.every((code) => reasons.includes(code)),
      `${zh}：${codes.join('、')}`,
      `${en}: ${codes.join(', ')}`,
      answer.body,
    );
  };
  await refused('没有这个条码', 'no such barcode', 'NO-SUCH-COPY', pupil(33), 'copy.unknown');
  await refused('没有这张证', 'no such card', barcodeOf(33, 1), 'NO-SUCH-CARD', 'reader.unknown');
  await refused('书已借给别人', 'lent to somebody else', barcodeOf(1, 1), pupil(33), 'copy.already-on-loan');
  await refused(
    '已有同一种书',
    'has the same title already',
    barcodeOf(1, 2),
    pupil(1),
    'reader.same-title-on-loan',
  );

  const [dictionary] = (await librarian.get<Listed<{ id: string }>>(`/api/v1/titles?schoolId=${id}&limit=1`))
    .items;
  const { barcode: reference } = await librarian.post<{ barcode: string }>('/api/v1/copies', {
    titleId: dictionary?.id,
    schoolId: id,
    priceFen: 9800,
    kind: 'reference',
  });
  await refused(
    '工具书不出馆',
    'a reference copy stays in the room',
    reference,
    pupil(33),
    'copy.reading-room-only',
  );

  const greedy = pupil(33);
  const given: number[] = [];
  for (let work = 32; work <= 36; work += 1)
    given.push((await lend(librarian, barcodeOf(work, 2), greedy)).status);
  say.check(
    given.every((status) => status === 201),
    '学生可借 5 册',
    'a pupil may have 5 copies',
    given,
  );
  await refused('第 6 册', 'the sixth', barcodeOf(37, 2), greedy, 'reader.at-limit');
  await refused(
    '几个理由一次说清',
    'all the reasons at once',
    reference,
    greedy,
    'copy.reading-room-only',
    'reader.at-limit',
  );
  const decision = await librarian.expect<{ outcome: string } & Problem>(
    'POST',
    '/api/v1/checkouts/dry-run',
    {
      body: { copyBarcode: barcodeOf(37, 2), cardNumber: greedy },
    },
  );
  say.check(decision.outcome !== 'allow', '试算与真借答案相同', 'a dry run gives the same answer', decision);
  for (let work = 32; work <= 36; work += 1)
    await librarian.post('/api/v1/returns', { copyBarcode: barcodeOf(work, 2) });
}
