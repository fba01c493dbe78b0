import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LoanCheckedOutV1, PolicyActivatedV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import { SchoolOpenedV1 } from '@shulian/contracts/readers';
import { voidedTokensFile } from '@shulian/service-kit';
import { announceForTests, eventually, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';

let database: FreshDatabase;
let gateway: ServiceForTests;
let librarian: string;
const SCHOOL = '01940000-0000-7000-8000-000000000001';
const OTHER = '01940000-0000-7000-8000-000000000002';

beforeAll(async () => {
  database = await freshDatabase('gateway_events');
  gateway = await aGateway(database.ownerUrl, {});
  librarian = await gateway.signer.account({ role: 'librarian', schoolId: SCHOOL });
});
afterAll(async () => {
  await gateway?.stop();
  await database?.drop();
});

const lent = (schoolId: string): Announcement => {
  const id = randomUUID();
  const readerId = randomUUID();
  const loan = {
    loanId: randomUUID(),
    copyId: id,
    titleId: randomUUID(),
    borrower: { kind: 'reader' as const, id: readerId },
    mode: 'individual' as const,
    readerId,
    lendingSchoolId: schoolId,
    owningSchoolId: schoolId,
    readerSchoolId: schoolId,
    readerKind: 'student',
    classId: null,
    grade: null,
    clc: 'I207.41',
    loanedOn: '2026-10-12',
    dueOn: '2026-11-11',
    renewals: 0,
    checkedOutAt: '2026-10-12T04:00:00.000Z',
  };
  return LoanCheckedOutV1.announce(loan as never, 1);
};
const opened = (schoolId: string): Announcement =>
  SchoolOpenedV1.announce({ schoolId, code: 'A', name: '县一小', kind: 'primary' } as never, 1);
const put = async (announcement: Announcement): Promise<string> => {
  const id = randomUUID();
  await announceForTests(gateway, announcement, id);
  return id;
};
const feed = (): Promise<{ position: number; event_id: string }[]> =>
  gateway.sql('select position::int, event_id from event_feed order by position');

type Heard = { id: string; event: { id: string; type: string; schoolid?: string } };
type Follower = {
  heard: Heard[];
  lastId: () => string;
  /** signs of life so far */
  alive: () => number;
  headers: Headers;
  end(): Promise<void>;
  ended: Promise<void>;
};

/** Follows as an EventSource would. */
async function follow(
  token: string,
  lastEventId?: string,
  query = '',
  at: Pick<ServiceForTests, 'url'> = gateway,
): Promise<Follower> {
  const leave = new AbortController();
  const response = await fetch(`${at.url}/api/v1/events${query}`, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
    signal: leave.signal,
  });
  if (response.status !== 200 || response.body === null)
    throw Object.assign(new Error('not followed'), {
      status: response.status,
      problem: await response.json(),
    });
  const heard: Heard[] = [];
  let last = '';
  let alive = 0;
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const id = /^id: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (id !== undefined) last = id;
        if (block.startsWith(': alive')) alive += 1;
        if (data === undefined) continue;
        const event = JSON.parse(data) as Heard['event'];
        // A browser listens by this name.
        expect(/^event: (.*)$/m.exec(block)?.[1]).toBe(event.type);
        heard.push({ id: id ?? '', event });
      }
    }
  };
  const ended = read(response.body).catch(() => undefined);
  return {
    heard,
    lastId: () => last,
    alive: () => alive,
    headers: response.headers,
    ended,
    end: async () => {
      leave.abort();
      await ended;
    },
  };
}
const idsOf = ({ heard }: Follower): string[] => heard.map(({ event }) => event.id);

describe('the event feed', () => {
  it('gives every event of every topic one place, without gaps, once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push(await put(n % 3 === 0 ? opened(SCHOOL) : lent(SCHOOL)));
    await eventually(async () =>
      expect(new Set((await feed()).map((row) => row.event_id))).toEqual(new Set(ids)),
    );
    const rows = await feed();
    expect(rows.map((row) => row.position)).toEqual(rows.map((_, n) => n + 1));
    // Delivered once more, as after lost offsets, to an inbox that has forgotten everything:
    await gateway.sql('delete from inbox');
    await gateway.sql('update bus.grp set committed = 0');
    const last = await put(opened(SCHOOL));
    await eventually(async () => expect((await feed()).at(-1)?.event_id).toBe(last));
    expect(await feed()).toHaveLength(31);
  });

  it('parks what is broken and goes on', async () => {
    const broken = await put({ ...lent(SCHOOL), data: { loanId: 'no' } });
    const sound = await put(lent(SCHOOL));
    await eventually(async () => expect((await feed()).map((row) => row.event_id)).toContain(sound));
    await eventually(async () =>
      expect(await gateway.sql('select event_id from parked_event')).toEqual([{ event_id: broken }]),
    );
  });
});

describe('following events', () => {
  it('tells what happens from now on, with the position as id', async () => {
    const follower = await follow(librarian);
    expect(follower.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const ids = [await put(lent(SCHOOL)), await put(lent(SCHOOL))];
    await eventually(() => expect(new Set(idsOf(follower))).toEqual(new Set(ids)));
    const rows = new Map((await feed()).map((row) => [row.event_id, String(row.position)]));
    for (const { id, event } of follower.heard) expect(id).toBe(rows.get(event.id));
    await follower.end();
  });

  it('goes on after the last id a follower has seen, in the same order, nothing lost or doubled', async () => {
    const all = await follow(librarian, '0');
    const rows = await feed();
    await eventually(() => expect(idsOf(all)).toEqual(rows.map((row) => row.event_id)));
    await all.end();
    const half = all.heard[Math.floor(all.heard.length / 2)];
    const again = await follow(librarian, half?.id);
    const live = await put(lent(SCHOOL));
    const expected = [
      ...rows.filter((row) => row.position > Number(half?.id)).map((row) => row.event_id),
      live,
    ];
    await eventually(() => expect(idsOf(again)).toEqual(expected));
    await again.end();
  });

  it('tells a follower at once where the stream stands, so that a quiet one can resume', async () => {
    const follower = await follow(librarian);
    const { length } = await feed();
    await eventually(() => expect(follower.lastId()).toBe(String(length)));
    expect(follower.heard).toEqual([]);
    await follower.end();
  });

  it('filters by type and school', async () => {
    const types = await follow(
      librarian,
      undefined,
      `?type=${SchoolOpenedV1.type},${PolicyActivatedV1.type}`,
    );
    const schools = await follow(librarian, undefined, `?schoolId=${SCHOOL}&type=${LoanCheckedOutV1.type}`);
    const [loan, school] = [await put(lent(SCHOOL)), await put(opened(SCHOOL))];
    await eventually(() => expect([idsOf(types), idsOf(schools)]).toEqual([[school], [loan]]));
    await Promise.all([types.end(), schools.end()]);
  });

  it('[GTW-010] shows a school its own events only, and the county no readers', async () => {
    const viewer = await gateway.signer.account({ role: 'county-viewer' });
    const [own, county] = [await follow(librarian), await follow(viewer)];
    const ids = {
      ownLoan: await put(lent(SCHOOL)),
      otherLoan: await put(lent(OTHER)),
      otherSchool: await put(opened(OTHER)),
      ownSchool: await put(opened(SCHOOL)),
    };
    await eventually(() => expect(new Set(idsOf(own))).toEqual(new Set([ids.ownLoan, ids.ownSchool])));
    await eventually(() => expect(new Set(idsOf(county))).toEqual(new Set([ids.otherSchool, ids.ownSchool])));
    await Promise.all([own.end(), county.end()]);
  });

  it('refuses those who may not, and what it does not understand', async () => {
    const teacher = await gateway.signer.account({ role: 'teacher', schoolId: SCHOOL, classId: OTHER });
    await expect(follow(teacher)).rejects.toMatchObject({
      status: 403,
      problem: { code: 'permission.denied' },
    });
    await expect(follow('nobody')).rejects.toMatchObject({ status: 401 });
    await expect(follow(librarian, undefined, `?schoolId=${OTHER}`)).rejects.toMatchObject({ status: 403 });
    await expect(follow(librarian, undefined, '?type=shulian.no.such.v1')).rejects.toMatchObject({
      status: 400,
    });
    await expect(follow(librarian, undefined, '?colour=red')).rejects.toMatchObject({ status: 400 });
    await expect(follow(librarian, 'abc')).rejects.toMatchObject({ status: 400 });
  });

  it('says 410 when events in between are gone, and goes on at the oldest that is kept', async () => {
    const removed = 5;
    await gateway.sql('delete from event_feed where position <= $1', [removed]);
    await expect(follow(librarian, String(removed - 1))).rejects.toMatchObject({
      status: 410,
      problem: { code: 'events.too-old' },
    });
    const follower = await follow(librarian, String(removed));
    await eventually(() => expect(Number(follower.heard[0]?.id)).toBe(removed + 1));
    await follower.end();
    await expect(follow(librarian, '999999')).rejects.toMatchObject({ status: 410 });
  });
});

describe('followers of one account', () => {
  it('are 24 at once; when one leaves there is room for another, and nobody else is refused', async () => {
    const [one, other] = [
      await gateway.signer.account({ role: 'county-viewer' }),
      await gateway.signer.account({ role: 'county-viewer' }),
    ];
    // Who is refused takes no place.
    for (let n = 0; n < 25; n += 1)
      await expect(follow(one, '999999')).rejects.toMatchObject({ status: 410 });
    const followers: Follower[] = [];
    for (let n = 0; n < 24; n += 1) followers.push(await follow(one));
    await expect(follow(one)).rejects.toMatchObject({ status: 503, problem: { code: 'service.busy' } });
    const headers = { authorization: `Bearer ${one}` };
    const head = await fetch(`${gateway.url}/api/v1/events`, { method: 'HEAD', headers });
    expect([head.status, head.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    followers.push(await follow(other));
    await followers[0]?.end();
    await eventually(async () => void followers.push(await follow(one)));
    await expect(follow(one)).rejects.toMatchObject({ status: 503 });
    await Promise.all(followers.map((each) => each.end()));
  });
});

describe('following a busy feed', () => {
  const LIFE = 300;
  let other: FreshDatabase;
  let quick: ServiceForTests;
  let token: string;
  let busy = true;
  let events: Promise<void>;

  beforeAll(async () => {
    other = await freshDatabase('gateway_busy');
    quick = await aGateway(other.ownerUrl, {}, { SHULIAN_SIGN_OF_LIFE_MS: LIFE, SHULIAN_VOIDED_LOOK_MS: 50 });
    token = await quick.signer.account({ role: 'librarian', schoolId: SCHOOL });
    const happen = async (): Promise<void> => {
      while (busy) {
        await announceForTests(quick, lent(SCHOOL), randomUUID());
        await pause(LIFE / 10);
      }
    };
    events = happen();
  });
  afterAll(async () => {
    busy = false;
    await events;
    await quick?.stop();
    await other?.drop();
  });

  it('gives a follower who may see none of it signs of life, and a place to resume from', async () => {
    const seesNone = await follow(token, undefined, `?type=${PolicyActivatedV1.type}`, quick);
    const seesAll = await follow(token, undefined, '', quick);
    await eventually(() => expect(seesNone.alive()).toBeGreaterThanOrEqual(1));
    const first = Number(seesNone.lastId());
    await eventually(() => expect(seesNone.alive()).toBeGreaterThanOrEqual(3));
    expect(Number(seesNone.lastId())).toBeGreaterThan(first);
    expect(seesNone.heard).toEqual([]);
    expect(seesAll.heard.length).toBeGreaterThan(0);
    expect(seesAll.alive()).toBeLessThan(seesNone.alive());
    await Promise.all([seesNone.end(), seesAll.end()]);
  });

  it('ends when the account of the follower was closed, which no bus needs to tell', async () => {
    const closed = await quick.signer.account({ role: 'librarian', schoolId: SCHOOL });
    const claims = Buffer.from(closed.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { sub } = JSON.parse(claims) as { sub: string };
    const [follower, other] = [
      await follow(closed, undefined, '', quick),
      await follow(token, undefined, '', quick),
    ];
    let over = 0;
    for (const { ended } of [follower, other]) void ended.then(() => (over += 1));
    await writeFile(voidedTokensFile(quick.signer.jwksFile), JSON.stringify({ [sub]: Date.now() }));
    await follower.ended;
    await pause(LIFE * 3);
    expect(over).toBe(1);
    await expect(follow(closed, undefined, '', quick)).rejects.toMatchObject({ status: 401 });
    await other.end();
  });

  it('ends when the token has run out, with events or without, and goes on with a new one', async () => {
    const seesAll = await follow(token, undefined, '', quick);
    const seesNone = await follow(token, undefined, `?type=${PolicyActivatedV1.type}`, quick);
    let over = 0;
    for (const { ended } of [seesAll, seesNone]) void ended.then(() => (over += 1));
    // Looked at more than once, and good.
    await pause(LIFE * 3);
    expect(over).toBe(0);
    const anHour = 3_600_000;
    jest.useFakeTimers({
      now: Date.now() + anHour + 1_000,
      // Only what day and hour it is.
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    });
    try {
      const startedAt = performance.now();
      await Promise.all([seesAll.ended, seesNone.ended]);
      expect(performance.now() - startedAt).toBeLessThan(LIFE * 10);
      await expect(follow(token, undefined, '', quick)).rejects.toMatchObject({ status: 401 });
      const fresh = await quick.signer.account({ role: 'librarian', schoolId: SCHOOL });
      const again = await follow(fresh, seesAll.lastId(), '', quick);
      await eventually(() => expect(again.heard.length).toBeGreaterThan(0));
      expect(Number(again.heard[0]?.id)).toBe(Number(seesAll.lastId()) + 1);
      await again.end();
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('stopping', () => {
  it('ends the streams and does not wait for their followers', async () => {
    const other = await freshDatabase('gateway_stop');
    const short = await aGateway(other.ownerUrl, {});
    const token = await short.signer.account({ role: 'librarian', schoolId: SCHOOL });
    const response = await fetch(`${short.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const ended = response.text();
    const startedAt = performance.now();
    await short.stop();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await ended).toContain('retry: 2000');
    await other.drop();
  });
});
