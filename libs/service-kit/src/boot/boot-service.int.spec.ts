import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { eventually, startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';

let database: FreshDatabase;
let counting: ServiceForTests;
let librarian: string;
const SCHOOL = '01940000-0000-7000-8000-000000000001';

beforeAll(async () => {
  database = await freshDatabase('kit_boot');
  counting = await startForTests(countingDefinition, { ownerUrl: database.ownerUrl });
  librarian = await counting.signer.account({ role: 'librarian', schoolId: SCHOOL });
});
afterAll(async () => {
  await counting.stop();
  await database.drop();
});

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${counting.url}/api/v1/counters`, {
    method: 'POST',
    headers: { authorization: `Bearer ${librarian}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const mirrored = async (counter: string): Promise<{ value: number; effects: number } | undefined> =>
  (
    await counting.sql<{ value: number; effects: number }>(
      'select value, effects from mirror where name = $1',
      [counter],
    )
  )[0];

describe('a service on the kit', () => {
  it('carries a write through outbox, relay, log and inbox into the projection', async () => {
    const answer = await post(
      { counter: 'a', by: 3 },
      { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
    );
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ counter: 'a', value: 3 });
    await eventually(async () => expect(await mirrored('a')).toEqual({ value: 3, effects: 1 }));
    const [row] = await counting.sql<{ payload: Record<string, string> }>(
      `select payload from outbox where key = 'a'`,
    );
    expect(row?.payload).toMatchObject({
      specversion: '1.0',
      type: 'shulian.counting.counter.raised.v1',
      partitionkey: 'a',
      aggregateversion: 1,
      correlationid: answer.headers.get('x-request-id'),
    });
    expect(row?.payload['traceparent']).toContain('a'.repeat(32));
  });

  it('answers fifty presses of the same button once, and every time with the same bytes', async () => {
    const presses = Array.from({ length: 50 }, () =>
      post({ counter: 'b', by: 1 }, { 'idempotency-key': 'button-1' }),
    );
    const answers = await Promise.all(presses);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    const done = answers.filter((answer) => answer.status === 201);
    expect(done.length).toBeGreaterThan(0);
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
    expect(new Set(bodies.filter((_, n) => answers[n]?.status === 201))).toEqual(
      new Set(['{"counter":"b","value":1}']),
    );
    const events = await counting.sql(`select 1 from outbox where key = 'b'`);
    expect(events).toHaveLength(1);
  });

  it('refuses a key that comes with another body', async () => {
    await post({ counter: 'c', by: 1 }, { 'idempotency-key': 'button-2' });
    const again = await post({ counter: 'c', by: 2 }, { 'idempotency-key': 'button-2' });
    expect(again.status).toBe(422);
    expect(await again.json()).toMatchObject({ code: 'idempotency.key-reused' });
  });

  it('remembers a refusal for its key', async () => {
    await counting.sql(`insert into counter values ('full', 10000, 1)`);
    const first = await post({ counter: 'full', by: 1 }, { 'idempotency-key': 'button-3' });
    await counting.sql(`update counter set value = 0 where name = 'full'`);
    const second = await post({ counter: 'full', by: 1 }, { 'idempotency-key': 'button-3' });
    expect([first.status, second.status]).toEqual([409, 409]);
    expect(await second.json()).toMatchObject({
      code: 'reader.at-limit',
      reasons: [{ code: 'reader.at-limit', title: '计数已满' }],
    });
  });

  it('names every wrong place of a body, in the language of the reader', async () => {
    const answer = await post({ counter: 5, by: 101, colour: 'red' }, { 'accept-language': 'en' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = (await answer.json()) as { title: string; errors: { pointer: string }[] };
    expect(problem.title).toBe('The request is not valid');
    expect(problem.errors.map((error) => error.pointer).sort()).toEqual(['/by', '/colour', '/counter']);
  });

  it.each([
    ['{', 400, 'request.unparsable'],
    [JSON.stringify({ counter: 'x'.repeat(1_100_000), by: 1 }), 413, 'request.too-large'],
  ])('answers what it cannot read with a problem document', async (body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  it('takes an empty body for none, also where the request says that it is JSON', async () => {
    const empty = await post('');
    expect(empty.status).toBe(400);
    expect(await empty.json()).toMatchObject({
      code: 'request.invalid',
      errors: expect.arrayContaining([expect.objectContaining({ pointer: '/counter' })]),
    });
  });

  it('answers a value the database cannot hold as a bad request', async () => {
    const answer = await post({ counter: 'nul\u0000', by: 1 });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      400,
      'request.invalid',
    ]);
  });

  it('leaves the headers for browsers to the public door, which sets them on every answer', async () => {
    const guarding = ['x-content-type-options', 'x-frame-options', 'strict-transport-security'];
    const inner = await fetch(`${counting.url}/healthz`);
    expect(guarding.map((name) => inner.headers.get(name))).toEqual([null, null, null]);
    const door = await startForTests(
      { ...countingDefinition, publicDoor: true },
      { ownerUrl: database.ownerUrl, signer: counting.signer, migrated: true },
    );
    try {
      for (const path of ['/healthz', '/api/v1/nowhere', `/api/v1/counters/${SCHOOL}`]) {
        const { headers } = await fetch(`${door.url}${path}`);
        expect(guarding.map((name) => headers.get(name))).toEqual([
          'nosniff',
          'SAMEORIGIN',
          expect.stringContaining('max-age='),
        ]);
      }
    } finally {
      await door.stop();
    }
  });

  it('answers an unknown path, a wrong media type and a missing token with problem documents', async () => {
    const unknown = await fetch(`${counting.url}/api/v1/nowhere`);
    expect([unknown.status, ((await unknown.json()) as { code: string }).code]).toEqual([
      404,
      'resource.unknown',
    ]);
    const xml = await post('<a/>', { 'content-type': 'application/xml' });
    expect([xml.status, ((await xml.json()) as { code: string }).code]).toEqual([415, 'request.media-type']);
    const nobody = await post({ counter: 'a', by: 1 }, { authorization: '' });
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('lets a librarian see the own school and no other', async () => {
    const at = (school: string): Promise<Response> =>
      fetch(`${counting.url}/api/v1/counters/${school}`, {
        headers: { authorization: `Bearer ${librarian}` },
      });
    expect((await at(SCHOOL)).status).toBe(200);
    expect((await at('01940000-0000-7000-8000-000000000002')).status).toBe(403);
  });

  it('parks what cannot be digested, keeps later events of the key behind it, and lets others pass', async () => {
    await counting.sql(`insert into poison values ('p')`);
    for (const by of [1, 2, 3]) await post({ counter: 'p', by });
    await post({ counter: 'q', by: 7 });
    await eventually(async () => expect(await mirrored('q')).toEqual({ value: 7, effects: 1 }), 10_000);
    await eventually(async () => {
      const parked = await counting.sql<{ attempts: number; error: string }>(
        `select attempts, error from parked_event where key = 'p' order by id`,
      );
      expect(parked.map((row) => row.attempts)).toEqual([3, 0, 0]);
      // The handler's own words, not the mask of the framework: transient and permanent trouble must be told apart.
      expect(parked[0]?.error).toBe('TypeError: cannot digest this counter');
    }, 10_000);
    expect(await mirrored('p')).toBeUndefined();
  });

  it('lets itself be measured', async () => {
    const measured = async (): Promise<string> => (await fetch(`${counting.url}/metrics`)).text();
    // How its groups stand is known as of a moment ago.
    await eventually(async () =>
      expect(await measured()).toMatch(
        /shulian_consumer_lag_events\{group="shulian.counting.from-counting"\} 0/,
      ),
    );
    const text = await measured();
    expect(text).toContain('shulian_parked_events 3');
    expect(text).toMatch(
      /shulian_http_request_seconds_count\{method="POST",route="\/api\/v1\/counters",status="201"\} \d+/,
    );
  });

  it('says how it stands', async () => {
    const answer = await fetch(`${counting.url}/readyz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: 'degraded',
      parts: { database: 'ready', bus: 'ready', parked: 3 },
    });
  });
});
