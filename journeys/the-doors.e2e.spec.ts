import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accessMatrix,
  accessOf,
  rowOf,
  scopes,
  type Operation,
  type ReachKind,
  type Role,
} from '@shulian/contracts/access';

import { aClient, Caller, signIn, until, type Answer } from './a-caller.builder.js';
import { County } from './a-county.builder.js';
import { anAccount, School } from './a-school.builder.js';
import { Follower } from './an-event-follower.builder.js';
import { aPlace, listsOfOneSchool, secretsOf, stateOf } from './doors/a-place.builder.js';
import { damaged, isSoundProblem, unnamedIn, type ApiDocument } from './doors/damaged-requests.builder.js';
import type { Door, Place, Request } from './doors/door.builder.js';
import { doors } from './doors/every-door.builder.js';
import { openLoan } from './doors/lending.doors.js';
import { withShoutedIds } from './doors/shouted-ids.builder.js';

const minutes = 60_000;
const roles: readonly Role[] = [
  'county-admin',
  'county-viewer',
  'school-head',
  'librarian',
  'teacher',
  'class-helper',
  'reader',
  'device',
];
type Who = Role | 'client with the scope' | 'client without the scope' | 'nobody';
const callers: readonly Who[] = [...roles, 'client with the scope', 'client without the scope', 'nobody'];
const wheres = ['own', 'neighbour', 'foreign'] as const;
type Where = (typeof wheres)[number];
const nameOf = ({ operation, service, method, path }: Door): string =>
  `${operation}${service === undefined ? '' : ` of ${service}`} (${method} ${path})`;

let county: County;
/** A class of school A where every caller belongs, another class of A, and a class of school B. */
let places: Record<Where, Place>;
let callerOf: Record<Who, Caller>;
/** The same once more, signed in anew. */
let another: Record<Who, () => Promise<Caller>>;
let onlyCatalogue: Caller;
let onlyEvents: Caller;
let document: ApiDocument;

beforeAll(async () => {
  // The walk asks faster than any person; its own limits are tested where they live.
  const started = await County.start('postgres', { SHULIAN_RATE_BURST: '10000000' });
  if (started === null) throw new Error('PostgreSQL is always there');
  county = started;
  const { admin } = county;
  const [a, b] = [await School.open(admin), await School.open(admin)];
  places = { own: await aPlace(a, 1), neighbour: await aPlace(a, 2), foreign: await aPlace(b, 1) };
  const { schoolClass, reader } = places.own;
  const client = (wanted: readonly string[]) => aClient(admin, wanted, [a.id]);
  [onlyCatalogue, onlyEvents] = [await client(['catalog.read']), await client(['events.read'])];
  another = {
    'county-admin': () => anAccount(admin, { role: 'county-admin' }),
    'county-viewer': () => anAccount(admin, { role: 'county-viewer' }),
    'school-head': () => a.account('school-head'),
    librarian: () => a.account('librarian'),
    teacher: () => a.account('teacher', { classId: schoolClass.id }),
    'class-helper': () => a.account('class-helper', { classId: schoolClass.id }),
    reader: () => a.account('reader', { readerId: reader.id }),
    device: () => a.account('device'),
    'client with the scope': () => client(scopes),
    'client without the scope': () => Promise.resolve(onlyEvents),
    nobody: () => Promise.resolve(new Caller(county.url)),
  };
  callerOf = Object.fromEntries(
    await Promise.all(callers.map(async (who) => [who, await another[who]()] as const)),
  ) as Record<Who, Caller>;
  document = await admin.get<ApiDocument>('/openapi.json');
}, 4 * minutes);

afterAll(() => county.stop(), minutes);

/** How far a caller reaches with an operation; null: not allowed at all. */
function reachIn({ operation, service }: Door, who: Who): ReachKind | null {
  const access = accessOf(operation, service);
  if ('public' in access) return 'county';
  if (who === 'nobody' || who === 'client without the scope') return null;
  if (who !== 'client with the scope') return access.roles[who] ?? null;
  if (access.scope === undefined) return null;
  return access.roles.reader === 'county' ? 'county' : 'school';
}

const isWithin = (reach: ReachKind, where: Where, door: Door): boolean =>
  reach === 'county' ||
  door.touches === 'county' ||
  where === 'own' ||
  (where === 'neighbour' && (reach === 'school' || door.ofOnePerson !== true));

/** Whoever ends a sign-in signs in for it once more: the others go on. */
const callerAt = async (door: Door, who: Who): Promise<Caller> =>
  door.endsTheSignIn === true ? another[who]() : callerOf[who];

const askAs = async (who: Who, door: Door, { path, ...input }: Request): Promise<Answer<unknown>> => {
  const lacksScope = accessOf(door.operation, door.service);
  const isEvents = 'scope' in lacksScope && lacksScope.scope === 'events.read';
  const caller = who === 'client without the scope' && isEvents ? onlyCatalogue : await callerAt(door, who);
  return caller.ask(door.method, path, input);
};

const allowedStatuses: Readonly<Record<Door['touches'], readonly number[]>> = {
  path: [404],
  school: [403],
  id: [403, 404, 409, 422],
  list: [200, 403],
  county: [],
};

/** At the own school it is the reader, not the school, that is out of reach. */
const refusedWith = ({ touches }: Door, where: Where): readonly number[] =>
  allowedStatuses[touches === 'school' && where !== 'foreign' ? 'id' : touches];

const itemsOf = ({ body }: Answer<unknown>): readonly unknown[] =>
  (body as { items?: readonly unknown[] }).items ?? [];

describe('who may do what', () => {
  it('every operation of the OpenAPI document stands in the access matrix and is tried here', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        key: `${method.toUpperCase()} ${path} ${String(operation.operationId)}`,
        id: operation.operationId as Operation,
        access: operation['x-access'],
      })),
    );
    const known = new Map(described.map(({ key, id }) => [key, id]));
    const tried = new Set(doors.map(({ method, path, operation }) => `${method} ${path} ${operation}`));
    const isPublic = (operation: Operation): boolean => 'public' in rowOf(operation);
    expect([...tried].filter((key) => !known.has(key))).toEqual([]);
    expect([...known].filter(([key, id]) => !isPublic(id) && !tried.has(key))).toEqual([]);
    expect(new Set(known.values())).toEqual(new Set(Object.keys(accessMatrix)));
    for (const { id, access } of described) {
      const {
        says: _says,
        problems: _problems,
        reasons: _reasons,
        namesReaders: _names,
        givesRights: _gives,
        ...row
      } = rowOf(id);
      expect({ id, access }).toEqual({ id, access: row });
    }
  });

  describe('who may not is refused, and learns nothing', () => {
    let before: unknown;
    beforeAll(async () => {
      before = await stateOf(places.foreign);
    }, minutes);

    it.each(doors.map((door) => [nameOf(door), door] as const))(
      '[GTW-008] %s',
      async (_name, door) => {
        const wrong: unknown[] = [];
        // None of them changes anything: what is a valid request for the first is one for all, at one place as at another.
        const walk = async (where: Where, request: Request): Promise<void> => {
          const sent = JSON.stringify(request);
          const secrets = await secretsOf(places[where]);
          for (const who of callers) {
            const reach = reachIn(door, who);
            if (reach !== null && isWithin(reach, where, door)) continue;
            const answer = await askAs(who, door, request);
            const { status, text } = answer;
            const expected = who === 'nobody' ? [401] : reach === null ? [403] : refusedWith(door, where);
            const leaked = secrets.filter((secret) => text.includes(secret) && !sent.includes(secret));
            const shown = status === 200 ? itemsOf(answer) : [];
            const unnamed = unnamedIn(document, door, answer);
            if (!expected.includes(status) || leaked.length > 0 || shown.length > 0 || unnamed.length > 0)
              wrong.push({ who, where, status, expected, leaked, unnamed, text: text.slice(0, 300) });
          }
        };
        const requests: (readonly [Where, Request])[] = [];
        for (const where of wheres) requests.push([where, await door.ask(places[where])]);
        await Promise.all(requests.map(([where, request]) => walk(where, request)));
        expect(wrong).toEqual([]);
      },
      minutes,
    );

    it('[GTW-008] and nothing has changed at the foreign school', async () => {
      expect(await stateOf(places.foreign)).toEqual(before);
    });
  });

  describe('who may does', () => {
    it.each(doors.map((door) => [nameOf(door), door] as const))(
      '[GTW-008] %s',
      async (_name, door) => {
        const wrong: unknown[] = [];
        for (const who of callers)
          for (const where of wheres) {
            const reach = reachIn(door, who);
            if (reach === null || !isWithin(reach, where, door)) continue;
            await door.before?.(places[where]);
            const { status, text } = await askAs(who, door, await door.ask(places[where]));
            if (status !== door.ok)
              wrong.push({ who, where, status, expected: door.ok, text: text.slice(0, 300) });
          }
        expect(wrong).toEqual([]);
      },
      minutes,
    );
  });

  it('[GTW-008] the lists of a librarian hold the own school only', async () => {
    const { foreign } = places;
    for (const path of listsOfOneSchool) {
      const { text, status } = await callerOf.librarian.ask('GET', `/api/v1${path}`);
      expect({ path, status }).toEqual({ path, status: 200 });
      for (const secret of [...(await secretsOf(foreign)), foreign.school.id])
        expect(text).not.toContain(secret);
    }
    const found = await callerOf.librarian.ask('POST', '/api/v1/readers/search', {
      body: { q: foreign.reader.name },
    });
    expect(itemsOf(found)).toEqual([]);
  });

  it('[GTW-008] a foreign card and a foreign copy are unknown at the desk, whatever they are called', async () => {
    const { own, foreign } = places;
    const tried = await callerOf.librarian.ask('POST', '/api/v1/checkouts/dry-run', {
      body: { copyBarcode: foreign.copy.barcode, cardNumber: foreign.reader.cardNumber },
    });
    expect(tried).toMatchObject({ status: 200, body: { outcome: 'deny' } });
    for (const secret of await secretsOf(foreign)) expect(tried.text).not.toContain(secret);
    const { copy } = await openLoan.at(foreign);
    const returned = await callerOf.librarian.ask('POST', '/api/v1/returns', {
      body: { copyBarcode: copy.barcode, schoolId: own.school.id },
    });
    expect(returned.text).not.toContain(foreign.reader.id);
  });
});

describe('ids in upper case are the same ids', () => {
  it.each(doors.map((door) => [nameOf(door), door] as const))(
    '%s',
    async (_name, door) => {
      const wrong: unknown[] = [];
      for (const who of callers)
        for (const where of wheres) {
          const reach = reachIn(door, who);
          const mayDo = reach !== null && isWithin(reach, where, door);
          // Who may not hears the same as with small letters; tried where the difference was, at the foreign school.
          if (!mayDo && (reach === null || where !== 'foreign')) continue;
          await door.before?.(places[where]);
          const { path, ...input } = withShoutedIds(await door.ask(places[where]));
          const caller = await callerAt(door, who);
          const { status, text } = await caller.ask(door.method, path, input);
          const expected = mayDo ? [door.ok] : refusedWith(door, where);
          if (!expected.includes(status))
            wrong.push({ who, where, status, expected, path, text: text.slice(0, 300) });
        }
      expect(wrong).toEqual([]);
    },
    minutes,
  );

  it('in the grants of an account, too', async () => {
    const { school, schoolClass, reader } = places.own;
    const shouted = school.id.toUpperCase();
    const librarian = await anAccount(county.admin, { role: 'librarian', schoolId: shouted });
    expect((await librarian.ask('GET', `/api/v1/readers/${reader.id}`)).status).toBe(200);
    const grant = { role: 'teacher', schoolId: shouted, classId: schoolClass.id.toUpperCase() } as const;
    const teacher = await anAccount(county.admin, grant);
    expect((await teacher.ask('GET', `/api/v1/readers/${reader.id}`)).status).toBe(200);
    const self = await anAccount(county.admin, { role: 'reader', readerId: reader.id.toUpperCase() });
    expect((await self.ask('GET', `/api/v1/readers/${reader.id}`)).status).toBe(200);
    const client = await aClient(county.admin, ['readers.read'], [shouted]);
    expect((await client.ask('GET', `/api/v1/readers/${reader.id}`)).status).toBe(200);
  });
});

describe('an account that is closed', () => {
  it(
    'is out everywhere within a minute, with all it had in hand, and in again when it is opened',
    async () => {
      const { admin } = county;
      const input = { username: `closed-${randomUUID()}`, password: 'a password that is long enough' };
      const grants = [{ role: 'librarian', schoolId: places.own.school.id }];
      const { id } = await admin.post<{ id: string }>('/api/v1/accounts', { ...input, grants });
      const before = await signIn(county.url, input.username, input.password);
      const ofEachService = ['titles', 'readers', 'loans', 'reading-notes', 'figures'].map(
        (list) => `/api/v1/${list}`,
      );
      const statuses = (caller: Caller): Promise<number[]> =>
        Promise.all(ofEachService.map(async (path) => (await caller.ask('GET', path)).status));
      expect(new Set(await statuses(before))).toEqual(new Set([200]));
      const change = (version: number, disabled: boolean) =>
        admin.ask('PATCH', `/api/v1/accounts/${id}`, {
          body: { disabled },
          headers: { 'if-match': `"v${version}"` },
        });
      expect((await change(1, true)).status).toBe(200);
      // By the services themselves too, behind the gateway.
      const { port } = await county.standingOf('circulation');
      const direct = new Caller(`http://127.0.0.1:${String(port)}`, before.token);
      await until(
        async () => [...(await statuses(before)), (await direct.ask('GET', '/api/v1/loans')).status],
        (all) => all.every((status) => status === 401),
        60_000,
      );
      expect((await change(2, false)).status).toBe(200);
      const after = await signIn(county.url, input.username, input.password);
      expect(new Set(await statuses(after))).toEqual(new Set([200]));
      expect(new Set(await statuses(before))).toEqual(new Set([401]));
    },
    2 * minutes,
  );
});

describe('the stream of events', () => {
  it(
    'resumes after the last event that was heard, without a gap and without a repetition',
    async () => {
      const everything = await aClient(county.admin, ['events.read.readers'], null);
      const whole = await Follower.of(everything, 0);
      await whole.silence();
      const half = Math.floor(whole.heard.length / 2);
      const from = whole.heard[half - 1]?.position ?? 0;
      const rest = await Follower.of(everything, from);
      await rest.hears((heard) => heard.length >= whole.heard.length - half);
      await rest.silence();
      expect(rest.heard.map(({ text }) => text)).toEqual(whole.heard.slice(half).map(({ text }) => text));
      await Promise.all([whole.leave(), rest.leave()]);
    },
    minutes,
  );

  it(
    'shows a librarian no event of another school, and the county none that tells of a reader',
    async () => {
      const { own, foreign } = places;
      const [librarian, viewer] = [
        await Follower.of(callerOf.librarian, 0),
        await Follower.of(callerOf['county-viewer'], 0),
      ];
      await Promise.all([librarian.silence(), viewer.silence()]);
      const schools = new Set(
        librarian.heard.map(({ event }) => event.schoolid).filter((id) => id !== undefined),
      );
      expect([...schools]).toEqual([own.school.id]);
      const secrets = await secretsOf(foreign);
      for (const { text } of librarian.heard)
        for (const secret of secrets) expect(text).not.toContain(secret);
      expect(viewer.heard.length).toBeGreaterThan(0);
      for (const { text } of viewer.heard) expect(text).not.toContain('readerId');
      await Promise.all([librarian.leave(), viewer.leave()]);
    },
    minutes,
  );

  it(
    'answers 410 to who has been away for longer than events are kept',
    async () => {
      // A week passes in the feed; the gateway sweeps when it starts, and comes back by itself when it is killed.
      await county.sql(
        `update gateway.event_feed set received_at = received_at - interval '8 days' where position <= 20`,
      );
      await county.control('kill', 'gateway');
      const resume = (position: number) =>
        callerOf.librarian
          .ask('GET', '/api/v1/events', { headers: { 'last-event-id': String(position) } })
          .catch(() => ({ status: 0, body: {} }) as Answer<unknown>);
      const end = performance.now() + minutes;
      let answer = await resume(1);
      while (answer.status !== 410 && performance.now() < end) answer = await resume(1);
      expect(answer).toMatchObject({ status: 410, body: { code: 'events.too-old' } });
      expect((await resume(20)).status).toBe(200);
      expect((await resume(1_000_000)).status).toBe(410);
      expect((await resume(-1)).status).toBe(400);
    },
    2 * minutes,
  );
});

describe('whatever is sent is answered with a problem that has a code, never with a failure of ours', () => {
  const asker = (door: Door): Promise<Caller> => {
    const access = accessOf(door.operation, door.service);
    if ('public' in access) return callerAt(door, 'librarian');
    const may = (['librarian', 'county-admin', 'school-head', 'teacher'] as const).find(
      (role) => role in access.roles,
    );
    if (may === undefined) throw new Error(`nobody of the walk may do ${door.operation}`);
    return callerAt(door, may);
  };

  it.each(doors.map((door) => [nameOf(door), door] as const))(
    '%s',
    async (_name, door) => {
      const wrong: unknown[] = [];
      const tries = damaged(document, door, await door.ask(places.own)).values();
      const walk = async (): Promise<void> => {
        for (const { what, statuses, path, ...input } of tries) {
          const caller = await asker(door);
          const answer = await caller.ask(door.method, path, input);
          const { status, text } = answer;
          const isExpected = statuses === undefined ? status < 500 : statuses.includes(status);
          const unnamed = unnamedIn(document, door, answer);
          if (!isExpected || (status >= 400 && !isSoundProblem(answer)) || unnamed.length > 0)
            wrong.push({
              what,
              unnamed,
              path: path.slice(0, 200),
              status,
              statuses,
              text: text.slice(0, 300),
            });
        }
      };
      // Fewer at once than the smallest service has places for lists: that it is busy is no answer to what was sent.
      await Promise.all(Array.from({ length: 8 }, walk));
      expect(wrong).toEqual([]);
    },
    minutes,
  );

  it('also what no door knows, and what comes before signing in', async () => {
    const stranger = new Caller(county.url);
    const tries: readonly (readonly [string, string, number, object?])[] = [
      ['GET', '/api/v1/nothing-here', 404],
      ['GET', '/nothing-here', 404],
      ['GET', '/api/v1/titles', 401],
      ['DELETE', '/api/v1/titles', 401],
      ['POST', '/api/v1/sessions', 400, { raw: '{"username":' }],
      ['POST', '/api/v1/sessions', 400, { body: { username: { $ne: '' }, password: ['x'] } }],
      ['POST', '/api/v1/sessions', 401, { body: { username: 'admin', password: 'wrong' } }],
      ['POST', '/api/v1/sessions/refresh', 401, { body: { refreshToken: 'wrong' } }],
      ['POST', '/api/v1/sessions/refresh', 400, { body: {} }],
    ];
    for (const [method, path, status, input] of tries) {
      const answer = await stranger.ask(method, path, input ?? {});
      expect({ method, path, status: answer.status, sound: isSoundProblem(answer) }).toEqual({
        method,
        path,
        status,
        sound: true,
      });
    }
    const forged = new Caller(county.url, 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.');
    expect((await forged.ask('GET', '/api/v1/titles')).status).toBe(401);
  });

  it('and no log holds an unexpected error', async () => {
    const failed = (await county.logLines()).filter((line) => line.includes('"unexpected error"'));
    expect(failed.slice(0, 5)).toEqual([]);
  });
});
