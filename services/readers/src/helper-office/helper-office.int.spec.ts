import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aHelpedSchool, TERM, type HelpedSchool } from './a-helped-school.builder.js';
import type { HelperView } from './helper-office.http.js';

let school: HelpedSchool;
beforeAll(async () => {
  school = await aHelpedSchool('readers_helper_office');
});
afterAll(() => school?.stop());

const decide = (id: string, decision: string, as = school.librarian, reason?: string) =>
  school.ask<HelperView & { code?: string }>(
    'POST',
    `/class-helpers/${id}/decision`,
    { decision, reason },
    as,
  );
const rule = (body: object) => school.ask('PUT', '/class-helper-rules', { dutyDaysOnly: false, ...body });
const accountOf = async (grant: object): Promise<{ username: string; password: string }> => {
  const account = { username: `helper-${randomUUID()}`, password: 'a long password' };
  await school.readers.done('POST', '/api/v1/accounts', school.readers.admin, {
    ...account,
    grants: [grant],
  });
  return account;
};
const signedIn = async (account: object) =>
  school.readers.done<{ accessToken: string; refreshToken: string; account: { grants: unknown[] } }>(
    'POST',
    '/api/v1/sessions',
    '',
    account,
  );

describe('class helpers', () => {
  it('[RDR-025] a class has two helpers at the same time and no third, also when three are appointed at once', async () => {
    const classId = await school.schoolClass();
    const [one, two, three] = [
      await school.proposed(classId),
      await school.proposed(classId),
      await school.proposed(classId),
    ];
    const answers = await Promise.all([one, two, three].map(({ id }) => decide(id, 'appoint')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    const refused = answers.findIndex(({ status }) => status === 409);
    expect(answers[refused]?.body.code).toBe('class-helper.class-full');
    const left = [one, two, three][refused] as HelperView;
    const other = [one, two, three][(refused + 1) % 3] as HelperView;
    expect((await decide(other.id, 'end', school.librarian, '毕业班减负')).body).toMatchObject({
      status: 'ended',
      reason: '毕业班减负',
      inOffice: false,
    });
    expect((await decide(left.id, 'appoint')).body).toMatchObject({ status: 'appointed', inOffice: true });
    // An office of another term takes no place in this one.
    const later = await school.proposed(classId, { startsOn: '2027-02-01', endsOn: '2027-07-10' });
    expect((await decide(later.id, 'appoint')).body).toMatchObject({ status: 'appointed', inOffice: false });
    expect((await decide(other.id, 'take-back')).status).toBe(409);
    expect((await rule({ perClass: 3 })).status).toBe(200);
    expect((await decide(other.id, 'take-back')).body).toMatchObject({ status: 'appointed' });
    const fourth = await school.proposed(classId);
    expect((await decide(fourth.id, 'appoint')).status).toBe(409);
    expect((await rule({ perClass: 2 })).status).toBe(200);
  });

  it('[RDR-025] a class elects or its teacher recommends, by the criteria of the school and for a term of office', async () => {
    const classId = await school.schoolClass(4);
    const teacher = await school.readers.as({ role: 'teacher', schoolId: school.id, classId });
    const criteria = (
      await school.ask<{ criteria: string[]; perClass: number }>(
        'GET',
        '/class-helper-rules',
        undefined,
        teacher,
      )
    ).body;
    expect(criteria).toMatchObject({
      perClass: 2,
      criteria: expect.arrayContaining(['热爱读书', '责任心强']),
    });
    const wanted = {
      classId,
      readerId: await school.pupil(classId),
      chosenBy: 'recommendation',
      criteria: ['热爱读书', '责任心强'],
      words: '每天第一个到图书角',
      ...TERM,
    };
    const propose = (body: object, as = teacher) =>
      school.ask<HelperView>('POST', '/class-helpers', body, as);
    const { body: helper, status } = await propose(wanted);
    expect(status).toBe(201);
    expect(helper).toMatchObject({ status: 'proposed', grade: 4, trained: false, criteria: wanted.criteria });
    expect((await propose(wanted)).body).toMatchObject({ code: 'class-helper.in-office-already' });
    expect((await propose({ ...wanted, startsOn: '2027-02-01', endsOn: '2027-02-01' })).status).toBe(201);
    expect((await propose({ ...wanted, endsOn: '2026-08-31' })).status).toBe(400);
    const elsewhere = await school.schoolClass(4);
    expect((await propose({ ...wanted, classId: elsewhere })).status).toBe(422);
    expect((await propose({ ...wanted, classId: elsewhere }, school.librarian)).body).toMatchObject({
      code: 'class-helper.not-of-class',
    });
    expect((await propose(wanted, school.stranger)).status).toBe(422);
    // The library says no, with a reason, and may think again.
    expect((await decide(helper.id, 'decline')).status).toBe(400);
    expect((await decide(helper.id, 'decline', school.librarian, '已任班长')).body.status).toBe('declined');
    expect((await decide(helper.id, 'take-back')).body.status).toBe('proposed');
    expect((await decide(helper.id, 'appoint', teacher)).status).toBe(403);
    expect((await decide(helper.id, 'appoint', school.stranger)).status).toBe(404);
  });

  it('[RDR-030] each helper has duties by name, and the list of helpers is printed with them', async () => {
    const classId = await school.schoolClass(5);
    const helper = await school.proposed(classId, { duties: ['lending', 'order-and-silence'] });
    const change = (version: number, body: object, as = school.librarian) =>
      school.ask<HelperView>('PATCH', `/class-helpers/${helper.id}`, body, as, version);
    expect((await change(2, { duties: ['shelving'] })).status).toBe(412);
    expect((await change(1, { duties: ['lending', 'guiding-classmates'] })).body).toMatchObject({
      version: 2,
      duties: ['lending', 'guiding-classmates'],
    });
    expect((await change(2, { duties: ['ruling'] })).status).toBe(400);
    expect((await change(2, {}, school.stranger)).status).toBe(404);
    const lines = await school.csv(`/class-helpers?classId=${classId}&format=csv`);
    expect(lines[0]).toBe('班级,产生方式,票数,职责,任期起,任期止,上岗培训,状态');
    expect(lines[1]).toMatch(/^五年级\d+班,选举,20,借还、指导同学,2026-09-01,2027-01-31,未完成,拟任$/);
    const { body: all } = await school.ask<{ items: HelperView[] }>(
      'GET',
      `/class-helpers?classId=${classId}`,
    );
    expect(all.items.map(({ id }) => id)).toEqual([helper.id]);
    expect((await school.ask('GET', `/class-helpers/${helper.id}`, undefined, school.stranger)).status).toBe(
      404,
    );
  });

  it('[CIR-017] a class has one loan officer at a time, and nobody becomes it by the way', async () => {
    const classId = await school.schoolClass(6);
    const officer = { duties: ['loan-officer', 'lending'] };
    const [one, other, plain] = [
      await school.proposed(classId, officer),
      await school.proposed(classId, officer),
      await school.proposed(classId),
    ];
    expect(plain.duties).not.toContain('loan-officer');
    const answers = await Promise.all([one, other].map(({ id }) => decide(id, 'appoint')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('class-helper.officer-already');
    expect((await decide(plain.id, 'appoint')).status).toBe(200);
    const change = await school.ask<{ code: string }>(
      'PATCH',
      `/class-helpers/${plain.id}`,
      officer,
      school.librarian,
      2,
    );
    expect(change.body.code).toBe('class-helper.officer-already');
  });

  it('[RDR-026] a helper has no rights before the training is passed, and none out of office', async () => {
    const classId = await school.schoolClass(6);
    const helper = await school.proposed(classId);
    const account = await accountOf({ role: 'class-helper', classId, readerId: helper.readerId });
    const seen = (token: string) => school.ask('GET', `/readers?classId=${classId}`, undefined, token);
    await decide(helper.id, 'appoint');
    const untrained = await signedIn(account);
    expect(untrained.account.grants).toEqual([]);
    expect((await seen(untrained.accessToken)).status).toBe(403);
    const training = await school.passes(helper.readerId);
    const trained = await signedIn(account);
    expect((await seen(trained.accessToken)).status).toBe(200);
    // The result is taken back: who signs in anew has nothing; who was signed in, when the token is renewed.
    await school.ask('PUT', `/helper-trainings/${training}/attendance`, {
      items: [{ readerId: helper.readerId, present: true, result: 'failed' }],
    });
    expect((await signedIn(account)).account.grants).toEqual([]);
    const renewed = await school.ask<{ account: { grants: unknown[] } }>('POST', '/sessions/refresh', {
      refreshToken: trained.refreshToken,
    });
    expect(renewed.body.account.grants).toEqual([]);
    await school.passes(helper.readerId);
    const again = await signedIn(account);
    expect((await seen(again.accessToken)).status).toBe(200);
    // Out of office everything the helper was given is void.
    await decide(helper.id, 'end', school.librarian, '任期提前结束');
    const later = await school.ask('POST', '/sessions/refresh', { refreshToken: again.refreshToken });
    expect(later.status).toBe(401);
    expect((await signedIn(account)).account.grants).toEqual([]);
  });

  it('[RDR-026] the account of a class holds while one of its helpers may work; where the school says so, on duty days only', async () => {
    const classId = await school.schoolClass(2);
    const account = await accountOf({ role: 'class-helper', schoolId: school.id, classId });
    expect((await signedIn(account)).account.grants).toEqual([]);
    const helper = await school.trained(classId);
    expect((await signedIn(account)).account.grants).toHaveLength(1);
    await rule({ perClass: 2, dutyDaysOnly: true });
    expect((await signedIn(account)).account.grants).toEqual([]);
    // The set clock stands on a Monday.
    const on = (weekday: number) =>
      school.ask('POST', '/duty-slots', { helperId: helper.id, weekday, period: 'noon' });
    expect((await on(2)).status).toBe(201);
    expect((await signedIn(account)).account.grants).toEqual([]);
    expect((await on(1)).status).toBe(201);
    expect((await signedIn(account)).account.grants).toHaveLength(1);
    await rule({ perClass: 2 });
  });
});

describe('trainings of class helpers', () => {
  it('[RDR-026] are planned with a syllabus, held, and kept with who came and passed', async () => {
    const classId = await school.schoolClass(3);
    const [came, failed, away] = [
      await school.pupil(classId),
      await school.pupil(classId),
      await school.pupil(classId),
    ];
    const body = {
      name: '图书分类与规章',
      heldOn: '2026-10-12',
      minutes: 60,
      trainer: '李老师',
      syllabus: ['中图法', '借阅规则'],
      grades: [3],
    };
    const { body: planned } = await school.ask<{ id: string; version: number }>(
      'POST',
      '/helper-trainings',
      body,
    );
    const step = (name: string) => school.ask('POST', `/helper-trainings/${planned.id}/step`, { step: name });
    const attend = (items: object[]) =>
      school.ask<{ present: number; passed: number; code: string }>(
        'PUT',
        `/helper-trainings/${planned.id}/attendance`,
        { items },
      );
    expect((await attend([{ readerId: came, present: true }])).body.code).toBe('helper-training.wrong-step');
    const change = (version: number, wanted: object) =>
      school.ask('PATCH', `/helper-trainings/${planned.id}`, wanted, school.librarian, version);
    expect((await change(1, { heldOn: '2026-10-13' })).status).toBe(200);
    expect((await step('hold')).body).toMatchObject({ code: 'helper-training.to-come' });
    expect((await change(2, { heldOn: '2026-10-12' })).status).toBe(200);
    expect((await step('hold')).body).toMatchObject({ status: 'held' });
    const items = [
      { readerId: came, present: true, result: 'passed' },
      { readerId: failed, present: true, result: 'failed' },
      { readerId: away, present: false, note: '病假' },
    ];
    expect((await attend(items)).body).toMatchObject({ listed: 3, present: 2, passed: 1 });
    expect((await attend([{ readerId: away, present: false, result: 'passed' }])).status).toBe(400);
    expect((await attend([{ readerId: randomUUID(), present: true }])).status).toBe(422);
    expect((await attend([{ readerId: failed, present: true, result: 'passed' }])).body.passed).toBe(2);
    const sheet = await school.csv(`/helper-trainings/${planned.id}/attendance?format=csv`);
    expect(sheet[0]).toBe('到课,考核,备注');
    expect(sheet.slice(1, 4).sort()).toEqual(['否,,病假', '是,合格,', '是,合格,']);
    const list = await school.csv('/helper-trainings?from=2026-10-12&format=csv', school.head);
    expect(list[0]).toBe('日期,培训名称,培训内容,主讲,地点,时长（分）,上岗必修,到课人数,合格人数,状态');
    expect(list[1]).toBe('2026-10-12,图书分类与规章,中图法、借阅规则,李老师,,60,是,2,2,已举行');
    expect((await step('cancel')).status).toBe(409);
    expect((await step('reopen')).body).toMatchObject({ status: 'planned' });
    expect((await step('cancel')).body).toMatchObject({ status: 'cancelled' });
    expect(
      (await school.ask('GET', `/helper-trainings/${planned.id}`, undefined, school.stranger)).status,
    ).toBe(404);
  });

  it('[RDR-031] a term is about one grade above all, and shows how many of its helpers were trained', async () => {
    const classId = await school.schoolClass(1);
    const trained = await school.trained(classId);
    expect(trained.grade).toBe(1);
    const untrained = await school.proposed(classId);
    await decide(untrained.id, 'appoint');
    const focus = `/helper-training-focuses/${school.termId}`;
    expect((await school.ask('PUT', focus, { grades: [1], aim: '培养一年级小管理员' })).status).toBe(200);
    expect((await school.ask('PUT', focus, { grades: [13] })).status).toBe(400);
    expect((await school.ask('PUT', focus, { grades: [1] }, school.stranger)).status).toBe(404);
    const { body } = await school.ask<{ items: { grade: number }[]; aim: string }>(
      'GET',
      focus,
      undefined,
      school.head,
    );
    expect(body.aim).toBe('培养一年级小管理员');
    expect(body.items.find(({ grade }) => grade === 1)).toEqual({
      grade: 1,
      inFocus: true,
      helpers: 2,
      trained: 1,
      passed: 1,
    });
    expect(body.items.filter(({ grade }) => grade > 1)).toEqual(
      body.items.filter(({ grade }) => grade > 1).map((item) => ({ ...item, inFocus: false })),
    );
    expect((await school.csv(`${focus}?format=csv`))[0]).toBe('年级,重点,小管理员人数,参训人数,合格人数');
  });
});
