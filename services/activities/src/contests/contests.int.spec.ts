import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { pdfTexts } from '@shulian/test-kit';
import { ContestSchool } from './a-contest-school.builder.js';
import type { ContestTypeView, SchoolContestView } from './contest-views.http.js';
import type { ContestEntryView } from './entries/entries.http.js';
import type { PrizeView, RankView, WorkView } from './judging/judging.http.js';
import type { ContestResultView } from './results.http.js';
import { SHIPPED_TYPES } from './rules/contest-types.js';

let school: ContestSchool;
beforeAll(async () => {
  school = await ContestSchool.open('activities_contests', 4);
});
afterAll(() => school?.end());

const quotas = [
  { level: 'first', count: 1 },
  { level: 'second', count: 1 },
  { level: 'excellence', count: 1, least: 600 },
];
const granted = (id: string): Promise<{ type: string; data: Record<string, unknown> }[]> =>
  school.service.sql(
    `select type, payload->'data' as data from outbox where payload->'data'->>'contestId' = $1 order by id`,
    [id],
  );

describe('a contest', () => {
  it('[ACT-030] is planned, run, decided, published, commended and summarised, and nothing of it can be left out', async () => {
    const { librarian, pupils, foreign } = school;
    const [first, second] = pupils as [never, never];
    const planned = await school.contest(
      { plan: null, theme: '我与名著', quotas, judgedBy: '2026-11-10', publishesOn: '2026-11-15' },
      false,
    );
    const path = `/contests/${planned.id}`;
    const step = (name: string, more = {}) =>
      school.refusal(librarian, 'POST', `${path}/step`, { step: name, ...more });
    expect(planned).toMatchObject({ status: 'planned', organisers: ['语文组', '图书馆'], dueTime: '23:59' });
    expect(await step('open')).toBe('409 contest.no-plan');
    const changed = await school.call<SchoolContestView>(
      librarian,
      'PATCH',
      path,
      { plan: '先征稿，后评奖。' },
      { 'if-match': '"v1"' },
    );
    expect(changed.body).toMatchObject({ version: 2, plan: '先征稿，后评奖。' });
    expect((await school.call(librarian, 'PATCH', path, { plan: 'x' }, { 'if-match': '"v1"' })).status).toBe(
      412,
    );
    expect(
      await school.refusal(first, 'POST', '/contest-entries', { contestId: planned.id, text: 'a' }),
    ).toBe('409 contest.not-open');
    await school.step(planned.id, 'open');
    const works = [await school.handIn(first, planned.id), await school.handIn(second, planned.id)] as const;
    expect(works.map(({ number }) => number)).toEqual([1, 2]);
    expect(
      await school.refusal(first, 'POST', '/contest-entries', { contestId: planned.id, text: 'b' }),
    ).toBe('409 contest.entered-already');
    expect(await step('decide')).toBe('409 contest.wrong-step');
    await school.step(planned.id, 'close');
    expect(await step('decide')).toBe('409 contest.no-judges');
    await school.done(librarian, 'PUT', `${path}/judges`, { items: [{ accountId: librarian.account }] });
    await school.score(librarian, planned.id, [works[0].id, 905]);
    expect(await step('decide')).toBe('409 contest.scores-missing');
    await school.score(librarian, planned.id, [works[1].id, 880]);
    await school.step(planned.id, 'decide');
    expect(await school.items(first, `${path}/prizes`)).toEqual([]);
    expect(await step('publish')).toBe('200 undefined');
    expect(await step('summarise', { summary: '两人参加。' })).toBe('409 contest.no-commendation');
    expect(await step('summarise')).toBe('400 request.invalid');
    await school.done(librarian, 'PUT', `${path}/commendation`, {
      words: '升旗仪式上表扬',
      heldOn: '2026-10-14',
    });
    const whole = await school.step(planned.id, 'summarise', { summary: '两人参加，两人获奖。' });
    expect(whole).toMatchObject({
      status: 'summarised',
      publishedOn: '2026-10-14',
      commendation: { words: '升旗仪式上表扬', heldOn: '2026-10-14' },
      entries: 2,
      prizes: 2,
    });
    const lines = await school.printed(librarian, '/contests?status=summarised');
    expect(lines[0]).toBe('名称,种类,主题,主办部门,年级,开始,截止,公布,作品数,获奖数,表彰日期,总结,状态');
    expect(lines[1]).toBe(
      '读名著征文,征文,我与名著,语文组、图书馆,全校,2026-10-01,2026-10-31,2026-10-14,2,2,2026-10-14,两人参加，两人获奖。,已总结',
    );
    expect(await school.refusal(foreign, 'GET', path)).toBe('404 resource.unknown');
    expect(await school.refusal(foreign, 'POST', `${path}/step`, { step: 'take-up' })).toBe(
      '404 resource.unknown',
    );
  });

  it('goes back as it went: reopened, judged again, withdrawn with its prizes, cancelled and planned anew', async () => {
    const [first] = school.pupils as [never];
    const { id } = await school.contest({ quotas });
    const work = await school.handIn(first, id);
    await school.step(id, 'close');
    await school.step(id, 'reopen');
    await school.decided(id, [[work.id, 900]]);
    const path = `/contests/${id}/step`;
    expect(await school.refusal(school.librarian, 'POST', path, { step: 'reopen-judging' })).toBe(
      '400 request.invalid',
    );
    await school.step(id, 'reopen-judging', { why: '漏评' });
    expect(await school.refusal(school.librarian, 'POST', path, { step: 'reopen' })).toBe(
      '409 contest.has-scores',
    );
    await school.step(id, 'decide');
    await school.step(id, 'publish');
    const [prize] = await school.items<PrizeView>(school.librarian, `/contests/${id}/prizes`);
    await school.step(id, 'withdraw-publication', { why: '名单有误' });
    expect(await school.items(school.librarian, `/contests/${id}/prizes`)).toEqual([]);
    await school.step(id, 'publish');
    const [again] = await school.items<PrizeView>(school.librarian, `/contests/${id}/prizes`);
    expect(again).toMatchObject({ id: prize?.id, certificate: prize?.certificate });
    expect(
      (await granted(id)).map(({ type }) => type.replace('shulian.activities.contest-prize.', '')),
    ).toEqual(['granted.v1', 'withdrawn.v1', 'granted.v1']);
    const other = await school.contest();
    expect(await school.step(other.id, 'cancel', { why: '停电' })).toMatchObject({
      status: 'cancelled',
      reason: '停电',
    });
    expect(await school.step(other.id, 'plan-anew')).toMatchObject({ status: 'planned' });
  });

  it('[ACT-031] is of a type that schools know, or of one of their own', async () => {
    const types = await school.items<ContestTypeView>(school.librarian, '/contest-types');
    expect(types.map(({ code }) => code)).toEqual(SHIPPED_TYPES.map(({ code }) => code));
    expect(types.map(({ zh }) => zh)).toEqual(
      expect.arrayContaining([
        '征文',
        '手抄报',
        '书法',
        '知识竞赛',
        '讲故事比赛',
        '演讲',
        '古诗文诵读',
        '成语接龙',
        '小发明小创造',
      ]),
    );
    const planned = { organisers: ['图书馆'], opensOn: '2026-10-01', dueOn: '2026-10-31', name: '猜谜' };
    expect(await school.refusal(school.librarian, 'POST', '/contests', { ...planned, type: 'riddles' })).toBe(
      '422 request.unknown-reference',
    );
    const riddles = { code: 'riddles', zh: '猜谜', en: 'riddles', takes: 'papers' };
    await school.done(school.librarian, 'PUT', '/contest-types', riddles);
    expect(await school.contest({ ...planned, type: 'riddles' }, false)).toMatchObject({
      type: 'riddles',
      takes: 'papers',
    });
    await school.done(school.librarian, 'PUT', '/contest-types', { ...riddles, retired: true });
    expect(await school.refusal(school.librarian, 'POST', '/contests', { ...planned, type: 'riddles' })).toBe(
      '422 request.unknown-reference',
    );
    expect((await school.printed(school.librarian, '/contest-types'))[0]).toBe('代码,中文名,英文名,收取');
    expect(await school.refusal(school.pupils[0] as never, 'PUT', '/contest-types', riddles)).toBe(
      '403 permission.denied',
    );
  });

  it('[ACT-032] is for the grades of its band, or for teachers, and takes nothing from others', async () => {
    const [pupil] = school.pupils as [never];
    const middle = await school.contest({ type: 'newspaper', name: '手抄报', bands: ['middle'] });
    expect(middle.grades).toEqual([3, 4]);
    const work = await school.handIn(pupil, middle.id);
    expect(work.grade).toBe(3);
    const younger = { contestId: middle.id, text: 'a' };
    expect(await school.refusal(school.younger, 'POST', '/contest-entries', younger)).toBe(
      '409 contest.not-for-you',
    );
    const lower = await school.contest({ type: 'storytelling', name: '讲故事', bands: ['lower'] });
    await school.handIn(school.younger, lower.id);
    const teachers = await school.contest({ type: 'reflection', forPupils: false, forTeachers: true });
    await school.handIn(school.teacher, teachers.id);
    expect(
      await school.refusal(pupil, 'POST', '/contest-entries', { contestId: teachers.id, text: 'a' }),
    ).toBe('409 contest.not-for-you');
    const ofClass = await school.contest({ per: 'class' });
    const entered = { contestId: ofClass.id, classId: school.classes[0], onPaper: true };
    const both = await Promise.all(
      [1, 2].map(() => school.call(school.teacher, 'POST', '/contest-entries', entered)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await school.refusal(school.colleague, 'POST', '/contest-entries', entered)).toBe(
      '403 permission.denied',
    );
  });
});

describe('handing in', () => {
  it('ends with the deadline, also for changes, files and what is taken back', async () => {
    const [pupil, other] = school.pupils as [never, never];
    const { id } = await school.contest();
    const work = await school.handIn(pupil, id, { title: '悟空', text: '好' });
    const path = `/contest-entries/${work.id}`;
    const change = (text: string, version: number, as = pupil) =>
      school.call<ContestEntryView>(as, 'PATCH', path, { text }, { 'if-match': `"v${String(version)}"` });
    expect((await change('更好', 1)).body).toMatchObject({ text: '更好', version: 2 });
    expect((await change('不行', 1)).status).toBe(412);
    expect((await change('偷看', 2, other)).status).toBe(404);
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.7']), 'a.pdf');
    const file = await school.call<{ id: string }>(pupil, 'POST', `${path}/files?name=a.pdf`, form);
    expect(file.status).toBe(201);
    const bad = new FormData();
    bad.set('file', new Blob(['<html>']), 'a.html');
    expect((await school.call(pupil, 'POST', `${path}/files?name=a.html`, bad)).body.code).toBe(
      'contest-file.format-unsupported',
    );
    expect(await school.refusal(other, 'GET', `/contest-files/${file.body.id}`)).toBe('404 resource.unknown');
    for (let count = 1; count < 5; count += 1) {
      const more = new FormData();
      more.set('file', new Blob(['%PDF-1.7']), 'b.pdf');
      expect((await school.call(pupil, 'POST', `${path}/files?name=b.pdf`, more)).status).toBe(201);
    }
    const sixth = new FormData();
    sixth.set('file', new Blob(['%PDF-1.7']), 'c.pdf');
    expect((await school.call(pupil, 'POST', `${path}/files?name=c.pdf`, sixth)).body.code).toBe(
      'contest-file.too-many',
    );
    expect((await school.call(pupil, 'DELETE', `/contest-files/${file.body.id}`)).status).toBe(204);
    const { version } = await school.done<SchoolContestView>(school.librarian, 'GET', `/contests/${id}`);
    const due = { dueOn: '2026-10-13' };
    await school.call(school.librarian, 'PATCH', `/contests/${id}`, due, {
      'if-match': `"v${String(version)}"`,
    });
    expect(await school.refusal(other, 'POST', '/contest-entries', { contestId: id, text: 'a' })).toBe(
      '409 contest.too-late',
    );
    expect((await change('太迟', 2)).body.code).toBe('contest.too-late');
    expect(await school.refusal(pupil, 'POST', `${path}/withdrawal`)).toBe('409 contest.too-late');
    expect(await school.refusal(school.librarian, 'POST', `${path}/withdrawal`)).toBe('200 undefined');
    expect(await school.refusal(school.librarian, 'POST', `${path}/withdrawal`)).toBe(
      '409 contest-entry.withdrawn',
    );
  });

  it('at once is one work, and who took it back may come again; another school’s contest is unknown', async () => {
    const [pupil] = school.pupils as [never];
    const { id } = await school.contest();
    const all = await Promise.all(
      [1, 2, 3].map(() =>
        school.call<ContestEntryView>(pupil, 'POST', '/contest-entries', { contestId: id, text: 'a' }),
      ),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [there] = await school.items<ContestEntryView>(pupil, `/contest-entries?contestId=${id}`);
    await school.done(pupil, 'POST', `/contest-entries/${String(there?.id)}/withdrawal`);
    await school.handIn(pupil, id);
    expect(await school.items(school.foreign, `/contest-entries?contestId=${id}`)).toEqual([]);
    const asForeign = { contestId: id, readerId: (pupil as { readerId: string }).readerId, text: 'a' };
    expect(await school.refusal(school.foreign, 'POST', '/contest-entries', asForeign)).toBe(
      '422 request.unknown-reference',
    );
    expect((await school.printed(school.librarian, `/contest-entries?contestId=${id}`))[0]).toBe(
      '编号,题目,提交方式,提交时间,状态,名次,奖次',
    );
  }, 20_000);
});

describe('judging', () => {
  it('[ACT-034] is done by teachers and librarians together, blind, nobody the own class, and no score may be missing', async () => {
    const { librarian, teacher, colleague, pupils } = school;
    const [first, second] = pupils as [never, never];
    const contest = await school.contest({ quotas });
    const path = `/contests/${contest.id}`;
    const ours = await school.handIn(first, contest.id);
    const theirs = await school.handIn(school.younger, contest.id);
    const third = await school.handIn(second, contest.id);
    await school.step(contest.id, 'close');
    const stranger = { items: [{ readerId: (first as { readerId: string }).readerId }] };
    expect(await school.refusal(librarian, 'PUT', `${path}/judges`, stranger)).toBe(
      '422 request.unknown-reference',
    );
    const panel = [
      { readerId: teacher.readerId, classIds: [school.classes[0]] },
      { readerId: colleague.readerId, accountId: colleague.account, classIds: [school.classes[1]] },
      { accountId: librarian.account },
    ];
    const { items: judges } = await school.done<{ items: { id: string; readerId: string }[] }>(
      librarian,
      'PUT',
      `${path}/judges`,
      { items: panel },
    );
    expect(judges).toHaveLength(3);
    const works = await school.items<WorkView>(colleague, `${path}/works`);
    expect(works.map(({ number }) => number)).toEqual([1, 3]);
    expect(JSON.stringify(works)).not.toMatch(/readerId|classId/);
    const score = (entryId: string, tenths: number) => ({ items: [{ entryId, tenths }] });
    expect(await school.refusal(teacher, 'PUT', `${path}/scores`, score(ours.id, 900))).toBe(
      '409 judging.own-class',
    );
    expect(await school.refusal(teacher, 'PUT', `${path}/scores`, score(theirs.id, 1_001))).toBe(
      '400 request.invalid',
    );
    expect(await school.refusal(teacher, 'PUT', `${path}/scores`, score(newId(), 1_000))).toBe(
      '422 request.unknown-reference',
    );
    await school.score(teacher, contest.id, [theirs.id, 1_000]);
    await school.score(colleague, contest.id, [ours.id, 855], [third.id, 850]);
    expect(await school.items(colleague, `${path}/works?open=true`)).toEqual([]);
    // The sheet of the librarian comes in twice; the second holds.
    await school.score(librarian, contest.id, [ours.id, 0], [theirs.id, 725], [third.id, 905]);
    const [asJudge] = judges.filter(({ readerId }) => readerId === colleague.readerId);
    const sheet = { judgeId: asJudge?.id, items: [{ entryId: ours.id, tenths: 900 }] };
    expect(await school.refusal(teacher, 'PUT', `${path}/scores`, sheet)).toBe('403 permission.denied');
    await school.done(librarian, 'PUT', `${path}/scores`, sheet);
    await school.score(librarian, contest.id, [ours.id, 855]);
    const ranks = await school.items<RankView>(librarian, `${path}/ranking`);
    expect(
      ranks.map(({ number, hundredths, place, tied, level, missing }) => [
        number,
        hundredths,
        place,
        tied,
        level,
        missing,
      ]),
    ).toEqual([
      [1, 8_775, 1, true, 'first', 0],
      [3, 8_775, 1, true, 'first', 0],
      [2, 8_625, 3, false, 'second', 0],
    ]);
    expect((await school.printed(librarian, `${path}/ranking`))[0]).toBe(
      '编号,题目,评分数,缺评,平均分,名次,并列,奖次',
    );
    const without = { items: panel.slice(1) };
    expect(await school.refusal(librarian, 'PUT', `${path}/judges`, without)).toBe(
      '409 contest.judge-has-scored',
    );
    expect(await school.step(contest.id, 'decide')).toMatchObject({ status: 'judged', judges: 3 });
    expect(await school.refusal(librarian, 'PUT', `${path}/scores`, score(ours.id, 1))).toBe(
      '409 contest.wrong-step',
    );
  });

  it('is not done by who is no judge, nor of the own work, nor of a contest elsewhere', async () => {
    const { teacher, librarian, foreign } = school;
    const contest = await school.contest({ type: 'reflection', forTeachers: true });
    const path = `/contests/${contest.id}`;
    const own = await school.handIn(teacher, contest.id);
    const score = { items: [{ entryId: own.id, tenths: 1_000 }] };
    expect(await school.refusal(teacher, 'PUT', `${path}/scores`, score)).toBe('403 permission.denied');
    expect(await school.items(teacher, `${path}/works`)).toEqual([]);
    expect(await school.refusal(foreign, 'PUT', `${path}/scores`, score)).toBe('404 resource.unknown');
    await school.done(librarian, 'PUT', `${path}/judges`, { items: [{ accountId: teacher.account }] });
    expect(await school.refusal(teacher, 'PUT', `${path}/scores`, score)).toBe('409 judging.own-entry');
  });
});

describe('prizes', () => {
  it('[GTW-020] [ACT-035] are graded by their quotas, published to the school without names for strangers, and printed as certificates', async () => {
    const { librarian, pupils, foreign } = school;
    const contest = await school.contest({ quotas, theme: '悦读' });
    const path = `/contests/${contest.id}`;
    const works: ContestEntryView[] = [];
    for (const pupil of pupils)
      works.push(
        await school.handIn(pupil, contest.id, { title: `第${String(works.length + 1)}篇`, text: 'x' }),
      );
    await school.decided(
      contest.id,
      works.map(({ id }, at) => [id, [950, 900, 600, 599][at] ?? 0] as const),
    );
    expect(await school.refusal(librarian, 'GET', `${path}/certificates`)).toBe('409 contest.wrong-step');
    await school.step(contest.id, 'publish');
    const prizes = await school.items<PrizeView>(pupils[3] as never, `${path}/prizes`);
    expect(prizes.map(({ level, place, readerId }) => [level, place, readerId])).toEqual([
      ['first', 1, pupils[0]?.readerId],
      ['second', 2, pupils[1]?.readerId],
      ['excellence', 3, pupils[2]?.readerId],
    ]);
    expect((await granted(contest.id)).map(({ data }) => data)).toEqual(
      prizes.map(({ id, level, readerId }) =>
        expect.objectContaining({ prizeId: id, level, readerId, contestType: 'essay' }),
      ),
    );
    const lines = await school.printed(librarian, `${path}/prizes`);
    expect(lines[0]).toBe('奖次,名次,并列,题目,证书编号,公布日期');
    expect(lines[1]).toMatch(/^一等奖,1,,第1篇,2026-\d{4},2026-10-14$/);
    const pdf = await fetch(`${school.service.url}/api/v1${path}/certificates?format=pdf`, {
      headers: { authorization: `Bearer ${librarian.token}`, 'accept-language': 'zh' },
    });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const pages = (await pdfTexts(Buffer.from(await pdf.arrayBuffer()))).map((page) =>
      page.replaceAll(/\s/g, ''),
    );
    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain('在“读名著征文”（征文）中荣获一等奖');
    expect(pages[2]).toContain('第1小学');
    const [result] = await school.items<ContestResultView>(
      null,
      `/contest-results?schoolId=${school.schoolId}`,
    );
    expect(result).toMatchObject({
      id: contest.id,
      entries: 4,
      prizes: [{ level: 'excellence', grade: 3, prizes: 1 }, { level: 'first' }, { level: 'second' }],
    });
    expect(JSON.stringify(result)).not.toMatch(/readerId|classId|entryId|第1篇/);
    expect(await school.refusal(foreign, 'GET', `${path}/prizes`)).toBe('404 resource.unknown');
    const [own] = await school.items<ContestEntryView>(
      pupils[0] as never,
      `/contest-entries?contestId=${contest.id}`,
    );
    expect(own).toMatchObject({ hundredths: 9_500, place: 1, level: 'first' });
  });

  it('of contests that are published at once have numbers of their own', async () => {
    const [pupil] = school.pupils as [never];
    const decided: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      const { id } = await school.contest({ quotas });
      const work = await school.handIn(pupil, id);
      await school.decided(id, [[work.id, 900]]);
      decided.push(id);
    }
    await Promise.all(decided.map((id) => school.step(id, 'publish')));
    const prizes = (
      await Promise.all(
        decided.map((id) => school.items<PrizeView>(school.librarian, `/contests/${id}/prizes`)),
      )
    ).flat();
    expect(new Set(prizes.map(({ certificate }) => certificate)).size).toBe(4);
  });
});
