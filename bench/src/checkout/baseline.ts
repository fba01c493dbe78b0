import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';

import { end } from '@shulian/embedded-servers';

import type { Act } from '../load/desks.js';

/** The bare server beside the county, on the county's PostgreSQL in a schema of its own. */
export class Baseline {
  private constructor(
    readonly url: string,
    private readonly server: ChildProcess,
    private readonly client: Client,
  ) {}

  /** Makes its tables, as many copies and readers as the county has, and starts it. */
  static async start(
    client: Client,
    ownerUrl: string,
    barcodes: readonly string[],
    cardNumbers: readonly string[],
  ): Promise<Baseline> {
    await client.query(
      readFileSync(fileURLToPath(new URL('../../baseline/tables.sql', import.meta.url)), 'utf8'),
    );
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
      },
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      server.once('message', (message) => resolve((message as { url: string }).url));
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
    });
    return new Baseline(url, server, client);
  }

  get pid(): number {
    return this.server.pid ?? 0;
  }

  act(route: '/seven' | '/merged', copyBarcode: string, cardNumber: string): Act {
    return {
      path: route,
      headers: {},
      body: JSON.stringify({ copyBarcode, cardNumber }),
      wanted: ({ status }) => status === 201,
    };
  }

  /** Takes back what is lent and marks its events as sent, outside the measured time. */
  async returnAll(): Promise<void> {
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
