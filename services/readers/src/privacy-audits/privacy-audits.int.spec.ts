import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personalColumns } from '@shulian/contracts/personal-data';
import { Clock } from '@shulian/service-kit';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { SealAccessLog } from '../access-records/seal-access-log.use-case.js';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type { PersonalFieldsPage, PersonalField, PrivacyAuditsPage } from './privacy-audits.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let schools: string[];
let head: string;
let librarian: string;

beforeAll(async () => {
  database = await freshDatabase('readers_privacy_audits');
  readers = await aReadersService(database.ownerUrl);
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校 ${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  schools = [await open('A'), await open('B')];
  const [schoolId = ''] = schools;
  head = await readers.as({ role: 'school-head', schoolId });
  librarian = await readers.as({ role: 'librarian', schoolId });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const get = <Body>(path: string, as = head): Promise<Body> => readers.done('GET', `/api/v1${path}`, as);

describe('what is answered for once a year', () => {
  it('is counted for a school, and for each of the county, without a name', async () => {
    const enrol = (kind: string, name: string): Promise<ReaderView> =>
      readers.done('POST', '/api/v1/readers', librarian, { kind, name });
    const pupil = await enrol('student', '王小明');
    await enrol('teacher', '李老师');
    const year = Number(readers.app.get(Clock).today().slice(0, 4));
    await get(`/readers/${pupil.id}`, librarian);
    await get(`/readers/${pupil.id}`, librarian);
    await readers.app.get(SealAccessLog).execute();
    const [own, ...none] = (await get<PrivacyAuditsPage>(`/privacy-audits?year=${year}`)).items;
    expect(none).toEqual([]);
    expect(own).toMatchObject({
      code: 'A',
      persons: 2,
      pupils: 1,
      leftPupils: 0,
      consents: 0,
      withdrawn: 0,
      seals: 1,
    });
    expect([own?.reads, own?.callers, own?.mostByOne]).toEqual([2, 1, 2]);
    expect(own?.lastHash).toMatch(/^[0-9a-f]{64}$/);
    const other = (await get<PrivacyAuditsPage>(`/privacy-audits?year=${year - 1}`)).items[0];
    expect(other).toMatchObject({ reads: 0, callers: 0, mostByOne: 0, persons: 2 });
    const all = (await get<PrivacyAuditsPage>(`/privacy-audits?year=${year}`, readers.admin)).items;
    expect(all.map(({ code, persons }) => [code, persons])).toEqual([['A', 2], ['B', 0]]); // prettier-ignore
    expect(JSON.stringify(all)).not.toContain('王小明');
    // What else the pack of the county office asks of each school.
    const within = `from=${year}-01-01T00:00:00%2B08:00&to=${year + 1}-01-01T00:00:00%2B08:00`;
    for (const path of [
      `accounts?schoolId=${own?.schoolId ?? ''}&${within}`,
      `seals?schoolId=${own?.schoolId ?? ''}`,
    ])
      expect((await get<{ items: unknown[] }>(`/access-records/${path}`, readers.admin)).items).toHaveLength(
        1,
      );
    const foreign = await readers.ask(
      'GET',
      `/api/v1/privacy-audits?year=${year}&schoolId=${schools[1] ?? ''}`,
      head,
    );
    expect(foreign.status).toBe(403);
    expect((await readers.ask('GET', `/api/v1/privacy-audits?year=${year}`, librarian)).status).toBe(403);
    expect((await readers.ask('GET', '/api/v1/privacy-audits?year=1999', head)).status).toBe(400);
  });

  it('names every field that holds something of a person, page by page and printed with its purpose', async () => {
    const all: PersonalField[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: PersonalFieldsPage = await get(`/data-dictionary?limit=200&cursor=${cursor}`);
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(all).toEqual(personalColumns);
    const ofOne = await get<PersonalFieldsPage>('/data-dictionary?service=gateway');
    expect(new Set(ofOne.items.map(({ service }) => service))).toEqual(new Set(['gateway']));
    const answer = await fetch(`${readers.url}/api/v1/data-dictionary?format=csv&service=readers`, {
      headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
    });
    const lines = (await answer.text()).replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toBe('服务,表,字段,内容,用途,可见,保存');
    expect(lines).toContain('readers,reader,name,姓名,读者与借书证,本人、任课教师、本校,至注销后删除');
  });
});
