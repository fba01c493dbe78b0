import { serviceNames } from '@shulian/contracts/services';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

import type { Filled } from '../county/filled-county.js';
import { runDesks, type Act } from '../load/desks.js';

const DRAIN_LIMIT_MS = 120_000;
const RETURNING_DESKS = 8;

/** Seconds, as PostgreSQL counted them. */
export type Lag = { readonly unsent: number; readonly unread: number };

/** One checkout as it was kept, announced and answered; what a bare server writes must be as long. */
export type Sample = {
  readonly schoolId: string;
  readonly terms: object;
  readonly event: object;
  readonly answer: object;
};

/** The county as it is measured: its acts at a desk, and when it has come to rest. */
export class Product {
  private readonly lent: string[] = [];

  constructor(
    readonly url: string,
    private readonly filled: Filled,
    private readonly token: string,
    private readonly client: Client,
  ) {}

  /** A checkout as a desk sends it: what was scanned, the token, and a key to repeat it with. */
  checkOut(copyBarcode: string, cardNumber: string): Act {
    return {
      path: '/api/v1/checkouts',
      headers: { authorization: `Bearer ${this.token}`, 'idempotency-key': randomUUID() },
      body: JSON.stringify({ copyBarcode, cardNumber }),
      wanted: ({ status }) => {
        if (status === 201) this.lent.push(copyBarcode);
        return status === 201;
      },
    };
  }

  /** Lends one copy and takes it back. */
  async sample(copyBarcode: string, cardNumber: string): Promise<Sample> {
    const requests = [this.checkOut(copyBarcode, cardNumber)];
    await runDesks(this.url, 1, 60, () => requests.pop());
    const { rows } = await this.client.query<Omit<Sample, 'schoolId'>>(
      `select l.terms, o.payload as event, d.answer::json as answer
       from circulation.loan l
       join circulation.outbox o on o.key = l.copy_id::text and o.type like '%loan.checked-out%'
       join circulation.desk_request d on d.status = 201 and d.answer::json -> 'loan' ->> 'id' = l.id::text`,
    );
    const [one] = rows;
    if (one === undefined) throw new Error('nothing was lent');
    await this.returnAll();
    await this.drained();
    return { schoolId: this.filled.schoolId, ...one };
  }

  /** Takes back all that was lent, through the gateway, outside the measured time. */
  async returnAll(): Promise<void> {
    await runDesks(this.url, RETURNING_DESKS, 3_600, () => {
      const copyBarcode = this.lent.pop();
      if (copyBarcode === undefined) return undefined;
      return {
        path: '/api/v1/returns',
        headers: { authorization: `Bearer ${this.token}`, 'idempotency-key': randomUUID() },
        body: JSON.stringify({ copyBarcode, schoolId: this.filled.schoolId }),
        wanted: ({ status }) => status === 200,
      };
    });
  }

  /** Resolves when every event was sent and every listener has read it; answers the seconds that took. */
  async drained(): Promise<number> {
    const begun = performance.now();
    const unsent = serviceNames.map(
      (name) => `select count(*) from ${name}.outbox where published_at is null`,
    );
    for (;;) {
      const { rows } = await this.client.query<{ waiting: string }>(
        `select (select coalesce(sum(n), 0) from (${unsent.map((each) => `(${each})`).join(' union all ')}) u(n))
              + (select coalesce(sum(p.next_offset - g.committed), 0)
                 from bus.grp g join bus.part p using (topic, part) where p.kept_for is null) as waiting`,
      );
      if (rows[0]?.waiting === '0') return (performance.now() - begun) / 1_000;
      if (performance.now() - begun > DRAIN_LIMIT_MS)
        throw new Error(`${rows[0]?.waiting ?? 'some'} events are still on their way`);
      await sleep(20);
    }
  }

  /** Age of the oldest event that is not sent, and of the oldest one that reporting has not read. */
  async lag(): Promise<Lag> {
    const { rows } = await this.client.query<{ unsent: number; unread: number }>(
      `select coalesce(extract(epoch from clock_timestamp() - (
                select occurred_at from circulation.outbox where published_at is null order by id limit 1)), 0)::float8
                as unsent,
              coalesce(extract(epoch from clock_timestamp() - (
                select min(l.at) from bus.grp g
                join bus.part p using (topic, part)
                join bus.log l on l.topic = g.topic and l.part = g.part and l."offset" = g.committed
                where g.grp like 'shulian.reporting.%' and p.kept_for is null and p.next_offset > g.committed)), 0)::float8 as unread`,
    );
    return rows[0] ?? { unsent: 0, unread: 0 };
  }
}
