import { serviceNames } from '@shulian/contracts/services';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

import { putRecords } from '@shulian/embedded-servers';

import type { Violation } from './ledger.js';
import type { SeededChance } from './seeded-chance.js';

const bytesOf = (chance: SeededChance, most: number): Buffer =>
  Buffer.from(
    Array.from({ length: 1 + Math.floor(chance.throw() * most) }, () => Math.floor(chance.throw() * 256)),
  );

/** Topics that some service follows, by what each of them has noted; odd watermarks are passed over and not parked. */
const FOLLOWED = serviceNames
  .map((name) => `select handler, topic from ${name}.digested_position where handler not like '%.watermarks'`)
  .join(' union ');
const PARKED = serviceNames
  .map(
    (name) =>
      `select handler, topic, count(*)::int as parked from ${name}.parked_event where event_id is null group by 1, 2`,
  )
  .join(' union all ');

/** Records of random bytes that a stranger puts on the topics of the county while it works. */
export class OddRecords {
  /** How many each topic got. A record that was sent and not acknowledged may be there twice: it is put again. */
  private readonly put = new Map<string, number>();

  constructor(
    private readonly brokers: readonly string[],
    private readonly chance: SeededChance,
    private readonly isOver: () => boolean,
  ) {}

  get count(): number {
    return [...this.put.values()].reduce((sum, each) => sum + each, 0);
  }

  /** One after the other over all topics, again and again. */
  async run(topics: readonly string[]): Promise<void> {
    while (!this.isOver()) {
      for (const topic of topics) {
        if (this.isOver()) return;
        const key = this.chance.throw() < 0.3 ? null : bytesOf(this.chance, 40);
        const done = await putRecords(this.brokers, [{ topic, key, value: bytesOf(this.chance, 400) }]).then(
          () => true,
          () => false,
        );
        if (done) this.put.set(topic, (this.put.get(topic) ?? 0) + 1);
        await sleep(this.chance.between(50, 400));
      }
    }
  }

  /** Every record was parked by all who follow its topic; none was lost, and nothing else is without an id. */
  async violations(client: Client): Promise<Violation[]> {
    const { rows } = await client.query<{ handler: string; topic: string; parked: number }>(
      `select f.handler, f.topic, coalesce(p.parked, 0) as parked from (${FOLLOWED}) f
       left join (${PARKED}) p using (handler, topic)`,
    );
    return rows
      .filter(({ topic, parked }) => parked < (this.put.get(topic) ?? 0))
      .map(({ handler, topic, parked }) => ({
        invariant: 'I13',
        what: `${handler} has parked ${parked} of ${this.put.get(topic) ?? 0} odd records of ${topic}`,
      }));
  }

  /** All topics of the county that somebody follows. */
  static async topics(client: Client): Promise<string[]> {
    const { rows } = await client.query<{ topic: string }>(
      `select distinct topic from (${FOLLOWED}) f order by 1`,
    );
    return rows.map(({ topic }) => topic);
  }
}
