import { expect } from '@jest/globals';
import type { Grant } from '@shulian/contracts/access';
import type { ReaderId, SchoolClassId } from '@shulian/contracts/ids';
import { ReaderEnrolledV1 } from '@shulian/contracts/readers';
import { newId } from '@shulian/service-kit';
import { announceForTests, eventually, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { LogbookSchool } from '../logbooks/a-logbook-school.builder.js';
import type { SchoolContestView } from './contest-views.http.js';
import type { ContestEntryView } from './entries/entries.http.js';

type Reply<Body> = { readonly status: number; readonly body: Body & { readonly code?: string } };
type Page<Item> = { readonly items: Item[]; readonly nextCursor: string | null };
/** Somebody with a token, and the account that stands in it. */
export type Person = { readonly token: string; readonly account: string; readonly readerId: ReaderId | null };

/**
 * Wednesday, 14 October 2026, ten in the morning, in 第1小学: 三年级1班 with the pupils of `pupils`, 一年级2班 with one, a neighbour
 * school, teachers with accounts of their own.
 */
export class ContestSchool {
  private constructor(
    private readonly base: LogbookSchool,
    readonly librarian: Person,
    readonly head: Person,
    /** Of 三年级1班. */
    readonly teacher: Person,
    /** Of 一年级2班. */
    readonly colleague: Person,
    readonly foreign: Person,
    readonly pupils: readonly Person[],
    readonly younger: Person,
  ) {}

  static async open(name: string, pupils = 3): Promise<ContestSchool> {
    const base = await LogbookSchool.open(await freshDatabase(name));
    const { school, foreignSchool, classes, readers } = base;
    const enrolled: Person[] = [];
    const enrol = async (kind: 'student' | 'teacher', classId: SchoolClassId | null): Promise<ReaderId> => {
      const readerId = newId<ReaderId>();
      const place = { classId, section: classId === null ? null : ('primary' as const), entryYear: null };
      const stands = { leftOn: null, leftWhy: null, suspension: null };
      await announceForTests(
        base.service,
        ReaderEnrolledV1.announce({ readerId, schoolId: school, kind, ...place, ...stands }, 1),
      );
      return readerId;
    };
    const person = (readerId: ReaderId | null, ...grants: Grant[]) =>
      ContestSchool.signed(base, readerId, grants);
    const reading = (readerId: ReaderId): Promise<Person> =>
      person(readerId, { role: 'reader', schoolId: school, readerId });
    enrolled.push(await reading(readers.pupil), await reading(readers.classmate));
    while (enrolled.length < pupils) enrolled.push(await reading(await enrol('student', classes[0])));
    const colleague = await enrol('teacher', null);
    const expected = 5 + enrolled.length - 2 + 1;
    await eventually(async () => {
      const known = await base.service.sql('select from known_reader');
      if (known.length < expected) throw new Error('not all is known yet');
    });
    const teaching = (readerId: ReaderId, classId: SchoolClassId): Promise<Person> =>
      person(
        readerId,
        { role: 'teacher', schoolId: school, classId },
        { role: 'reader', schoolId: school, readerId },
      );
    return new ContestSchool(
      base,
      await person(null, { role: 'librarian', schoolId: school }),
      await person(null, { role: 'school-head', schoolId: school }),
      await teaching(readers.teacher, classes[0]),
      await teaching(colleague, classes[1]),
      await person(null, { role: 'librarian', schoolId: foreignSchool }),
      enrolled,
      await reading(readers.other),
    );
  }

  private static async signed(
    base: LogbookSchool,
    readerId: ReaderId | null,
    grants: Grant[],
  ): Promise<Person> {
    const account = newId();
    const claims = { sub: account, kind: 'account', grants, scopes: [], schools: null } as const;
    return { token: await base.service.signer.sign(claims), account, readerId };
  }

  get service(): ServiceForTests {
    return this.base.service;
  }
  get schoolId(): string {
    return this.base.school;
  }
  get foreignSchool(): string {
    return this.base.foreignSchool;
  }
  get classes(): readonly [SchoolClassId, SchoolClassId] {
    return this.base.classes;
  }
  get title(): string {
    return this.base.title;
  }
  end(): Promise<void> {
    return this.base.end();
  }

  async call<Body = Record<string, never>>(
    as: Person | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<Body>> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.service.url}/api/v1${path}`, {
      method,
      headers: {
        ...(as === null ? {} : { authorization: `Bearer ${as.token}` }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as never };
  }

  /** What has to work. */
  async done<Body>(as: Person | null, method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.call<Body>(as, method, path, body);
    expect({ path, ...answer }).toMatchObject({ path, status: method === 'POST' ? expect.any(Number) : 200 });
    expect({ path, body: answer.body, ok: answer.status < 300 }).toMatchObject({ ok: true });
    return answer.body;
  }

  /** Status and code of what is refused. */
  async refusal(as: Person | null, method: string, path: string, body?: unknown): Promise<string> {
    const answer = await this.call(as, method, path, body);
    return `${String(answer.status)} ${String(answer.body.code)}`;
  }

  async items<Item>(as: Person | null, path: string): Promise<Item[]> {
    return (await this.done<Page<Item>>(as, 'GET', path)).items;
  }

  /** The printed list as lines, in Chinese; names are put in by the gateway. */
  async printed(as: Person, path: string): Promise<string[]> {
    const answer = await fetch(
      `${this.service.url}/api/v1${path}${path.includes('?') ? '&' : '?'}format=csv`,
      { headers: { authorization: `Bearer ${as.token}`, 'accept-language': 'zh' } },
    );
    expect({ path, status: answer.status }).toEqual({ path, status: 200 });
    return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
  }

  /** A contest that is open today, unless told otherwise. */
  async contest(more: Readonly<Record<string, unknown>> = {}, open = true): Promise<SchoolContestView> {
    const contest = await this.done<SchoolContestView>(this.librarian, 'POST', '/contests', {
      name: '读名著征文',
      type: 'essay',
      organisers: ['语文组', '图书馆'],
      opensOn: '2026-10-01',
      dueOn: '2026-10-31',
      plan: '十月征稿，十一月评奖。',
      ...more,
    });
    return open ? this.step(contest.id, 'open') : contest;
  }

  step(id: string, step: string, more: object = {}, as = this.librarian): Promise<SchoolContestView> {
    return this.done<SchoolContestView>(as, 'POST', `/contests/${id}/step`, { step, ...more });
  }

  handIn(
    as: Person,
    contestId: string,
    more: object = { text: '我爱读西游记。' },
  ): Promise<ContestEntryView> {
    return this.done<ContestEntryView>(as, 'POST', '/contest-entries', { contestId, ...more });
  }

  /** One score of a judge for each of these works. */
  score(as: Person, id: string, ...scores: readonly (readonly [entryId: string, tenths: number])[]) {
    const items = scores.map(([entryId, tenths]) => ({ entryId, tenths }));
    return this.done<{ scored: number; judgeId: string }>(as, 'PUT', `/contests/${id}/scores`, { items });
  }

  /** Decided by one score for each work, of a librarian who is the only judge. */
  async decided(
    id: string,
    scores: readonly (readonly [entryId: string, tenths: number])[],
  ): Promise<SchoolContestView> {
    await this.step(id, 'close');
    const items = [{ accountId: this.librarian.account }];
    await this.done(this.librarian, 'PUT', `/contests/${id}/judges`, { items });
    await this.score(this.librarian, id, ...scores);
    return this.step(id, 'decide');
  }
}
