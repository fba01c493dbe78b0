import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accessMatrix,
  accessOf,
  scopes,
  type Operation,
  type ReachKind,
  type Role,
} from '@shulian/contracts/access';

import { aClient, Caller, type Answer } from './a-caller.builder.js';
import { County } from './a-county.builder.js';
import { aPlace } from './a-place.builder.js';
import { anAccount, School } from './a-school.builder.js';
import { Follower } from './an-event-follower.builder.js';
import { doors, type Door, type Place } from './every-door.builder.js';
import { damaged, isSoundProblem, type ApiDocument } from './damaged-requests.builder.js';

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
type Where = 'own' | 'neighbour' | 'foreign';
const nameOf = ({ operation, method, path }: Door): string => `${operation} (${method} ${path})`;

let county: County;
/** A class of school A where every caller belongs, another class of A, and a class of school B. */
let places: Record<Where, Place>;
let callerOf: Record<Who, Caller>;
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
  callerOf = {
    'county-admin': admin,
    'county-viewer': await anAccount(admin, { role: 'county-viewer' }),
    'school-head': await a.account('school-head'),
    librarian: await a.account('librarian'),
    teacher: await a.account('teacher', { classId: schoolClass.id }),
    'class-helper': await a.account('class-helper', { classId: schoolClass.id }),
    reader: await a.account('reader', { readerId: reader.id }),
    device: await a.account('device'),
    'client with the scope': await client(scopes),
    'client without the scope': onlyEvents,
    nobody: new Caller(county.url),
  };
  document = await admin.get<ApiDocument>('/openapi.json');
}, 4 * minutes);

afterAll(() => county.stop(), minutes);

/** How far a caller reaches with an operation; null: not allowed at all. */
function reachIn(operation: Operation, who: Who): ReachKind | null {
  const access = accessOf(operation);
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
  (where === 'neighbour' && (reach === 'school' || !tellsOfOnePerson(door)));

/** A caller of one class or one person meets the neighbour's things of a person, not those of the school. */
const tellsOfOnePerson = ({ operation }: Door): boolean =>
  /^(readers|loans|losses|compensations|holds|reading-notes|renewals|checkouts|returns|cards)\./.test(
    operation,
  );

const askAs = async (who: Who, door: Door, place: Place): Promise<Answer<unknown>> => {
  const { path, ...asked } = await door.ask(place);
  const lacksScope = accessOf(door.operation);
  const isEvents = 'scope' in lacksScope && lacksScope.scope === 'events.read';
  const caller = who === 'client without the scope' && isEvents ? onlyCatalogue : callerOf[who];
  return caller.ask(door.method, path, asked);
};

/** What tells of people and things at a place; a refusal must hold none of it beyond what was sent. */
const secretsOf = (place: Place): string[] => [
  ...[place.reader, place.careless, place.forgetful].flatMap(({ name, cardNumber, id }) => [
    name,
    cardNumber,
    id,
  ]),
  place.loan.id,
  place.mislaidLoanId,
  place.compensationId,
  place.settledId,
  place.holdId,
  place.noteId,
  place.schoolClass.id,
];

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

/** Everything that a refused request could have changed at the foreign school. */
const stateOf = async ({ school, reader, careless }: Place): Promise<unknown> => {
  const ask = (path: string) => school.librarian.get<Record<string, unknown>>(`/api/v1${path}`);
  return Promise.all([
    ask(`/schools/${school.id}`),
    ask(`/schools/${school.id}/terms`),
    ask('/classes'),
    ask('/readers?status=all'),
    ask(`/readers/${reader.id}`),
    ask(`/readers/${careless.id}`),
    ask(`/copies?schoolId=${school.id}`),
    ask('/loans'),
    ask('/compensations'),
    ask('/holds'),
    ask('/reading-notes'),
    ask('/lending-policies'),
  ]);
};

describe('who may do what', () => {
  it('every operation of the OpenAPI document stands in the access matrix and is tried here', () => {
    const tried = new Map<string, Operation[]>();
    for (const door of doors) {
      const key = `${door.method} ${door.path}`;
      tried.set(key, [...(tried.get(key) ?? []), door.operation]);
    }
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        key: `${method.toUpperCase()} ${path}`,
        operation,
      })),
    );
    const untried = described
      .filter(({ operation }) => !('public' in (operation['x-access'] ?? {})))
      .filter(({ key }) => !tried.has(key))
      .map(({ key }) => key);
    expect(untried).toEqual([]);
    expect([...tried.keys()].filter((key) => !described.some((each) => each.key === key))).toEqual([]);
    for (const { key, operation } of described) {
      const rows = (tried.get(key) ?? []).map((each) => JSON.stringify(accessOf(each)));
      if (rows.length > 0) expect(rows).toContain(JSON.stringify(operation['x-access']));
    }
    const names = new Set(doors.map(({ operation }) => operation));
    const nowhere = (Object.keys(accessMatrix) as Operation[]).filter(
      (name) => !('public' in accessOf(name)) && !names.has(name),
    );
    expect(nowhere).toEqual([]);
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
        for (const who of callers)
          for (const where of ['own', 'neighbour', 'foreign'] as const) {
            const reach = reachIn(door.operation, who);
            if (reach !== null && isWithin(reach, where, door)) continue;
            const place = places[where];
            const answer = await askAs(who, door, place);
            const { status, text } = answer;
            const expected = who === 'nobody' ? [401] : reach === null ? [403] : refusedWith(door, where);
            const sent = JSON.stringify(await door.ask(place));
            const leaked = secretsOf(place).filter(
              (secret) => text.includes(secret) && !sent.includes(secret),
            );
            const shown = status === 200 ? itemsOf(answer) : [];
            if (!expected.includes(status) || leaked.length > 0 || shown.length > 0)
              wrong.push({ who, where, status, expected, leaked, text: text.slice(0, 300) });
          }
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
          for (const where of ['own', 'neighbour', 'foreign'] as const) {
            const reach = reachIn(door.operation, who);
            if (reach === null || !isWithin(reach, where, door)) continue;
            await door.before?.(places[where]);
            const { status, text } = await askAs(who, door, places[where]);
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
    for (const path of [
      '/readers?status=all',
      '/classes',
      '/loans',
      '/compensations',
      '/holds',
      '/reading-notes',
    ]) {
      const { text, status } = await callerOf.librarian.ask('GET', `/api/v1${path}`);
      expect({ path, status }).toEqual({ path, status: 200 });
      for (const secret of [...secretsOf(foreign), foreign.school.id]) expect(text).not.toContain(secret);
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
    for (const secret of secretsOf(foreign)) expect(tried.text).not.toContain(secret);
    const returned = await callerOf.librarian.ask('POST', '/api/v1/returns', {
      body: { copyBarcode: foreign.lent.barcode, schoolId: own.school.id },
    });
    expect(returned.text).not.toContain(foreign.reader.id);
  });
});

describe('the stream of events', () => {
  it(
    'resumes after the last event that was heard, without a gap and without a repetition',
    async () => {
      const everything = await aClient(county.admin, ['events.read'], null);
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
      for (const { text } of librarian.heard)
        for (const secret of secretsOf(foreign)) expect(text).not.toContain(secret);
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
  const asker = ({ operation }: Door): Caller => {
    const access = accessOf(operation);
    return 'public' in access || 'librarian' in access.roles ? callerOf.librarian : callerOf['county-admin'];
  };

  it.each(doors.map((door) => [nameOf(door), door] as const))(
    '%s',
    async (_name, door) => {
      const wrong: unknown[] = [];
      const tries = damaged(document, door, await door.ask(places.own)).values();
      const walk = async (): Promise<void> => {
        for (const { what, statuses, path, ...asked } of tries) {
          const answer = await asker(door).ask(door.method, path, asked);
          const { status, text } = answer;
          const isExpected = statuses === undefined ? status < 500 : statuses.includes(status);
          if (!isExpected || (status >= 400 && !isSoundProblem(answer)))
            wrong.push({ what, path: path.slice(0, 200), status, statuses, text: text.slice(0, 300) });
        }
      };
      await Promise.all(Array.from({ length: 12 }, walk));
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
    for (const [method, path, status, asked] of tries) {
      const answer = await stranger.ask(method, path, asked ?? {});
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
