import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';

import { end } from '@shulian/embedded-servers';

import type { Act } from '../load/desks.js';
import type { Sample } from './product.js';

/** The ways in which the bare server lends (`bench/baseline/README.md`). */
export const bareWays = ['seven', 'merged', 'same-rows'] as const;
export type BareWay = (typeof bareWays)[number];

const tables = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../baseline/${name}`, import.meta.url)), 'utf8');

/** The bare server beside the county, on the county's PostgreSQL in a schema of its own. */
export class Baseline {
  private constructor(
    readonly url: string,
    private readonly server: ChildProcess,
    private readonly client: Client,
    /** By card number: a key that stands for it among the product's rows. */
    private readonly cardKeys: ReadonlyMap<string, string>,
  ) {}

  /** Makes its tables, as many copies and readers as the county has, and starts it. */
  static async start(
    client: Client,
    ownerUrl: string,
    barcodes: readonly string[],
    cardNumbers: readonly string[],
    sample: Sample,
  ): Promise<Baseline> {
    await client.query(tables('tables.sql'));
    await client.query(tables('same-rows.sql'));
    const { rows: keys } = await client.query<{ card_key: string }>(
      `select card_key from bench_same_rows.known_card where status = 'active' and school_id = $1`,
      [sample.schoolId],
    );
    const cardKeys = new Map(cardNumbers.map((number, place) => [number, keys[place]?.card_key ?? number]));
    await client.query(
      `insert into bench_baseline.copy
       select gen_random_uuid(), b, gen_random_uuid(), 'in', 0 from unnest($1::text[]) as b`,
      [barcodes],
    );
    await client.query(
      `insert into bench_baseline.reader
       select gen_random_uuid(), c, 'student', 'active' from unnest($1::text[]) as c`,
      [cardNumbers],
    );
    await client.query('analyze bench_baseline.copy, bench_baseline.reader, bench_baseline.loan');
    const server = fork(fileURLToPath(new URL('../../baseline/server.mjs', import.meta.url)), [], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: `${ownerUrl}?application_name=bare-server`,
        SAMPLE: JSON.stringify(sample),
      },
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      server.once('message', (message) => resolve((message as { url: string }).url));
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
    });
    return new Baseline(url, server, client, cardKeys);
  }

  get pid(): number {
    return this.server.pid ?? 0;
  }

  act(way: BareWay, copyBarcode: string, cardNumber: string): Act {
    const sameRows = way === 'same-rows';
    return {
      path: `/${way}`,
      headers: sameRows ? { 'idempotency-key': randomUUID() } : {},
      body: JSON.stringify({
        copyBarcode,
        cardNumber: sameRows ? this.cardKeys.get(cardNumber) : cardNumber,
      }),
      wanted: ({ status }) => status === 201,
    };
  }

  /** Takes back what is lent and marks its events as sent, outside the measured time. */
  async returnAll(way: BareWay): Promise<void> {
    if (way === 'same-rows') {
      await this.client.query(
        `update bench_same_rows.loan set closed_how = 'returned', closed_at = now(), closed_on = current_date
         where closed_how is null;
         update bench_same_rows.lent_copy set state = 'in', loan_id = null, version = version + 1
         where state = 'on-loan';
         update bench_same_rows.borrower set open_loans = 0, open_loan_ids = '{}', open_title_ids = '{}',
           open_dues = '{}', version = version + 1
         where open_loans > 0;
         update bench_same_rows.outbox set published_at = now() where published_at is null`,
      );
      return;
    }
    await this.client.query(`update bench_baseline.loan set returned_at = now() where returned_at is null`);
    await this.client.query(
      `update bench_baseline.copy set state = 'in', version = version + 1 where state = 'on-loan'`,
    );
    await this.client.query(
      `update bench_baseline.outbox set published_at = now() where published_at is null`,
    );
  }

  async stop(): Promise<void> {
    await end(this.pid, 'SIGTERM', 5_000);
  }
}
