import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { RightsEntryView } from '../rights-entries/rights-entries.http.js';
import type { SessionView } from '../session.http.js';
import type { GrantedAccountView } from './grants.http.js';

type Coded = { readonly code: string };
type Made = { readonly id: string; readonly username: string; token: string; refreshToken: string };
let database: FreshDatabase;
let readers: ReadersForTests;
let [own, clustered, foreign] = ['', '', ''];
let [librarian, head] = ['', ''];
let made = 0;

beforeAll(async () => {
  database = await freshDatabase('readers_grants');
  readers = await aReadersService(database.ownerUrl, { SHULIAN_VOIDED_LOOK_MS: 20 });
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  [own, clustered, foreign] = [await open('A'), await open('B'), await open('C')];
  librarian = await readers.as({ role: 'librarian', schoolId: own });
  head = await readers.as({ role: 'school-head', schoolId: own });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const ask = <Body = Coded>(
  method: string,
  path: string,
  as: string,
  body?: unknown,
  version?: number,
): Promise<Answered<Body>> =>
  readers.ask<Body>(method, `/api/v1${path}`, as, {
    ...(body === undefined ? {} : { body }),
    headers: {
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
    },
  });
const signIn = async (username: string): Promise<SessionView> =>
  (
    await readers.ask<SessionView>('POST', '/api/v1/sessions', null, {
      body: { username, password: 'a long password' },
    })
  ).body;
const account = async (...grants: object[]): Promise<Made> => {
  const username = `person-${String((made += 1))}`;
  const body = { username, password: 'a long password', grants };
  const { id } = await readers.done<{ id: string }>('POST', '/api/v1/accounts', readers.admin, body);
  const { accessToken, refreshToken } = await signIn(username);
  return { id, username, token: accessToken, refreshToken };
};
const give = (to: { readonly id: string }, grant: object, as: string) =>
  ask<GrantedAccountView & Coded>('POST', `/accounts/${to.id}/grants`, as, grant);
const trail = async (as: string, query = ''): Promise<RightsEntryView[]> =>
  (await ask<{ items: RightsEntryView[] }>('GET', `/rights-entries?${query}`, as)).body.items;
const inSeconds = (seconds: number): string =>
  new Date((Math.floor(Date.now() / 1000) + seconds) * 1000).toISOString();
const cluster = async (...schoolIds: string[]): Promise<{ id: string; version: number }> =>
  readers.done('POST', '/api/v1/school-clusters', readers.admin, {
    name: `学区${String((made += 1))}`,
    schoolIds,
  });
/** What the classes of a school answer: 200 within reach, 403 without. */
const reaches = async (token: string, schoolId: string): Promise<number> =>
  (await ask('GET', `/classes?schoolId=${schoolId}`, token)).status;

describe('a school gives its own people', () => {
  it('teacher, class helper and reader; a librarian does, and the head sees it trailed', async () => {
    const colleague = await account({ role: 'teacher', schoolId: own });
    const cls = await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, {
      schoolId: own,
      section: 'primary',
      entryYear: 2024,
      classNo: 1,
    });
    const given = await give(colleague, { role: 'teacher', classId: cls.id }, librarian);
    expect([given.status, given.body]).toMatchObject([201, { id: colleague.id, version: 2 }]);
    // The token of before is given up for one that says so.
    await eventually(async () => expect(await reaches(colleague.token, own)).toBe(401));
    expect((await signIn(colleague.username)).account.grants).toHaveLength(2);
    expect((await give(colleague, { role: 'teacher', classId: cls.id }, librarian)).body.code).toBe(
      'grant.already-given',
    );
    expect(await trail(head, `accountId=${colleague.id}&what=given`)).toMatchObject([
      { byCounty: false, role: 'teacher', schoolId: own, classId: cls.id, username: colleague.username },
      { byCounty: true, role: 'teacher', schoolId: own, classId: null },
    ]);
    const grantId = given.body.grantId;
    const stranger = await readers.as({ role: 'librarian', schoolId: foreign });
    expect((await ask('DELETE', `/grants/${grantId}`, stranger)).status).toBe(404);
    expect((await ask('DELETE', `/grants/${randomUUID()}`, librarian)).status).toBe(404);
    expect((await ask('DELETE', `/grants/${grantId}`, librarian)).status).toBe(204);
    expect((await ask('DELETE', `/grants/${grantId}`, librarian)).status).toBe(404);
    expect((await trail(head, `accountId=${colleague.id}`))[0]).toMatchObject({ what: 'taken-back' });
    expect(await trail(readers.admin, `schoolId=${own}`)).not.toHaveLength(0);
  });

  it('opens an account for who has none, of its own school and of those roles only', async () => {
    const create = (grant: object, as = librarian) =>
      ask('POST', '/accounts', as, {
        username: `new-${String((made += 1))}`,
        password: 'a long password',
        grants: [grant],
      });
    expect((await create({ role: 'teacher', schoolId: own })).status).toBe(201);
    expect((await create({ role: 'librarian', schoolId: own })).body.code).toBe('grant.not-yours-to-give');
    expect((await create({ role: 'county-admin' })).body.code).toBe('grant.not-yours-to-give');
    expect((await create({ role: 'teacher', schoolId: foreign })).status).toBe(403);
    const teacher = await readers.as({ role: 'teacher', schoolId: own });
    expect((await create({ role: 'teacher', schoolId: own }, teacher)).status).toBe(403);
  });

  it('and nothing more, nothing elsewhere, and nobody gives to himself', async () => {
    const colleague = await account({ role: 'teacher', schoolId: own });
    const elsewhere = await account({ role: 'teacher', schoolId: foreign });
    for (const as of [librarian, head]) {
      expect((await give(colleague, { role: 'librarian', schoolId: own }, as)).body.code).toBe(
        'grant.not-yours-to-give',
      );
      expect((await give(colleague, { role: 'teacher', schoolId: foreign }, as)).status).toBe(403);
    }
    // A foreign account, and one that is not there, answer alike.
    for (const id of [elsewhere.id, randomUUID()])
      expect((await give({ id }, { role: 'teacher', schoolId: own }, librarian)).status).toBe(404);
    const foreignClass = await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, {
      schoolId: foreign,
      section: 'primary',
      entryYear: 2024,
      classNo: 1,
    });
    for (const classId of [foreignClass.id, randomUUID()])
      expect((await give(colleague, { role: 'teacher', classId }, librarian)).status).toBe(422);
    const both = await account({ role: 'librarian', schoolId: own });
    expect((await give(both, { role: 'teacher', schoolId: own }, both.token)).body.code).toBe('account.own');
    const { id } = (await ask<{ id: string }>('GET', '/me', readers.admin)).body;
    for (const body of [{ grants: [{ role: 'county-viewer' }] }, { password: 'another password' }])
      expect((await ask('PATCH', `/accounts/${id}`, readers.admin, body, 1)).body.code).toBe('account.own');
    const reset = await ask('PUT', `/accounts/${id}/password`, readers.admin, {
      newPassword: 'another password',
    });
    expect(reset.body.code).toBe('account.own');
    const { items } = (
      await ask<{ items: { grants: { id: string }[] }[] }>('GET', '/accounts', readers.admin)
    ).body;
    const ofAdmin = items.find((each) => (each as { id?: string }).id === id)?.grants[0]?.id ?? '';
    expect((await ask('DELETE', `/grants/${ofAdmin}`, readers.admin)).body.code).toBe('account.own');
  });

  it('the same to one person once, also when two press at the same moment', async () => {
    const colleague = await account({ role: 'teacher', schoolId: own });
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => give(colleague, { role: 'librarian', schoolId: own }, readers.admin)),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });
});

describe('a grant for a time', () => {
  it('holds until its end to the second, at every door, and the rest goes on', async () => {
    const colleague = await account({ role: 'teacher', schoolId: own });
    const endsAt = inSeconds(4);
    expect(
      (await give(colleague, { role: 'librarian', schoolId: clustered, endsAt }, readers.admin)).status,
    ).toBe(201);
    const { accessToken, expiresIn, refreshToken } = await signIn(colleague.username);
    expect(expiresIn).toBeLessThanOrEqual(4);
    expect(await reaches(accessToken, clustered)).toBe(200);
    await pause(Date.parse(endsAt) - Date.now() + 5);
    // The token that said so is over with it; the next says what holds.
    expect(await reaches(accessToken, clustered)).toBe(401);
    const next = await readers.ask<SessionView>('POST', '/api/v1/sessions/refresh', null, {
      body: { refreshToken },
    });
    expect([next.status, next.body.expiresIn]).toEqual([201, 3_600]);
    expect([
      await reaches(next.body.accessToken, own),
      await reaches(next.body.accessToken, clustered),
    ]).toEqual([200, 403]);
  });

  it('gives nothing before it begins', async () => {
    const colleague = await account({ role: 'teacher', schoolId: own });
    const grant = { role: 'librarian', schoolId: own, startsAt: inSeconds(1_000), endsAt: inSeconds(2_000) };
    expect((await give(colleague, grant, readers.admin)).status).toBe(201);
    const { account: shown, expiresIn } = await signIn(colleague.username);
    expect(shown.grants).toEqual([{ role: 'teacher', schoolId: own }]);
    expect(expiresIn).toBeLessThanOrEqual(1_000);
    const backwards = { ...grant, startsAt: grant.endsAt, endsAt: grant.startsAt };
    expect((await give(colleague, backwards, readers.admin)).status).toBe(400);
    expect((await give(colleague, { ...grant, startsAt: '2026-10-12' }, readers.admin)).status).toBe(400);
  });
});

describe('who reaches what', () => {
  const places = () => ({ own, clustered, foreign });
  const roles = ['school-head', 'librarian', 'teacher'] as const;
  const times = [
    ['always', {}, true],
    ['now', { startsAt: '2020-01-01T00:00:00Z', endsAt: '2099-01-01T00:00:00Z' }, true],
    ['not yet', { startsAt: '2099-01-01T00:00:00Z' }, false],
    ['no more', { startsAt: '2020-01-01T00:00:00Z', endsAt: '2021-01-01T00:00:00Z' }, false],
  ] as const;
  it.each(roles.flatMap((role) => times.map(([when, time, holds]) => ({ role, when, time, holds }))))(
    'a $role of a cluster, $when',
    async ({ role, time, holds }) => {
      const { id } = await cluster(own, clustered);
      const { token } = await account(
        { role, clusterId: id, ...time },
        { role: 'device', schoolId: foreign },
      );
      for (const [place, schoolId] of Object.entries(places())) {
        const expected = holds && place !== 'foreign' ? 200 : 403;
        expect([place, await reaches(token, schoolId)]).toEqual([place, expected]);
      }
    },
  );

  it('a cluster that loses a school loses it in all tokens, and one in use is not removed', async () => {
    const { id } = await cluster(own, clustered);
    const someone = await account({ role: 'librarian', clusterId: id });
    expect(await reaches(someone.token, clustered)).toBe(200);
    expect((await ask('DELETE', `/school-clusters/${id}`, readers.admin)).body.code).toBe(
      'school-cluster.in-use',
    );
    const changed = await ask('PATCH', `/school-clusters/${id}`, readers.admin, { schoolIds: [own] }, 1);
    expect([changed.status, changed.body]).toMatchObject([200, { version: 2, accounts: 1 }]);
    expect((await ask('PATCH', `/school-clusters/${id}`, readers.admin, { name: 'X' }, 1)).status).toBe(412);
    await eventually(async () => expect(await reaches(someone.token, own)).toBe(401));
    const { accessToken } = await signIn(someone.username);
    expect([await reaches(accessToken, own), await reaches(accessToken, clustered)]).toEqual([200, 403]);
    const empty = await cluster(foreign);
    expect((await ask('DELETE', `/school-clusters/${empty.id}`, readers.admin)).status).toBe(204);
    expect((await ask('GET', `/school-clusters/${empty.id}`, readers.admin)).status).toBe(404);
    const body = { name: `same ${id}`, schoolIds: [own] };
    const twice = await Promise.all([1, 2].map(() => ask('POST', '/school-clusters', readers.admin, body)));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(
      (await ask('POST', '/school-clusters', readers.admin, { name: 'Y', schoolIds: [randomUUID()] })).status,
    ).toBe(422);
  });

  it('as many schools as a cluster may have fit into a token that every service takes', async () => {
    const codes = Array.from({ length: 60 }, (_, n) => `M${String(n)}`);
    const rows = await readers.sql<{ id: string }>(
      `insert into school (id, version, announced, code, name, kind, opened_at)
       select gen_random_uuid(), 1, 1, c, c, 'primary', clock_timestamp() from unnest($1::text[]) c returning id`,
      [codes],
    );
    const { id } = await cluster(...rows.map((row) => row.id));
    const { token } = await account({ role: 'librarian', clusterId: id });
    expect(token.length).toBeLessThan(8_192);
    expect(await reaches(token, rows[59]?.id ?? '')).toBe(200);
    expect(
      (
        await ask('POST', '/school-clusters', readers.admin, {
          name: 'too many',
          schoolIds: [...rows.map((row) => row.id), own],
        })
      ).status,
    ).toBe(400);
  });
});

it('what the county gives or resets at a school is shown to its head, printed, and never changed', async () => {
  const someone = await account({ role: 'librarian', schoolId: own });
  await readers.done('PUT', `/api/v1/accounts/${someone.id}/password`, readers.admin, {
    newPassword: 'another password',
  });
  const seen = await trail(head, `accountId=${someone.id}&byCounty=true`);
  expect(seen.map(({ what, role, byName }) => [what, role, byName])).toEqual([
    ['password-reset', 'librarian', 'admin'],
    ['given', 'librarian', 'admin'],
  ]);
  const otherHead = await readers.as({ role: 'school-head', schoolId: foreign });
  expect(await trail(otherHead, `accountId=${someone.id}`)).toEqual([]);
  expect((await ask('GET', `/rights-entries?schoolId=${own}`, otherHead)).status).toBe(403);
  expect((await ask('GET', '/rights-entries', librarian)).status).toBe(403);
  const csv = await fetch(`${readers.url}/api/v1/rights-entries?format=csv&accountId=${someone.id}`, {
    headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
  });
  const lines = (await csv.text()).replace('\ufeff', '').split('\r\n');
  expect(lines[0]).toBe('时间,经办,事项,账号,角色,学校,学区,岗位,起,止');
  expect(lines[1]).toContain(`admin（县）,重设密码,${someone.username},图书管理员,学校A`);
  await expect(readers.sql('delete from rights_entry')).rejects.toThrow();
});
