import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CirculationNoticeDueV1 } from '@shulian/contracts/circulation';
import { newId } from '@shulian/service-kit';
import { announceForTests, eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type { NoticeContactView } from '../notice-contacts/notice-contacts.http.js';
import { aPlaceOf, type Place } from './a-place.builder.js';
import { MailServerForTests } from './a-mail-server.builder.js';
import { MessengerForTests } from './a-messenger.builder.js';
import { signatureOf } from './messenger-webhook.adapter.js';
import type { NoticeSheet, NoticesPage, NoticeView } from './notices.http.js';

const NOON = '2026-10-12T04:00:00Z';
let database: FreshDatabase;
let readers: ReadersForTests;
let folder: string;
let mailServer: MailServerForTests;
let mailUrl: string;
let messenger: MessengerForTests;

const itIs = (instant: string): Promise<void> => writeFile(join(folder, 'clock'), instant);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shulian-notices-'));
  await itIs(NOON);
  mailServer = new MailServerForTests();
  mailUrl = await mailServer.start();
  messenger = await MessengerForTests.start();
  Object.assign(process.env, {
    SHULIAN_MAIL_FROM: 'library@county.example',
    SHULIAN_NOTICE_LOOK_MS: '40',
    SHULIAN_WEBHOOK_PRIVATE_HOSTS: 'localhost',
    SHULIAN_WEBHOOK_CA_FILE: messenger.caFile,
  });
  database = await freshDatabase('readers_notices');
  readers = await aReadersService(database.ownerUrl, { SHULIAN_CLOCK: `@${join(folder, 'clock')}` });
});
beforeEach(() => {
  process.env['SHULIAN_SMTP_URL'] = mailUrl;
});
// What one story leaves waiting must not leave in the hours of the next.
afterEach(async () => {
  await readers.sql(`update notice set state = 'cancelled' where state = 'queued'`);
  await itIs(NOON);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
  await mailServer?.stop();
  await messenger?.stop();
  await rm(folder, { recursive: true, force: true });
});

const aPlace = (): Promise<Place> => aPlaceOf(readers);
const ask = <Body = Record<string, unknown>>(
  as: string,
  method: string,
  path: string,
  body?: object,
): Promise<Answered<Body>> => readers.ask(method, `/api/v1${path}`, as, body === undefined ? {} : { body });
const get = <Body>(as: string, path: string): Promise<Body> => readers.done('GET', `/api/v1${path}`, as);
const pupilOf = ({ librarian, classId }: Place, name: string): Promise<ReaderView> =>
  readers.done('POST', '/api/v1/readers', librarian, { kind: 'student', name, classId });
const reach = async (as: string, whose: object, address: string): Promise<NoticeContactView> =>
  readers.done('POST', '/api/v1/notice-contacts', as, { ...whose, address, consentHow: 'signed' });
const set = async ({ head, schoolId }: Place, change: object): Promise<void> => {
  const { headers } = await ask(head, 'GET', `/notice-settings?schoolId=${schoolId}`);
  const answer = await readers.ask('PATCH', '/api/v1/notice-settings', head, {
    body: change,
    headers: { 'if-match': headers.get('etag') ?? '' },
  });
  expect(answer.status).toBe(200);
};
type DueNotice = CirculationNoticeDueV1['data'];
const due = async ({ schoolId }: Place, change: object): Promise<DueNotice> => {
  const data = {
    noticeId: newId(),
    kind: 'overdue',
    causeId: newId(),
    causeOn: '2026-10-12',
    schoolId,
    readerId: null,
    classId: null,
    facts: { count: 2, daysLate: 3, dueOn: '2026-10-09', amountFen: null },
    untilOn: '2026-10-19',
    ...change,
  } as DueNotice;
  await announceForTests(readers, CirculationNoticeDueV1.announce(data, 1));
  return data;
};
const noticesOf = async ({ librarian }: Place, query = ''): Promise<NoticeView[]> =>
  (await get<NoticesPage>(librarian, `/notices?limit=500${query}`)).items;
const states = async (place: Place, query = ''): Promise<string[]> =>
  (await noticesOf(place, query))
    .map(({ recipient, state, why }) => [recipient, state, ...(why === null ? [] : [why])].join(' '))
    .sort();
const become = (place: Place, expected: string[], query = ''): Promise<void> =>
  eventually(async () => expect(await states(place, query)).toEqual(expected), 8_000);
const csvOf = async (as: string, path: string): Promise<string[]> => {
  const answer = await fetch(`${readers.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${as}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};

describe('a notice that is due', () => {
  it('goes to the reader, the guardian who agreed and the class teacher, once, in the words of the school, and its text is kept nowhere', async () => {
    const place = await aPlace();
    const child = await pupilOf(place, '李小树');
    const friend = await pupilOf(place, '王小河');
    await reach(place.librarian, { readerId: child.id }, 'li@example.com');
    const guardian = await ask<{ id: string }>(place.teacher, 'POST', '/guardians', {
      readerId: child.id,
      name: '李妈妈',
      relation: 'mother',
      consentHow: 'signed',
    });
    await reach(place.teacher, { guardianId: guardian.body.id }, 'mother@example.com');
    await reach(place.teacher, { accountId: place.teacherId }, 'teacher@example.com');
    const path = '/notice-templates/overdue.reader.zh';
    const changed = await readers.ask<{ own: boolean }>('PATCH', `/api/v1${path}`, place.head, {
      body: {
        subject: '请还书：{{count}} 册',
        body: '{{readerName}}，{{className}}，超期 {{daysLate}} 天。',
      },
      headers: { 'if-match': '"v1"' },
    });
    expect(changed.body.own).toBe(true);

    const first = await due(place, { readerId: child.id });
    await due(place, { ...first, noticeId: newId() });
    await due(place, { readerId: friend.id, facts: { ...first.facts, count: 1, daysLate: 9 } });
    await become(place, [
      'class-teacher queued',
      'class-teacher queued',
      'guardian sent',
      'reader sent',
      'reader unsendable no-contact',
    ]);
    expect(mailServer.to('li@example.com')).toMatchObject([
      { subject: '请还书：2 册', text: '李小树，三年级2班，超期 3 天。' },
    ]);
    expect(mailServer.to('mother@example.com')[0]?.text).toContain(
      '李小树（三年级2班）有 2 册图书已超期 3 天',
    );
    expect(mailServer.to('li@example.com')[0]?.header.get('auto-submitted')).toBe('auto-generated');

    await itIs('2026-10-12T04:03:00Z');
    await become(place, ['class-teacher sent', 'class-teacher sent', 'guardian sent', 'reader sent', 'reader unsendable no-contact']); // prettier-ignore
    const [toTeacher, ...more] = mailServer.to('teacher@example.com');
    expect(more).toEqual([]);
    expect(toTeacher?.subject).toBe('三年级2班图书超期名单');
    expect(toTeacher?.text).toContain('有 2 人图书超期，共 3 册');
    expect(toTeacher?.text).toMatch(/王小河：1 册（项），超期 9 天.*\n李小树：2 册（项），超期 3 天/);
    const kept =
      JSON.stringify(await readers.sql('select * from notice')) +
      JSON.stringify(await readers.sql('select * from notice_contact'));
    for (const word of ['李小树', '请还书', 'example.com', '超期']) expect(kept).not.toContain(word);
  });

  it('is a list of the school without texts, of its own notices alone, and a sheet of the class by name', async () => {
    const [place, other] = [await aPlace(), await aPlace()];
    const child = await pupilOf(place, '钱小山');
    await due(place, { readerId: child.id, kind: 'compensation', facts: { count: 1, daysLate: null, dueOn: null, amountFen: 2350 } }); // prettier-ignore
    await become(place, ['class-teacher unsendable no-contact', 'reader unsendable no-contact']);
    const [notice] = await noticesOf(place, '&recipient=reader');
    expect(await csvOf(place.librarian, '/notices?format=csv&recipient=reader')).toEqual([
      '日期,种类,收件人,途径,状态,原因,册（项）数,超期天数,应办日期,次数',
      '2026-10-12,赔偿,读者,邮件,无法发送,没有联系方式,1,,,0',
    ]);
    expect(await csvOf(place.teacher, `/notice-sheets?classId=${place.classId}&format=csv`)).toEqual([
      '学生,种类,日期,册（项）数,超期天数,应办日期,金额（元）,已通知',
      '钱小山,赔偿,2026-10-12,1,,,23.50,否',
    ]);
    expect(await noticesOf(other)).toEqual([]);
    const at = `/notices/${notice?.id ?? ''}`;
    expect((await ask(place.librarian, 'GET', at)).body).toMatchObject({
      readerId: child.id,
      state: 'unsendable',
    });
    for (const [method, path] of [
      ['GET', at],
      ['POST', `${at}/retry`],
      ['POST', `${at}/cancel`],
    ] as const)
      // prettier-ignore
      expect((await ask(other.librarian, method, path)).status).toBe(404);
    expect((await ask(other.librarian, 'GET', `/notices?schoolId=${place.schoolId}`)).status).toBe(403);
    expect((await ask(other.teacher, 'GET', `/notice-sheets?classId=${place.classId}`)).status).toBe(403);
    expect(
      (await get<NoticeSheet>(other.librarian, `/notice-sheets?classId=${place.classId}`)).items,
    ).toEqual([]);
    const seen = `select count(*)::int as n from access_log where operation = 'notice-sheets.list' and reader_id = $1`;
    expect(await readers.sql(seen, [child.id])).toEqual([{ n: 1 }]);
  });

  it('is for nobody once it is too late, the reader has left, or the school tells nobody of its kind', async () => {
    const place = await aPlace();
    const [child, gone] = [await pupilOf(place, '甲'), await pupilOf(place, '乙')];
    await reach(place.librarian, { readerId: child.id }, 'zhao@example.com');
    await readers.sql(`update reader set left_on = '2026-10-01', left_why = 'left' where id = $1`, [gone.id]);
    await set(place, { recipients: [{ kind: 'answer', recipients: [] }] });
    await due(place, { readerId: child.id, untilOn: '2026-10-11' });
    await due(place, { readerId: gone.id });
    await due(place, { readerId: child.id, kind: 'answer' });
    await due(place, { readerId: newId() });
    await due(place, { readerId: child.id, kind: 'due-soon', untilOn: '2026-10-12' });
    await become(place, ['reader sent']);
  });
});

describe('sending', () => {
  it('waits in the quiet hours of the school and while it is paused', async () => {
    const place = await aPlace();
    const child = await pupilOf(place, '夜');
    await reach(place.librarian, { readerId: child.id }, 'night@example.com');
    await itIs('2026-10-12T13:00:00Z');
    await due(place, { readerId: child.id, kind: 'due-soon' });
    await become(place, ['reader queued']);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await itIs('2026-10-12T22:59:00Z');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await states(place)).toEqual(['reader queued']);
    await set(place, { paused: true });
    await itIs('2026-10-12T23:00:00Z');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await states(place)).toEqual(['reader queued']);
    await set(place, { paused: false });
    await become(place, ['reader sent']);
    expect(mailServer.to('night@example.com')).toHaveLength(1);
  });

  it('stops at the limit of an hour and goes on with the next', async () => {
    const place = await aPlace();
    await set(place, { perHour: 2 });
    for (const n of [1, 2, 3]) {
      const { id } = await pupilOf(place, `学生${String(n)}`);
      await reach(place.librarian, { readerId: id }, `hour${String(n)}@example.com`);
      await due(place, { readerId: id, kind: 'due-soon' });
    }
    await become(place, ['reader queued', 'reader sent', 'reader sent']);
    await itIs('2026-10-12T04:59:00Z');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await states(place, '&state=queued')).toHaveLength(1);
    await itIs('2026-10-12T05:02:00Z');
    await become(place, ['reader sent', 'reader sent', 'reader sent']);
  });

  it('tries again what was not taken, gives up what is refused, and leaves alone what may have arrived', async () => {
    const place = await aPlace();
    for (const how of ['later', 'refuse', 'cut', 'late']) {
      const { id } = await pupilOf(place, how);
      await reach(place.librarian, { readerId: id }, `${how}.one@example.com`);
      await due(place, { readerId: id, kind: 'due-soon' });
    }
    await become(place, ['reader failed refused', 'reader queued later', 'reader unknown interrupted', 'reader unknown interrupted']); // prettier-ignore
    expect(mailServer.to('late.one@example.com')).toHaveLength(1);
    const [failed] = await noticesOf(place, '&state=failed');
    const again = await ask<NoticeView>(place.head, 'POST', `/notices/${failed?.id ?? ''}/retry`);
    expect(again.body).toMatchObject({ state: 'queued', attempts: 0 });
    await eventually(async () => expect(await noticesOf(place, '&state=failed')).toHaveLength(1), 8_000);
    const [waiting] = await noticesOf(place, '&state=queued');
    const cancel = () => ask(place.librarian, 'POST', `/notices/${waiting?.id ?? ''}/cancel`);
    expect((await cancel()).body).toMatchObject({ state: 'cancelled' });
    expect([(await cancel()).status, (await cancel()).body['code']]).toEqual([409, 'notice.not-now']);
  });

  it('never sends again by itself what a process that died was sending', async () => {
    const place = await aPlace();
    const child = await pupilOf(place, '断');
    await reach(place.librarian, { readerId: child.id }, 'died@example.com');
    await set(place, { paused: true });
    await due(place, { readerId: child.id, kind: 'due-soon' });
    await become(place, ['reader queued']);
    await readers.sql(
      `update notice set state = 'sending', message_id = $2, sending_since = clock_timestamp() - interval '11 minutes' where reader_id = $1`,
      [child.id, newId()],
    );
    await set(place, { paused: false });
    await become(place, ['reader unknown interrupted']);
    expect(mailServer.to('died@example.com')).toEqual([]);
    const [notice] = await noticesOf(place);
    const retry = () => ask(place.librarian, 'POST', `/notices/${notice?.id ?? ''}/retry`);
    const statuses = (await Promise.all([retry(), retry(), retry()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409]);
    await become(place, ['reader sent']);
    expect(mailServer.to('died@example.com')).toHaveLength(1);
  });

  it('keeps no messenger waiting for a mail server that is away, and no school for the messenger of another', async () => {
    const [slow, quick] = [await aPlace(), await aPlace()];
    const hook = (place: Place, path: string, shape = 'plain') =>
      ask<{ signingKey: string; host: string }>(place.head, 'PUT', '/notice-settings/webhook', {
        url: messenger.at(path),
        shape,
      });
    expect((await hook(slow, '/silent')).status).toBe(200);
    const { signingKey, host } = (await hook(quick, '/status/200?key=secret')).body;
    expect(host).toMatch(/^localhost:\d+$/);
    const child = await pupilOf(quick, '名字不出现');
    await reach(quick.librarian, { readerId: child.id }, 'away@example.com');
    await mailServer.stop();
    const facts = { count: 30, daysLate: null, dueOn: '2026-10-16', amountFen: null };
    await due(slow, { classId: slow.classId, kind: 'recall', facts });
    await due(quick, { classId: quick.classId, kind: 'recall', facts });
    await due(quick, { readerId: child.id, kind: 'recall', facts: { ...facts, count: 1 } });
    await become(quick, ['class-teacher unsendable no-contact', 'class-teacher unsendable no-contact', 'reader queued server-away', 'school-channel queued', 'school-channel queued']); // prettier-ignore
    await itIs('2026-10-12T04:03:00Z');
    await become(quick, ['school-channel sent', 'school-channel sent'], '&recipient=school-channel');
    await become(slow, ['school-channel sending'], '&recipient=school-channel');
    const [got, ...others] = messenger.got.filter(({ path }) => path.startsWith('/status/200'));
    expect(others).toEqual([]);
    const said = JSON.parse(got?.body ?? '{}') as { text: string };
    expect(said).toMatchObject({ kind: 'recall', subject: '集中还书通知' });
    expect(said.text).toContain('三年级2班：30 册（项），应于 2026-10-16 前');
    expect(got?.body).not.toContain('名字不出现');
    const signature = String(got?.headers['shulian-signature']);
    expect(signature).toBe(signatureOf(signingKey, Number(/t=(\d+)/.exec(signature)?.[1]), got?.body ?? ''));
    expect(JSON.stringify(await readers.sql('select * from notice_webhook'))).not.toContain('secret=');
    expect(await mailServer.start()).toBe(mailUrl);
    await itIs('2026-10-12T04:10:00Z');
    await become(quick, ['reader sent'], '&recipient=reader');
    messenger.hangUp();
    await become(slow, ['school-channel unknown interrupted'], '&recipient=school-channel');
  });

  it('follows no messenger elsewhere, reads no endless answer, and believes it when it says no', async () => {
    for (const [path, state] of [
      ['/moved', 'failed refused'],
      ['/long', 'sent'],
      ['/no', 'failed refused'],
      ['/status/503', 'queued later'],
      ['/status/500', 'unknown interrupted'],
    ] as const) {
      const place = await aPlace();
      await set(place, { recipients: [{ kind: 'recall', recipients: ['school-channel'] }] });
      await ask(place.head, 'PUT', '/notice-settings/webhook', { url: messenger.at(path), shape: 'wecom' });
      await due(place, { classId: place.classId, kind: 'recall' });
      await become(place, ['school-channel queued']);
      await readers.sql(`update notice set not_before = made_at where school_id = $1`, [place.schoolId]);
      await become(place, [`school-channel ${state}`]);
    }
    const place = await aPlace();
    for (const url of ['http://example.com/x', 'https://127.0.0.1/x', 'https://169.254.169.254/latest'])
      expect((await ask(place.head, 'PUT', '/notice-settings/webhook', { url, shape: 'plain' })).status).toBe(
        409,
      );
    expect((await ask(place.librarian, 'PUT', '/notice-settings/webhook', { url: messenger.at('/'), shape: 'plain' })).status).toBe(403); // prettier-ignore
  });

  it('has nothing to send with in a county without a mail server: what is due stands on the sheet, and may be sent later', async () => {
    process.env['SHULIAN_SMTP_URL'] = '';
    const place = await aPlace();
    const child = await pupilOf(place, '孙小雨');
    await reach(place.librarian, { readerId: child.id }, 'sun@example.com');
    await due(place, { readerId: child.id });
    await become(place, ['class-teacher unsendable no-contact', 'reader unsendable no-mail-server']);
    const sheet = () => csvOf(place.teacher, `/notice-sheets?classId=${place.classId}&format=csv`);
    expect((await sheet())[1]).toBe('孙小雨,超期,2026-10-12,2,3,2026-10-09,,否');
    const [notice] = await noticesOf(place, '&recipient=reader');
    const retry = () => ask(place.librarian, 'POST', `/notices/${notice?.id ?? ''}/retry`);
    expect([(await retry()).status, (await retry()).body['code']]).toEqual([409, 'notice.no-channel']);
    process.env['SHULIAN_SMTP_URL'] = mailUrl;
    expect((await retry()).status).toBe(200);
    await become(place, ['reader sent'], '&recipient=reader');
    expect((await sheet())[1]).toBe('孙小雨,超期,2026-10-12,2,3,2026-10-09,,是');
  });

  it('finds nobody whose consent was withdrawn a moment ago', async () => {
    const place = await aPlace();
    const child = await pupilOf(place, '周小云');
    const contact = await reach(place.librarian, { readerId: child.id }, 'zhou@example.com');
    await set(place, { paused: true });
    await due(place, { readerId: child.id, kind: 'due-soon' });
    await become(place, ['reader queued']);
    expect((await ask(place.teacher, 'DELETE', `/notice-contacts/${contact.id}`)).status).toBe(204);
    await set(place, { paused: false });
    await become(place, ['reader unsendable no-contact']);
    expect(mailServer.to('zhou@example.com')).toEqual([]);
  });
});
