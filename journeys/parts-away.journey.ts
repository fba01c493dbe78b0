import { beforeAll, expect, it } from '@jest/globals';

import { Caller, until, type Page } from './a-caller.builder.js';
import type { County } from './a-county.builder.js';
import { School, type Copy, type Loan, type Reader } from './a-school.builder.js';

const minutes = 60_000;
const SOON = 10_000;

/** Lending needs circulation and nothing else; to be called within a `describe`. */
export function partsAway(given: () => County): void {
  let county: County;
  let steady: School;
  let reader: Reader;
  let copies: readonly Copy[];
  let open = 0;

  const goesOn = async (): Promise<void> => {
    const copy = copies[open] as Copy;
    await steady.lent(copy.barcode, (open < 4 ? reader : await steadyTeacher).cardNumber);
    open += 1;
  };
  let steadyTeacher: Promise<Reader>;

  beforeAll(async () => {
    county = given();
    steady = await School.open(county.admin);
    reader = await steady.reader();
    steadyTeacher = steady.reader({ kind: 'teacher' });
    copies = await steady.titles(12);
    await steadyTeacher;
    await goesOn();
    await steady.figuresBecome({ openLoans: 1, copies: 12, readers: 2 }, SOON);
  }, minutes);

  it(
    'catalog and readers are stopped: checkouts go on, the others say 503 and when to come again',
    async () => {
      await Promise.all([county.control('stop', 'catalog'), county.control('stop', 'readers')]);
      try {
        await goesOn();
        await steady.takeBack(copies[1]?.barcode ?? '');
        open -= 1;
        await steady.lent(copies[1]?.barcode ?? '', reader.cardNumber);
        open += 1;
        for (const [method, path, body] of [
          ['GET', '/api/v1/titles?q=x', undefined],
          ['GET', `/api/v1/readers/${reader.id}`, undefined],
          ['POST', '/api/v1/sessions', { username: 'admin', password: 'whatever it is' }],
        ] as const) {
          const answer = await steady.librarian.ask(method, path, { body });
          expect(answer).toMatchObject({ status: 503, body: { code: 'service.away' } });
          expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
          expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        }
        expect((await new Caller(county.url).ask('GET', '/healthz')).status).toBe(200);
      } finally {
        await Promise.all([county.control('start', 'catalog'), county.control('start', 'readers')]);
      }
      await until(
        () => steady.librarian.ask('GET', `/api/v1/readers/${reader.id}`),
        ({ status }) => status === 200,
        minutes,
      );
      await until(
        () => steady.librarian.ask('GET', '/api/v1/titles?limit=1'),
        ({ status }) => status === 200,
        minutes,
      );
    },
    3 * minutes,
  );

  it(
    'the bus is stopped: checkouts go on, and the figures catch up when it is back',
    async () => {
      await county.control('stop', 'bus');
      const before = await steady.figures();
      try {
        for (let n = 0; n < 3; n += 1) await goesOn();
        expect(await steady.figures()).toMatchObject({ openLoans: before.openLoans });
      } finally {
        await county.control('start', 'bus');
      }
      await steady.figuresBecome({ openLoans: open }, minutes);
    },
    3 * minutes,
  );

  it(
    '[GTW-013] circulation is killed: it comes back by itself, with every loan and every event',
    async () => {
      const before = await county.standingOf('circulation');
      await county.control('kill', 'circulation');
      const away = await steady.lend(copies[open]?.barcode ?? '', reader.cardNumber);
      expect([503, 201]).toContain(away.status);
      if (away.status === 201) open += 1;
      const kept = await until(
        () => steady.librarian.ask<Page<Loan>>('GET', `/api/v1/loans?schoolId=${steady.id}&status=open`),
        ({ status }) => status === 200,
        minutes,
      );
      expect(kept.body.items).toHaveLength(open);
      const after = await county.standingOf('circulation');
      expect(after).toMatchObject({ state: 'running', restarts: before.restarts + 1 });
      await goesOn();
      await steady.figuresBecome({ openLoans: open }, minutes);
    },
    2 * minutes,
  );
}
