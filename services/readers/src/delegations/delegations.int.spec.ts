import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { PostView } from '../posts/posts.http.js';
import type { SessionView } from '../session.http.js';
import type { DelegationView } from './delegations.http.js';

type Coded = { readonly code: string };
type Person = { readonly id: string; readonly username: string; readonly token: string };
let database: FreshDatabase;
let readers: ReadersForTests;
let [own, foreign] = ['', ''];
let head: Person;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase('readers_delegations');
  readers = await aReadersService(database.ownerUrl, { SHULIAN_VOIDED_LOOK_MS: 20 });
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  [own, foreign] = [await open('A'), await open('B')];
  head = await person({ role: 'school-head', schoolId: own });
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
const again = async (username: string): Promise<string> =>
  (
    await readers.ask<SessionView>('POST', '/api/v1/sessions', null, {
      body: { username, password: 'a long password' },
    })
  ).body.accessToken;
async function person(...grants: object[]): Promise<Person> {
  const username = `person-${String((made += 1))}`;
  const body = { username, password: 'a long password', grants };
  const { id } = await readers.done<{ id: string }>('POST', '/api/v1/accounts', readers.admin, body);
  return { id, username, token: await again(username) };
}
const inHours = (hours: number): string =>
  new Date(Math.floor(Date.now() / 1000 + hours * 3_600) * 1000).toISOString();
const lend = (to: { readonly id: string }, more: object = {}, as = head.token) =>
  ask<DelegationView & Coded>('POST', '/delegations', as, {
    toAccountId: to.id,
    role: 'school-head',
    endsAt: inHours(2),
    ...more,
  });
/** Whether the accounts of the school are shown: the head's, and not to be lent. Whether the staff register takes an entry. */
const may = async (
  token: string,
): Promise<{ readonly staff: number; readonly suspend: number; readonly reset: number }> => ({
  staff: (
    await ask('POST', '/library-staff', token, {
      schoolId: own,
      name: '馆员',
      title: 'clerk',
      education: 'college',
      post: '流通',
      isHead: false,
    })
  ).status,
  suspend: (await ask('POST', `/readers/${randomUUID()}/suspensions`, token, {})).status,
  reset: (await ask('PUT', `/accounts/${randomUUID()}/password`, token, { newPassword: 'another one' }))
    .status,
});

it('a head lends some of what is his for a time, never the giving of rights, and takes it back at once', async () => {
  const teacher = await person({ role: 'teacher', schoolId: own });
  expect(await may(teacher.token)).toEqual({ staff: 403, suspend: 403, reset: 403 });
  const lent = await lend(teacher, { operations: ['library-staff'] });
  expect([lent.status, lent.body]).toMatchObject([
    201,
    { fromAccountId: head.id, toUsername: teacher.username, operations: ['library-staff'], holds: true },
  ]);
  const token = await again(teacher.username);
  expect(await may(token)).toEqual({ staff: 201, suspend: 403, reset: 403 });
  // What everybody may is nobody's to lend.
  expect((await ask('GET', '/me', token)).status).toBe(200);
  const all = await lend(teacher);
  const withAll = await again(teacher.username);
  expect(await may(withAll)).toEqual({ staff: 201, suspend: 404, reset: 403 });
  // Neither is it his to lend on.
  expect((await lend(head, {}, withAll)).status).toBe(403);
  for (const { body } of [lent, all]) {
    const stranger = await person({ role: 'school-head', schoolId: foreign });
    expect((await ask('POST', `/delegations/${body.id}/revocation`, stranger.token)).status).toBe(404);
    expect((await ask('GET', `/delegations/${body.id}`, stranger.token)).status).toBe(404);
    expect((await ask('POST', `/delegations/${body.id}/revocation`, head.token)).status).toBe(200);
    expect((await ask('POST', `/delegations/${body.id}/revocation`, head.token)).status).toBe(200);
  }
  await eventually(async () => expect((await ask('GET', '/me', withAll)).status).toBe(401));
  expect(await may(await again(teacher.username))).toEqual({ staff: 403, suspend: 403, reset: 403 });
  const { items } = (
    await ask<{ items: { what: string }[] }>('GET', `/rights-entries?accountId=${teacher.id}`, head.token)
  ).body;
  expect(items.map(({ what }) => what)).toEqual(['lent-back', 'lent-back', 'lent', 'lent', 'given']);
});

it('lends no more than he has, to nobody else and for no longer', async () => {
  const teacher = await person({ role: 'teacher', schoolId: own });
  const elsewhere = await person({ role: 'teacher', schoolId: foreign });
  const device = await person({ role: 'device', schoolId: own });
  expect((await lend(head)).body.code).toBe('account.own');
  expect((await lend(teacher, { role: 'librarian' })).body.code).toBe('delegation.more-than-own');
  for (const id of [elsewhere.id, device.id, randomUUID()]) expect((await lend({ id })).status).toBe(422);
  expect((await lend(teacher, { schoolId: foreign })).status).toBe(403);
  for (const operations of [[], ['grants'], ['grants.give'], ['no-such'], ['checkouts.create']])
    expect([operations, (await lend(teacher, { operations })).status]).toEqual([operations, 400]);
  for (const [hours, status] of [
    [-1, 400],
    [366 * 24 + 1, 400],
    [366 * 24 - 1, 201],
  ] as const)
    expect([hours, (await lend(teacher, { endsAt: inHours(hours) })).status]).toEqual([hours, status]);
  const more = await Promise.all([1, 2, 3].map(() => lend(teacher)));
  expect(more.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
  expect(more.find(({ status }) => status === 409)?.body.code).toBe('delegation.too-many');
});

it('what was lent ends with what the head himself has, and with who has left the school', async () => {
  const second = await person({ role: 'school-head', schoolId: own });
  const teacher = await person({ role: 'teacher', schoolId: own }, { role: 'teacher', schoolId: foreign });
  expect((await lend(teacher, {}, second.token)).status).toBe(201);
  const token = await again(teacher.username);
  expect((await may(token)).suspend).toBe(404);
  await readers.ask('PATCH', `/api/v1/accounts/${second.id}`, readers.admin, {
    body: { disabled: true },
    headers: { 'if-match': '"v1"' },
  });
  await eventually(async () => expect((await ask('GET', '/me', token)).status).toBe(401));
  expect((await may(await again(teacher.username))).suspend).toBe(403);
  await readers.ask('PATCH', `/api/v1/accounts/${second.id}`, readers.admin, {
    body: { disabled: false },
    headers: { 'if-match': '"v2"' },
  });
  expect((await may(await again(teacher.username))).suspend).toBe(404);
  await readers.ask('PATCH', `/api/v1/accounts/${teacher.id}`, readers.admin, {
    body: { grants: [{ role: 'teacher', schoolId: foreign }] },
    headers: { 'if-match': '"v1"' },
  });
  expect((await may(await again(teacher.username))).suspend).toBe(403);
});

it('lists and prints what was lent', async () => {
  const csv = await fetch(`${readers.url}/api/v1/delegations?format=csv`, {
    headers: { authorization: `Bearer ${head.token}`, 'accept-language': 'zh' },
  });
  const [titles = '', first = ''] = (await csv.text()).replace('\ufeff', '').split('\r\n');
  expect(titles).toBe('学校,委托人,受托人,角色,范围,起,止,撤回时间');
  expect(first).toContain('学校A,');
  const holding = await ask<{ items: DelegationView[] }>('GET', '/delegations?holding=true', readers.admin);
  expect(holding.body.items.every(({ holds }) => holds)).toBe(true);
  const foreignHead = await person({ role: 'school-head', schoolId: foreign });
  expect((await ask<{ items: unknown[] }>('GET', '/delegations', foreignHead.token)).body.items).toEqual([]);
});

it('a post says what is asked of who holds it, and gives the operations for it and no others', async () => {
  const post = { name: '期刊管理员', role: 'librarian', responsibilities: '登到、装订、统计' };
  const create = (body: object, as = head.token) =>
    ask<PostView & Coded>('POST', '/posts', as, { ...post, ...body });
  const { body: made, status } = await create({ operations: ['library-staff', 'classes.create'] });
  expect([status, made]).toMatchObject([
    201,
    { schoolId: own, operations: ['classes.create', 'library-staff'], holders: 0 },
  ]);
  expect((await create({ operations: ['library-staff'] })).body.code).toBe('post.name-taken');
  for (const operations of [[], ['grants'], ['schools.create'], ['nonsense']])
    expect([operations, (await create({ name: 'X', operations })).status]).toEqual([operations, 400]);
  const clerk = await person({ role: 'librarian', schoolId: own, postId: made.id });
  expect(await may(clerk.token)).toEqual({ staff: 201, suspend: 403, reset: 403 });
  const foreignHead = await person({ role: 'school-head', schoolId: foreign });
  const give = { role: 'librarian', schoolId: foreign, postId: made.id };
  expect((await ask('POST', `/accounts/${foreignHead.id}/grants`, readers.admin, give)).status).toBe(422);
  expect((await ask('GET', `/posts/${made.id}`, foreignHead.token)).status).toBe(404);
  expect((await ask('PATCH', `/posts/${made.id}`, foreignHead.token, { name: 'Y' }, 1)).status).toBe(404);
  expect((await ask('DELETE', `/posts/${made.id}`, head.token)).body.code).toBe('post.in-use');
  const changed = await ask('PATCH', `/posts/${made.id}`, head.token, { operations: ['classes'] }, 1);
  expect([changed.status, changed.body]).toMatchObject([200, { version: 2, holders: 1 }]);
  await eventually(async () => expect((await ask('GET', '/me', clerk.token)).status).toBe(401));
  expect(await may(await again(clerk.username))).toEqual({ staff: 403, suspend: 403, reset: 403 });
  const csv = await fetch(`${readers.url}/api/v1/posts?format=csv`, {
    headers: { authorization: `Bearer ${head.token}`, 'accept-language': 'zh' },
  });
  const [titles, first] = (await csv.text()).replace('\ufeff', '').split('\r\n');
  expect(titles).toBe('学校,岗位,角色,职责,权限,任职数');
  expect(first).toBe('学校A,期刊管理员,图书管理员,登到、装订、统计,classes,1');
  // A post of the county is everybody's to see, and the county's to change.
  const { body: ofCounty } = await create({ operations: ['classes'], name: '编目员' }, readers.admin);
  expect((await ask('GET', `/posts/${ofCounty.id}`, foreignHead.token)).status).toBe(200);
  expect((await ask('PATCH', `/posts/${ofCounty.id}`, head.token, { name: 'Y' }, 1)).status).toBe(404);
  expect((await ask('DELETE', `/posts/${ofCounty.id}`, readers.admin)).status).toBe(204);
});
