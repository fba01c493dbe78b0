import { randomUUID } from 'node:crypto';

import { beforeAll, expect, it } from '@jest/globals';

import { done, reasonsOf, type Caller, type Page } from './a-caller.builder.js';
import type { County } from './a-county.builder.js';
import { School, type Copy, type Loan } from './a-school.builder.js';
import type { Follower } from './an-event-follower.builder.js';

const minutes = 60_000;
const SOON = 10_000;

/**
 * What must hold however many press at once; to be called within a `describe`.
 * @param races how often two desks want the same copy; the bus has no part in who gets it
 */
export function manyHands(
  given: () => { readonly county: County; readonly everything: Follower },
  races: number,
): void {
  let busy: School;
  let desks: readonly Caller[];

  beforeAll(async () => {
    busy = await School.open(given().county.admin);
    desks = [busy.librarian, await busy.account('device')];
  }, minutes);

  it(
    `two desks want one copy, ${races} times: always exactly one of them gets it`,
    async () => {
      const [copy] = (await busy.copies(1)) as [Copy];
      const readers = await busy.readers(2);
      for (let attempt = 0; attempt < races; attempt += 1) {
        const answers = await Promise.all(
          desks.map((desk, at) => busy.lend(copy.barcode, readers[at]?.cardNumber ?? '', randomUUID(), desk)),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
        expect(answers.flatMap(reasonsOf)).toEqual(['copy.already-on-loan']);
        const open = await busy.librarian.get<Page<Loan>>(`/api/v1/loans?copyId=${copy.id}&status=open`);
        expect(open.items).toHaveLength(1);
        await busy.takeBack(copy.barcode);
      }
    },
    2 * minutes,
  );

  it(
    'a reader may have five copies; of six asked for at once exactly five are lent',
    async () => {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        const reader = await busy.reader();
        const copies = await busy.titles(6);
        const answers = await Promise.all(
          copies.map(({ barcode }, at) =>
            busy.lend(barcode, reader.cardNumber, randomUUID(), desks[at % desks.length]),
          ),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 409]);
        expect(answers.flatMap(reasonsOf)).toEqual(['reader.at-limit']);
        const open = await busy.librarian.get<Page<Loan>>(`/api/v1/loans?readerId=${reader.id}&status=open`);
        expect(open.items).toHaveLength(5);
      }
    },
    minutes,
  );

  it('the same button pressed fifty times at once: one loan, one event, and everybody gets the first answer', async () => {
    const reader = await busy.reader();
    const [copy] = (await busy.copies(1)) as [Copy];
    const key = randomUUID();
    const press = () => busy.lend(copy.barcode, reader.cardNumber, key);
    const answers = await Promise.all(Array.from({ length: 50 }, press));
    const first = done(await press(), 201).loan;
    for (const answer of answers) {
      if (answer.status === 201) expect(answer.body.loan.id).toBe(first.id);
      // A twin that would wait longer than a desk does is told to come again, never that it failed.
      else expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency.in-progress' } });
    }
    const all = await busy.librarian.get<Page<Loan>>(`/api/v1/loans?copyId=${copy.id}`);
    expect(all.items.map(({ id }) => id)).toEqual([first.id]);
    const { everything } = given();
    const ofCopy = () =>
      everything
        .ofType('shulian.circulation.loan.checked-out.v1')
        .filter(({ event }) => event.data['copyId'] === copy.id);
    await everything.hears(() => ofCopy().length > 0, SOON);
    await everything.silence();
    expect(ofCopy()).toHaveLength(1);

    const other = await busy.lend(copy.barcode, 'ANOTHER-CARD', key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
  });
}
