import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { GuardianView } from '../guardians/guardians.http.js';
import { ResealWebhooks } from '../notice-settings/reseal-webhooks.use-case.js';
import type { NoticeSettingsView } from '../notice-settings/notice-settings.http.js';
import type {
  NoticePreview,
  NoticeTemplatesPage,
  NoticeTemplateView,
} from '../notice-templates/notice-templates.http.js';
import type { NoticeContactsPage, NoticeContactView } from './notice-contacts.http.js';
import { ReviewContacts } from './review-contacts.use-case.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let schoolId: string;
let classId: string;
let librarian: string;
let head: string;
let teacher: string;
let otherTeacher: string;
let otherLibrarian: string;

beforeAll(async () => {
  database = await freshDatabase('readers_notice_contacts');
  readers = await aReadersService(database.ownerUrl);
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校 ${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  schoolId = await open('A');
  const other = await open('B');
  const openClass = async (classNo: number): Promise<string> => {
    const body = { schoolId, section: 'primary', entryYear: 2024, classNo };
    return (await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, body)).id;
  };
  classId = await openClass(1);
  librarian = await readers.as({ role: 'librarian', schoolId });
  head = await readers.as({ role: 'school-head', schoolId });
  otherLibrarian = await readers.as({ role: 'librarian', schoolId: other });
  teacher = await readers.as({ role: 'teacher', schoolId, classId });
  otherTeacher = await readers.as({ role: 'teacher', schoolId, classId: await openClass(2) });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const ask = <Body = Record<string, unknown>>(
  as: string,
  method: string,
  path: string,
  body?: object,
  version?: number,
): Promise<Answered<Body>> =>
  readers.ask(method, `/api/v1${path}`, as, {
    ...(body === undefined ? {} : { body }),
    ...(version === undefined ? {} : { headers: { 'if-match': `"v${String(version)}"` } }),
  });
const codeOf = ({ status, body }: Answered<object>): unknown => [status, 'code' in body ? body.code : null];
const pupil = async (name: string): Promise<string> =>
  (
    await readers.done<{ id: string }>('POST', '/api/v1/readers', librarian, {
      kind: 'student',
      name,
      classId,
    })
  ).id;
const guardian = async (readerId: string, more: object = {}): Promise<GuardianView> =>
  readers.done('POST', '/api/v1/guardians', teacher, { readerId, name: '妈妈', relation: 'mother', ...more });
const enter = (as: string, whose: object, address = 'li@example.com'): Promise<Answered<NoticeContactView>> =>
  ask(as, 'POST', '/notice-contacts', { ...whose, address, consentHow: 'signed' });
const seenBy = async (as: string, query = ''): Promise<(string | null)[]> =>
  (await readers.done<NoticeContactsPage>('GET', `/api/v1/notice-contacts?${query}`, as)).items.map(
    ({ address }) => address,
  );

describe('where notices go', () => {
  it('is entered by consent, kept encrypted, shown whole to who sees to it and masked in lists, and forgotten when it is withdrawn', async () => {
    const readerId = await pupil('李小树');
    const entered = await enter(teacher, { readerId }, ' Li.Ming@Example.COM ');
    expect(entered.body).toMatchObject({ whose: 'reader', readerId, classId, address: 'Li.Ming@example.com', language: 'zh', consentOn: '2026-10-12', version: 1 }); // prettier-ignore
    const { id } = entered.body;
    expect(codeOf(await enter(librarian, { readerId }))).toEqual([409, 'notice-contact.known']);
    const [kept] = await readers.sql<{ address: Buffer }>(
      'select address from notice_contact where id = $1',
      [id],
    );
    expect(kept?.address.toString('latin1')).not.toContain('example');
    expect(await seenBy(teacher)).toEqual(['L***@example.com']);
    expect((await ask(teacher, 'GET', `/notice-contacts/${id}`)).body['address']).toBe('Li.Ming@example.com');
    const changed = await ask<NoticeContactView>(teacher, 'PATCH', `/notice-contacts/${id}`, { address: 'new@example.cn', language: 'en' }, 1); // prettier-ignore
    expect(changed.body).toMatchObject({ address: 'new@example.cn', language: 'en', version: 2 });
    expect((await ask(teacher, 'PATCH', `/notice-contacts/${id}`, { language: 'zh' }, 1)).status).toBe(412);
    for (const as of [otherTeacher, otherLibrarian]) {
      expect((await ask(as, 'GET', `/notice-contacts/${id}`)).status).toBe(404);
      expect((await ask(as, 'PATCH', `/notice-contacts/${id}`, { language: 'zh' }, 2)).status).toBe(404);
      expect((await ask(as, 'DELETE', `/notice-contacts/${id}`)).status).toBe(404);
      expect(await seenBy(as)).toEqual([]);
      expect((await enter(as, { readerId: await pupil('别人的') })).status).toBe(422);
    }
    const self = await readers.as({ role: 'reader', schoolId, readerId } as never);
    expect(await seenBy(self)).toEqual(['n***@example.cn']);
    expect((await ask(self, 'DELETE', `/notice-contacts/${id}`)).status).toBe(204);
    expect((await ask(librarian, 'GET', `/notice-contacts/${id}`)).status).toBe(404);
    expect(await readers.sql('select from notice_contact where reader_id = $1', [readerId])).toEqual([]);
    expect((await enter(self, { readerId })).status).toBe(201);
  });

  it('of a guardian needs his consent, goes with it, and is none of the pupil’s business', async () => {
    const readerId = await pupil('王小河');
    const unasked = await guardian(readerId);
    expect(codeOf(await enter(teacher, { guardianId: unasked.id }))).toEqual([
      409,
      'notice-contact.no-consent',
    ]);
    const agreed = await guardian(readerId, { name: '爸爸', consentHow: 'signed' });
    const self = await readers.as({ role: 'reader', schoolId, readerId } as never);
    expect((await enter(self, { guardianId: agreed.id })).status).toBe(422);
    const { id } = (await enter(teacher, { guardianId: agreed.id }, 'wang@example.com')).body;
    expect(await seenBy(self)).toEqual([]);
    expect((await ask(self, 'GET', `/notice-contacts/${id}`)).status).toBe(404);
    expect(await seenBy(librarian, `whose=guardian&readerId=${readerId}`)).toEqual(['w***@example.com']);
    await ask(teacher, 'PATCH', `/guardians/${agreed.id}`, { withdrawn: true }, agreed.version);
    expect((await ask(librarian, 'GET', `/notice-contacts/${id}`)).status).toBe(404);
    const again = await guardian(readerId, { name: '爷爷', consentHow: 'online' });
    await enter(teacher, { guardianId: again.id }, 'ye@example.com');
    await ask(teacher, 'DELETE', `/guardians/${again.id}`);
    expect(await readers.sql('select from notice_contact where reader_id = $1', [readerId])).toEqual([]);
  });

  it('of a teacher is entered by himself or his library, and by nobody for an account of another school', async () => {
    const own = (await readers.done<{ id: string }>('GET', '/api/v1/me', teacher)).id;
    const others = (await readers.done<{ id: string }>('GET', '/api/v1/me', otherTeacher)).id;
    expect((await enter(teacher, { accountId: others })).status).toBe(422);
    expect((await enter(otherLibrarian, { accountId: own })).status).toBe(422);
    const entered = await enter(teacher, { accountId: own }, 't@example.com');
    expect(entered.body).toMatchObject({
      whose: 'teacher',
      accountId: own,
      readerId: null,
      address: 't@example.com',
    });
    expect((await enter(librarian, { accountId: others }, 'o@example.com')).status).toBe(201);
    expect(await seenBy(teacher, 'whose=teacher')).toEqual(['t***@example.com']);
    expect(await seenBy(librarian, 'whose=teacher')).toEqual(['t***@example.com', 'o***@example.com']);
  });

  it.each(['a@b.cn\r\nBcc: c@d.cn', 'a@b.cn,c@d.cn', 'Li <a@b.cn>', 'nobody', `${'a'.repeat(250)}@b.cn`])(
    'is never %j',
    async (address) => {
      expect((await enter(teacher, { readerId: await pupil('无') }, address)).status).toBe(400);
    },
  );

  it('is sealed anew with a new key, and forgotten a month after its reader has left', async () => {
    const [stays, leaves] = [await pupil('留'), await pupil('走')];
    await enter(teacher, { readerId: stays }, 'stays@example.com');
    await enter(teacher, { readerId: leaves }, 'leaves@example.com');
    await readers.sql(`update reader set left_on = '2026-09-11', left_why = 'left' where id = $1`, [leaves]);
    process.env['SHULIAN_CONTACT_KEYS'] = `k1:${randomBytes(32).toString('base64')}`;
    const review = (day: string) => readers.app.get(ReviewContacts).execute(day as CalendarDay, new AbortController().signal); // prettier-ignore
    expect(await review('2026-10-11')).toMatchObject({ forgotten: 0, unreadable: 0 });
    expect(await review('2026-10-12')).toMatchObject({ forgotten: 1, resealed: 0, unreadable: 0 });
    expect(await readers.sql(`select distinct key_id from notice_contact`)).toEqual([{ key_id: 'k1' }]);
    expect(await seenBy(librarian, `readerId=${stays}`)).toEqual(['s***@example.com']);
    const hook = { url: 'https://example.com/hook?key=secret', shape: 'plain' };
    await ask(head, 'PUT', '/notice-settings/webhook', hook);
    const [old] = await readers.sql<{ url: Buffer }>('select url from notice_webhook');
    process.env['SHULIAN_CONTACT_KEYS'] =
      `k2:${randomBytes(32).toString('base64')},${process.env['SHULIAN_CONTACT_KEYS']}`;
    const reseal = () => readers.app.get(ResealWebhooks).execute(new AbortController().signal);
    expect([await reseal(), await reseal()]).toEqual([1, 0]);
    const [young] = await readers.sql<{ url: Buffer; key_id: string }>(
      'select url, key_id from notice_webhook',
    );
    expect(young?.key_id).toBe('k2');
    expect(young?.url.equals(old?.url ?? Buffer.alloc(0))).toBe(false);
    delete process.env['SHULIAN_CONTACT_KEYS'];
    expect(await seenBy(librarian, `readerId=${stays}`)).toEqual([null]);
    const n = (await readers.sql('select from notice_contact')).length;
    expect(await review('2026-10-12')).toEqual({ forgotten: 0, resealed: 0, unreadable: n });
  });

  it('is sealed anew also behind many whose key is gone', async () => {
    const child = await pupil('后');
    const { id } = (await enter(teacher, { readerId: child }, 'behind@example.com')).body;
    // As many as a slice has, before it by their ids.
    await readers.sql(
      `with g as (insert into guardian (id, school_id, reader_id, name, relation, consent_on, consent_how, version, created_on, created_by)
         select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, $2, '家长' || n, 'mother', '2026-09-01', 'signed', 1, '2026-09-01', 'test'
         from generate_series(1, 200) n
         returning id)
       insert into notice_contact (id, school_id, whose, reader_id, guardian_id, address, key_id, language, consent_on, consent_how, version, entered_by)
       select g.id, $1, 'guardian', $2, g.id, '\\x00', 'gone', 'zh', '2026-09-01', 'signed', 1, 'test' from g`,
      [schoolId, child],
    );
    process.env['SHULIAN_CONTACT_KEYS'] = `k3:${randomBytes(32).toString('base64')}`;
    await readers.app.get(ReviewContacts).execute('2026-10-12' as CalendarDay, new AbortController().signal);
    expect(await readers.sql('select key_id from notice_contact where id = $1', [id])).toEqual([
      { key_id: 'k3' },
    ]);
    delete process.env['SHULIAN_CONTACT_KEYS'];
  });
});

describe('how a school sends', () => {
  it('is as usual until it says otherwise, and is of one school alone', async () => {
    const path = `/notice-settings?schoolId=${schoolId}`;
    const settings = await ask<NoticeSettingsView>(librarian, 'GET', path);
    expect(settings.body).toMatchObject({ paused: false, quietFrom: 21, quietUntil: 7, perHour: 200, language: 'zh', mail: false, version: 1 }); // prettier-ignore
    const change = (as: string, body: object, version: number) =>
      ask(as, 'PATCH', '/notice-settings', body, version);
    const both = await Promise.all([change(head, { paused: true }, 1), change(librarian, { perHour: 5 }, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await change(head, { quietFrom: 24 }, 2)).status).toBe(400);
    const stranger = { recipients: [{ kind: 'new-books', recipients: ['guardian'] }] };
    for (const recipients of [[null], ['x'], [{ kind: 'recall' }, { kind: 'recall' }]])
      expect((await change(head, { recipients }, 2)).status).toBe(400);
    expect((await change(head, stranger, 2)).status).toBe(400);
    expect((await change(otherLibrarian, { schoolId, paused: true }, 2)).status).toBe(403);
    expect((await ask(otherLibrarian, 'GET', path)).status).toBe(403);
    expect((await ask(readers.admin, 'PATCH', '/notice-settings', { schoolId, paused: false }, 2)).body).toMatchObject({ version: 3 }); // prettier-ignore
  });

  it('puts its notices in its own words, sees them with sample facts, and goes back to the shipped ones', async () => {
    const path = '/notice-templates/overdue.class-teacher.zh';
    const shipped = await ask<NoticeTemplateView>(librarian, 'GET', path);
    expect(shipped.body).toMatchObject({
      own: false,
      version: 1,
      kind: 'overdue',
      recipient: 'class-teacher',
    });
    const words = { subject: '{{className}} {{people}} 人', body: '请看：\n{{lines}}' };
    const wrong = await ask(head, 'PATCH', path, { ...words, body: '{{readerNmae}}' }, 1);
    expect(codeOf(wrong)).toEqual([409, 'notice-template.unknown-variable']);
    expect((await ask(head, 'PATCH', path, { ...words, subject: 'a\nb' }, 1)).status).toBe(400);
    const writes = await Promise.all([1, 2, 3].map(() => ask(head, 'PATCH', path, words, 1)));
    expect(writes.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const preview = await ask<NoticePreview>(librarian, 'POST', `${path}/preview`, {});
    expect(preview.body.subject).toBe('三年级2班 2 人');
    expect(preview.body.body).toContain('李小树：2 册（项），超期 3 天');
    expect((await ask(head, 'POST', `${path}/preview`, { body: '{{x}}' })).body['code']).toBe(
      'notice-template.unknown-variable',
    );
    const { items } = (await ask<NoticeTemplatesPage>(librarian, 'GET', '/notice-templates?kind=overdue'))
      .body;
    expect(items.filter(({ own }) => own).map(({ name }) => name)).toEqual(['overdue.class-teacher.zh']);
    expect((await ask(otherLibrarian, 'GET', path)).body).toMatchObject({ own: false });
    expect((await ask(otherLibrarian, 'PATCH', path, { ...words, schoolId }, 2)).status).toBe(403);
    expect((await ask(otherLibrarian, 'DELETE', `${path}?schoolId=${schoolId}`)).status).toBe(403);
    expect((await ask(head, 'DELETE', path)).status).toBe(204);
    expect((await ask(head, 'GET', path)).body).toMatchObject({ own: false, version: 1 });
    expect((await ask(head, 'GET', '/notice-templates/overdue.nobody.zh')).status).toBe(404);
  });
});
