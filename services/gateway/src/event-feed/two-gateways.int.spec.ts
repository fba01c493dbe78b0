import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SchoolOpenedV1 } from '@shulian/contracts/readers';
import { announceForTests, eventually, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';

const EVENTS = 60;
/** Of both together, and so slowly filled again that the test does not see it. */
const ALLOWANCE = { SHULIAN_REPLICAS: 2, SHULIAN_RATE_BURST: 4, SHULIAN_RATE_PER_SECOND: 0.01 };
const BURST = ALLOWANCE.SHULIAN_RATE_BURST;
let database: FreshDatabase;
let gateways: readonly ServiceForTests[];
const leave = new AbortController();

beforeAll(async () => {
  database = await freshDatabase('two_gateways');
  const first = await aGateway(database.ownerUrl, {}, ALLOWANCE);
  gateways = [first, await aGateway(database.ownerUrl, {}, ALLOWANCE)];
});
afterAll(async () => {
  leave.abort();
  for (const gateway of gateways) await gateway.stop();
  await database.drop();
});

/** Ids of the feed and of the events, as a follower hears them. */
async function follow(gateway: ServiceForTests, after: string): Promise<string[]> {
  const token = await gateway.signer.account({ role: 'county-viewer' });
  const answer = await fetch(`${gateway.url}/api/v1/events`, {
    signal: leave.signal,
    headers: { authorization: `Bearer ${token}`, 'last-event-id': after },
  });
  const heard: string[] = [];
  const read = async (): Promise<void> => {
    let text = '';
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
      const blocks = (text + Buffer.from(piece).toString('utf8')).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^id: (\d+)\nevent: \S+\ndata: (.*)$/.exec(block);
        if (data !== null) heard.push(`${data[1]} ${(JSON.parse(data[2] ?? '') as { id: string }).id}`);
      }
    }
  };
  void read().catch(() => undefined);
  return heard;
}

describe('two gateways', () => {
  it('tell all events in the same order, and who goes on at the other one misses none', async () => {
    const [one, other] = gateways as [ServiceForTests, ServiceForTests];
    const heard = [await follow(one, '0'), await follow(other, '0')] as const;
    const ids = Array.from({ length: EVENTS }, () => randomUUID());
    // To many partitions of the bus, which the two share.
    for (const id of ids) {
      const school = { schoolId: randomUUID(), code: id.slice(0, 8), name: '县一小', kind: 'primary' };
      await announceForTests(one, SchoolOpenedV1.announce(school as never, 1), id);
    }
    await eventually(() => {
      for (const each of heard) expect(each).toHaveLength(EVENTS);
    }, 20_000);
    expect(heard[0]).toEqual(heard[1]);
    expect(heard[0].map((each) => each.split(' ')[1]).sort()).toEqual([...ids].sort());
    expect(heard[0].map((each) => Number(each.split(' ')[0]))).toEqual(ids.map((_, n) => n + 1));
    const half = heard[0][EVENTS / 2 - 1]?.split(' ')[0] ?? '';
    const rest = await follow(other, half);
    await eventually(() => expect(rest).toHaveLength(EVENTS / 2));
    expect(rest).toEqual(heard[0].slice(EVENTS / 2));
  }, 60_000);

  it('allow together what one would, to an account whose questions they get in turn', async () => {
    const sub = randomUUID();
    const grants = [{ role: 'county-viewer' as const }];
    const statuses: number[] = [];
    for (let n = 0; n < BURST + 2; n += 1) {
      const gateway = gateways[n % 2] as ServiceForTests;
      const token = await gateway.signer.sign({ sub, kind: 'account', grants, scopes: [], schools: null });
      const answer = await fetch(`${gateway.url}/api/v1/titles`, {
        headers: { authorization: `Bearer ${token}` },
      });
      statuses.push(answer.status);
      expect(answer.headers.get('ratelimit-policy') ?? '').toBe(n < BURST ? `"caller";q=2;w=400` : '');
    }
    // Nobody is behind them: what is let through hears that, what is not, that it is too much.
    expect(statuses).toEqual([503, 503, 503, 503, 429, 429]);
  });
});
