import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHelpedSchool, type HelpedSchool } from '../helper-office/a-helped-school.builder.js';

type Entry = {
  readonly operation: string;
  readonly line: string | null;
  readonly byId: string;
  readonly byName: string | null;
  readonly schoolId: string | null;
};
const PATH = '/operations/readers/operator-entries';
let school: HelpedSchool;
let me: { readonly id: string; readonly username: string };
beforeAll(async () => {
  school = await aHelpedSchool('readers_operator_trail');
  me = (await school.ask<{ id: string; username: string }>('GET', '/me')).body;
});
afterAll(() => school?.stop());

const entries = async (query = '', as = school.head): Promise<Entry[]> =>
  (await school.ask<{ items: Entry[] }>('GET', `${PATH}?${query}`, undefined, as)).body.items;
const member = { name: '李老师', title: 'clerk', education: 'college', post: '流通', isHead: false };

it('[GTW-009] every line of a register says who did what to it and when, and the trail only grows', async () => {
  const entered = await school.ask<{ id: string; version: number }>('POST', '/library-staff', member);
  const { id } = entered.body;
  await school.ask('PATCH', `/library-staff/${id}`, { post: '编目' }, undefined, 1);
  await school.ask('DELETE', `/library-staff/${id}`);
  const seen = await entries(`line=${id.toUpperCase()}`);
  expect(seen.map(({ operation }) => operation)).toEqual([
    'library-staff.remove',
    'library-staff.change',
    'library-staff.enter',
  ]);
  for (const entry of seen)
    expect(entry).toMatchObject({ byId: me.id, byName: me.username, line: id, schoolId: school.id });
  expect(await entries(`line=${id}&operation=library-staff.change`)).toHaveLength(1);
  expect(await entries(`byId=${me.id}&operation=library-staff&limit=2`)).toHaveLength(2);
  expect(await entries('from=2999-01-01')).toEqual([]);
  const lines = await school.csv(`${PATH}?format=csv&line=${id}`, school.head);
  expect(lines[0]).toBe('时间,经办,操作,说明,对象');
  expect(lines[1]).toContain(`,${me.username},library-staff.remove,`);
  for (const change of ["update operator_entry set by_name = 'X'", 'delete from operator_entry'])
    await expect(school.readers.sql(change)).rejects.toThrow('only grows');
});

it('[GTW-009] posts say what is asked of who holds them and which rights that takes', async () => {
  const post = await school.ask<{ id: string }>(
    'POST',
    '/posts',
    { name: '流通岗', role: 'librarian', responsibilities: '借还、上架', operations: ['library-staff'] },
    school.head,
  );
  expect(post.status).toBe(201);
  const clerk = await school.readers.as({
    role: 'librarian',
    schoolId: school.id,
    postId: post.body.id,
  } as never);
  expect((await school.ask('POST', '/library-staff', member, clerk)).status).toBe(201);
  expect((await school.ask('POST', '/guardians', {}, clerk)).status).toBe(403);
  expect((await school.csv('/posts?format=csv', school.head))[1]).toBe(
    '桃溪小学,流通岗,图书管理员,借还、上架,library-staff,1',
  );
  expect((await entries(`line=${post.body.id}`)).map(({ operation }) => operation)).toEqual(['posts.create']);
});

it('what was refused, read, or said twice leaves no line of its own', async () => {
  const before = (await entries('limit=500')).length;
  expect((await school.ask('POST', '/library-staff', { ...member, title: '教授' })).status).toBe(400);
  expect((await school.ask('DELETE', `/library-staff/${randomUUID()}`)).status).toBe(404);
  expect((await school.ask('POST', '/readers/search', { readerIds: [randomUUID()] })).status).toBe(200);
  const key = { 'idempotency-key': randomUUID() };
  for (let times = 0; times < 2; times += 1)
    await school.readers.ask('POST', '/api/v1/library-staff', school.librarian, {
      body: member,
      headers: key,
    });
  expect((await entries('limit=500')).length).toBe(before + 1);
});

it('a head sees the own school, the county all; others nothing', async () => {
  await school.ask('POST', '/library-staff', member, school.stranger);
  const schools = new Set((await entries('limit=500')).map(({ schoolId }) => schoolId));
  expect(schools).toEqual(new Set([school.id]));
  const ofAll = new Set((await entries('limit=500', school.readers.admin)).map(({ schoolId }) => schoolId));
  expect(ofAll.size).toBeGreaterThan(1);
  expect((await school.ask('GET', PATH)).status).toBe(403);
  const { status } = await school.ask('GET', `${PATH}?schoolId=${randomUUID()}`, undefined, school.head);
  expect(status).toBe(403);
});
