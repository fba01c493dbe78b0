import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

import { OwnCounty } from '../county/own-county.js';
import { PublicApi } from '../county/public-api.js';
import { ENVIRONMENT } from '../full-county/full-county.js';
import { runDesks, type Act, type Measured } from '../load/desks.js';

type Lendable = { readonly schoolId: string; readonly barcode: string; readonly card: string };

/** Copies that stand on their shelves, and a reader of the same school for each who has taken little: as many of each school. */
const LENDABLE = `
  select s.id as "schoolId", c.barcode, r.number as card
  from readers.school s
  cross join lateral (
    select c.barcode, row_number() over (order by c.copy_id desc) as place
    from circulation.known_copy c join circulation.lent_copy l on l.copy_id = c.copy_id
    where c.school_id = s.id and c.stock_state = 'lendable' and l.state = 'in' and l.version = 0
    order by c.copy_id desc limit $1) c
  join lateral (
    select k.number, row_number() over (order by k.id) as place
    from readers.card k join circulation.borrower b on b.borrower_id = k.reader_id
    join readers.reader r on r.id = k.reader_id
    where k.school_id = s.id and k.status = 'active' and r.kind = 'teacher' and b.open_loans <= 5
      and not exists (select from unnest(b.open_dues) as due where due < '2026-06-10')
    limit $1) r on r.place = c.place`;
const RETURNING_DESKS = 8;

/** A county whose desks can be asked: what they lend is spread over all of its schools. */
export class DesksOfCounty {
  private lent: Lendable[] = [];
  private at = 0;

  private constructor(
    readonly schools: number,
    private readonly county: OwnCounty,
    private readonly client: Client,
    private readonly token: string,
    private readonly lendable: readonly Lendable[],
  ) {}

  /** @param copies how many may be lent in one run */
  static async start(folder: string, copies: number): Promise<DesksOfCounty> {
    const county = await OwnCounty.start({ dataDir: folder, env: ENVIRONMENT });
    const client = new Client({ connectionString: county.ownerUrl, application_name: 'bench' });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ schools: number }>(
      'select count(*)::int as schools from readers.school',
    );
    const schools = rows[0]?.schools ?? 1;
    const lendable = await client.query<Lendable>(LENDABLE, [Math.ceil(copies / schools)]);
    const admin = new PublicApi(county.url, 'admin', county.adminPassword);
    const made = await admin.post<{ clientId: string; clientSecret: string }>('/api/v1/api-clients', {
      name: 'bench',
      scopes: ['circulation.desk'],
      schoolIds: null,
    });
    const answer = await fetch(`${county.url}/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${made.clientId}:${made.clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    return new DesksOfCounty(schools, county, client, token, lendable.rows);
  }

  /** Lends at so many desks for so long, then takes all back and waits until every event was read. */
  async run(desks: number, seconds: number): Promise<Measured> {
    this.at = 0;
    const measured = await runDesks(this.county.url, desks, seconds, () => this.checkOut());
    await this.drained();
    await runDesks(this.county.url, RETURNING_DESKS, 3_600, () => this.takeBack());
    await this.drained();
    return measured;
  }

  async stop(): Promise<void> {
    await this.client.end().catch(() => undefined);
    await this.county.stop();
  }

  private checkOut(): Act | undefined {
    const lending = this.lendable[this.at];
    if (lending === undefined) return undefined;
    this.at += 1;
    return this.act(
      'checkouts',
      { copyBarcode: lending.barcode, cardNumber: lending.card, schoolId: lending.schoolId },
      (status) => {
        if (status === 201) this.lent.push(lending);
        return status === 201;
      },
    );
  }

  private takeBack(): Act | undefined {
    const lent = this.lent.pop();
    if (lent === undefined) return undefined;
    return this.act(
      'returns',
      { copyBarcode: lent.barcode, schoolId: lent.schoolId },
      (status) => status === 200,
    );
  }

  private act(path: string, body: object, wanted: (status: number) => boolean): Act {
    return {
      path: `/api/v1/${path}`,
      headers: { authorization: `Bearer ${this.token}`, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
      wanted: ({ status }) => wanted(status),
    };
  }

  private async drained(): Promise<void> {
    for (const deadline = Date.now() + 120_000; ; await sleep(50)) {
      const { rows } = await this.client.query<{ waiting: boolean }>(
        `select exists (select from circulation.outbox where published_at is null)
             or exists (select from bus.grp g join bus.part p using (topic, part)
                        where p.kept_for is null and p.next_offset > g.committed) as waiting`,
      );
      if (rows[0]?.waiting === false) return;
      if (Date.now() > deadline) throw new Error('events are still on their way');
    }
  }
}
