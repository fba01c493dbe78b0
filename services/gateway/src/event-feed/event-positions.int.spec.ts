import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SchoolOpenedV1 } from '@shulian/contracts/readers';
import type { SchoolId } from '@shulian/contracts/ids';
import { announceForTests, eventually, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';
import { aServiceProcess, type ServiceProcess } from '../front-door/a-service-process.builder.js';

let database: FreshDatabase;
let gateway: ServiceForTests;
let catalog: ServiceProcess;
let admin: string;

beforeAll(async () => {
  [database, catalog] = await Promise.all([freshDatabase('gateway_positions'), aServiceProcess('titles')]);
  gateway = await aGateway(database.ownerUrl, { catalog: catalog.url });
  admin = await gateway.signer.account({ role: 'county-admin' });
});
afterAll(async () => {
  await gateway?.stop();
  await catalog?.kill();
  await database?.drop();
});

/** Something happens at a moment, and lies in the feed; at which position. */
const happens = async (time: string): Promise<number> => {
  const [id, schoolId] = [randomUUID(), randomUUID() as SchoolId];
  const told = { schoolId, code: 'A', name: '县一小', kind: 'primary' as const };
  await announceForTests(gateway, SchoolOpenedV1.announce(told, 1), id, time);
  return eventually(async () => {
    const [row] = await gateway.sql<{ position: number }>(
      'select position::int from event_feed where event_id = $1',
      [id],
    );
    if (row === undefined) throw new Error('it is not in the feed yet');
    return row.position;
  });
};
const ask = (path: string, method = 'GET'): Promise<Response> =>
  fetch(`${gateway.url}/api/v1/titles${path}`, { method, headers: { authorization: `Bearer ${admin}` } });
const positionOf = async (path: string): Promise<number | null> => {
  const position = (await ask(path)).headers.get('x-event-position');
  return position === null ? null : Number(position);
};

describe('the position that is told with a list', () => {
  it('is the end of the feed where the service needs no others', async () => {
    const last = await happens('2026-10-12T04:00:00.000Z');
    await eventually(async () => expect(await positionOf('')).toBe(last));
  });

  it('is not newer than what the service knows of others: what it has not heard is told again', async () => {
    const known = await happens('2026-10-12T05:00:00.000Z');
    const news = await happens('2026-10-12T05:00:02.000Z');
    // Late: it happened before, and stands behind what is not known.
    const late = await happens('2026-10-12T04:59:59.000Z');
    await eventually(async () => expect(await positionOf('')).toBe(late));
    expect(await positionOf('?knows=2026-10-12T05:00:01.000Z')).toBe(known);
    expect(await positionOf('?knows=2026-10-12T05:00:01.999Z')).toBe(known);
    expect(await positionOf('?knows=2026-10-12T05:00:02.000Z')).toBe(late);
    expect(news).toBe(known + 1);
  });

  it('is one to follow from: nothing that came after it is missed', async () => {
    const position = await positionOf('?knows=2026-10-12T05:00:01.000Z');
    const after = await gateway.sql<{ position: number }>(
      'select position::int from event_feed where position > $1 order by position',
      [position],
    );
    const leave = new AbortController();
    const events = await fetch(`${gateway.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${admin}`, 'last-event-id': String(position) },
      signal: leave.signal,
    });
    expect(events.status).toBe(200);
    let text = '';
    try {
      for await (const chunk of events.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk;
        if ([...text.matchAll(/^data: /gm)].length === after.length) break;
      }
    } finally {
      leave.abort();
    }
    expect([...text.matchAll(/^id: (\d+)\nevent/gm)].map(([, id]) => Number(id))).toEqual(
      after.map((row) => row.position),
    );
  }, 20_000);

  it('is not told where nothing so old is kept, nor with what is no list to read', async () => {
    expect(await positionOf('?knows=2020-01-01T00:00:00.000Z')).toBeNull();
    expect(await positionOf('?status=404')).toBeNull();
    expect(await positionOf('?type=text/csv')).toBeNull();
    expect((await ask('', 'POST')).headers.get('x-event-position')).toBeNull();
    expect((await ask('?knows=2026-10-12T05:00:01.000Z')).headers.get('x-knows-up-to')).toBeNull();
  });

  it('stands in the document of the API, with what is read and with nothing else', async () => {
    const document = (await (await fetch(`${gateway.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { responses: Record<string, { headers?: object }> }>>;
    };
    const headers = (path: string, method: string): string[] =>
      Object.values(document.paths[path]?.[method]?.responses ?? {}).flatMap((response) =>
        Object.keys(response.headers ?? {}),
      );
    expect(headers('/api/v1/loans', 'get')).toContain('X-Event-Position');
    expect(headers('/api/v1/figures', 'get')).toContain('X-Event-Position');
    expect(headers('/api/v1/checkouts', 'post')).not.toContain('X-Event-Position');
  });
});
