import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { figureOf, LogbookSchool } from './a-logbook-school.builder.js';

let at: LogbookSchool;
beforeAll(async () => {
  at = await LogbookSchool.open(await freshDatabase('teaching_logbooks'));
}, 60_000);
afterAll(() => at.end());

const book = (logbook: string, query = ''): Promise<string[]> =>
  at.printed('librarian', `/logbook-entries?logbook=${logbook}${query}`);
const term = 'from=2026-09-01&to=2026-10-14';

describe('what pupils are taught about their library', () => {
  it('[RDR-018] new classes are shown round with attendance, and the class that was not is named', async () => {
    const before = await at.dues('librarian', 'pupil-orientation', term);
    expect(before).toMatchObject([
      { period: '2026年秋季', classId: at.classes[1], className: '一年级2班', state: 'open' },
    ]);
    await at.write('librarian', 'pupil-orientation', {
      class: at.classes[1], topics: ['overview', 'rules', 'layout', 'care'], expected: 45, present: 43, led: '陈老师',
    }, { happenedOn: '2026-09-08' }); // prettier-ignore
    expect(await book('pupil-orientation')).toEqual([
      '编号,日期,班级,内容,应到人数,到场人数,主讲,备注,更正',
      '1,2026-09-08,一年级2班,馆情介绍、规章制度、排架与各室位置、爱护图书,45,43,陈老师,,',
    ]);
    const counts = await at.counts('head', 'pupil-orientation', '&by=term&group=class');
    expect(counts[0]).toMatchObject({ period: '2026年秋季', groupName: '一年级2班', entries: 1 });
    expect([figureOf(counts, 'expected')?.sum, figureOf(counts, 'present')?.sum]).toEqual([45, 43]);
    expect((await at.dues('librarian', 'pupil-orientation', term))[0]?.state).toBe('kept');
  });

  it('[RDR-020] rules go round each term; who of the teachers and which class has not signed is listed', async () => {
    const { id } = await at.write('librarian', 'rules-circulation', {
      rules: ['lending', 'compensation', 'reading'],
    });
    const [sent] = await at.entries('teacher', 'rules-circulation');
    expect(sent).toMatchObject({ id, values: { rules: ['lending', 'compensation', 'reading'] } });
    const missing = async (logbook: string) =>
      (await at.dues('librarian', logbook, `${term}&state=open`)).map(
        ({ readerId, className }) => readerId ?? className,
      );
    expect(await missing('rules-read')).toEqual([at.readers.teacher]);
    expect(await missing('rules-briefed')).toEqual(['一年级2班', '三年级1班']);
    await at.write('teacher', 'rules-read', { teacher: at.readers.teacher, circulation: id });
    await at.write('teacher', 'rules-briefed', { class: at.classes[0], circulation: id, present: 42 });
    expect(await missing('rules-read')).toEqual([]);
    expect(await missing('rules-briefed')).toEqual(['一年级2班']);
    expect(await book('rules-briefed')).toEqual([
      '编号,日期,班级,传阅单,到场人数,备注,更正',
      '1,2026-10-14,三年级1班,№1,42,,',
    ]);
  });

  it('[RDR-021] a teacher says at the morning meeting what last term brought, class by class', async () => {
    await at.write('teacher', 'morning-briefing', {
      class: at.classes[0], because: ['overdue', 'damage'], cases: 6, present: 44, said: '按期还书，爱护图书',
    }); // prettier-ignore
    expect(await book('morning-briefing')).toEqual([
      '编号,日期,班级,针对上学期情况,上学期件数,到场人数,宣传内容,更正',
      '1,2026-10-14,三年级1班,逾期未还、图书损坏,6,44,按期还书，爱护图书,',
    ]);
    const states = (await at.dues('head', 'morning-briefing', term)).map(({ className, state }) => [
      className,
      state,
    ]);
    expect(states).toEqual([
      ['一年级2班', 'open'],
      ['三年级1班', 'kept'],
    ]);
  });

  it('[RDR-022] courses, lectures and displays on the library are kept with topics, hours and who came', async () => {
    const write = (values: Readonly<Record<string, unknown>>) =>
      at.write('librarian', 'library-education', values);
    await write({
      form: 'course',
      topics: ['knowledge', 'retrieval'],
      class: at.classes[0],
      present: 44,
      hours: 1.5,
    });
    await write({ form: 'lecture', topics: ['databases'], present: 120, hours: 2, led: '市图书馆' });
    await write({ form: 'display', topics: ['knowledge'], present: 300, hours: 0 });
    const counts = await at.counts('head', 'library-education');
    expect([figureOf(counts, 'present')?.sum, figureOf(counts, 'hours')?.sum]).toEqual([464, 3.5]);
    expect(['course', 'lecture', 'display'].map((form) => figureOf(counts, 'form', form)?.entries)).toEqual([
      1, 1, 1,
    ]);
    expect(figureOf(counts, 'topics', 'knowledge')).toMatchObject({
      valueName: '图书馆知识',
      entries: 2,
      share: 0.667,
    });
  });

  it('[RDR-023] guidance on reading is kept by its three topics', async () => {
    await at.write('teacher', 'reading-guidance', {
      topics: ['content', 'method'],
      class: at.classes[0],
      present: 44,
      said: '选书与精读',
    });
    await at.write('librarian', 'reading-guidance', { topics: ['hygiene'], present: 200, said: '用眼卫生' });
    const counts = await at.counts('librarian', 'reading-guidance');
    expect(
      ['content', 'method', 'hygiene'].map((topic) => figureOf(counts, 'topics', topic)?.entries),
    ).toEqual([1, 1, 1]);
    expect((await book('reading-guidance'))[1]).toBe('2,2026-10-14,读书卫生,,200,用眼卫生,');
  });

  it('[RDR-024] each class is told to care for books, and the class that was not is named', async () => {
    await at.write('teacher', 'book-care-education', {
      class: at.classes[0],
      present: 44,
      said: '防潮防折，不涂划',
      led: '班主任',
    });
    expect(await book('book-care-education')).toEqual([
      '编号,日期,班级,到场人数,教育内容,主讲,更正',
      '1,2026-10-14,三年级1班,44,防潮防折，不涂划,班主任,',
    ]);
    const open = await at.dues('librarian', 'book-care-education', `${term}&state=open`);
    expect(open.map(({ className }) => className)).toEqual(['一年级2班']);
  });

  it('[RDR-027] class librarians meet each month, with minutes that the head signs; a month without is missing', async () => {
    const minutes = await at.write('teacher', 'class-librarian-meeting', {
      chair: '王老师', attended: [at.readers.pupil, at.readers.classmate], review: '九月值日完成', next: '整理书角', shortcomings: '登记不全',
    }, { happenedOn: '2026-10-09' }); // prettier-ignore
    expect((await at.sign('head', minutes.id)).signedOn).toBe('2026-10-14');
    expect(await book('class-librarian-meeting')).toEqual([
      '编号,日期,主持,到会管理员,上月工作总结,下步任务,存在不足,更正,签字日期',
      '1,2026-10-09,王老师,2,九月值日完成,整理书角,登记不全,,2026-10-14',
    ]);
    const dues = await at.dues('head', 'class-librarian-meeting', term);
    expect(dues.map(({ period, state }) => [period, state])).toEqual([
      ['2026-09', 'missing'],
      ['2026-10', 'kept'],
    ]);
  });
});

describe('those who work in the library', () => {
  it('[RDR-037] training is kept by level, day and certificate, and counted in hours', async () => {
    const training = { person: at.readers.clerk, organiser: '区教育局', hours: 6, topic: '图书管理员培训' };
    const { id } = await at.write(
      'librarian',
      'staff-training',
      { ...training, level: 'district', certificate: '结业证 12号' },
      { happenedOn: '2026-09-20' },
    );
    await at.write('librarian', 'staff-training', {
      ...training,
      level: 'system',
      organiser: '软件公司',
      hours: 3.5,
      topic: '管理系统',
    });
    await at.sign('head', id);
    expect((await book('staff-training'))[2]).toBe(
      '1,2026-09-20,区级,图书管理员培训,区教育局,6,结业证 12号,,2026-10-14',
    );
    const counts = await at.counts('head', 'staff-training', '&group=person');
    expect([
      counts[0]?.group,
      figureOf(counts, 'hours')?.sum,
      figureOf(counts, 'level', 'district')?.entries,
    ]).toEqual([at.readers.clerk, 9.5, 1]);
  });

  it('[RDR-038] a paper of each person each year; who has written none is listed', async () => {
    const readerIds = [at.readers.clerk, at.readers.teacher];
    await at.call('librarian', 'PUT', '/logbook-expectations', { logbook: 'staff-paper', readerIds });
    await at.write('librarian', 'staff-paper', {
      person: at.readers.clerk,
      kind: 'summary',
      title: '一年工作总结',
    });
    const dues = await at.dues('head', 'staff-paper', 'from=2026-09-01&to=2026-10-14');
    expect(dues.map(({ period, readerId, state }) => [period, readerId, state])).toEqual([
      ['2026-2027', at.readers.clerk, 'kept'],
      ['2026-2027', at.readers.teacher, 'open'],
    ]);
    const lastYear = await at.dues('head', 'staff-paper', 'from=2025-09-01&to=2026-08-31');
    expect(lastYear.map(({ state }) => state)).toEqual(['missing', 'missing']);
    expect((await book('staff-paper'))[1]).toBe('1,2026-10-14,总结文章,一年工作总结,,');
  });

  it('[RDR-039] duties and targets, attendance, and the assessment by the head with its incentive', async () => {
    const person = at.readers.clerk;
    for (const logbook of ['post-targets', 'staff-attendance', 'staff-assessment'])
      await at.call('head', 'PUT', '/logbook-expectations', { logbook, readerIds: [person] });
    const targets = await at.write('librarian', 'post-targets', {
      person,
      post: '借书处',
      duties: '借还、整架',
      targets: '流通率90%',
    });
    await at.sign('head', targets.id);
    await at.write(
      'librarian',
      'staff-attendance',
      { person, state: 'present' },
      { happenedOn: '2026-10-13' },
    );
    await at.write('librarian', 'staff-attendance', { person, state: 'late', note: '会议' });
    await at.write('head', 'staff-assessment', {
      person,
      score: 92.5,
      grade: 'excellent',
      met: '全部完成',
      incentive: '评优',
    });
    const attendance = await at.counts('head', 'staff-attendance', '&by=month&from=2026-10-01&group=person');
    expect([
      figureOf(attendance, 'state', 'present')?.share,
      figureOf(attendance, 'state', 'late')?.entries,
    ]).toEqual([0.5, 1]);
    const missed = await at.dues('head', 'staff-attendance', 'from=2026-10-12&to=2026-10-14&state=missing');
    expect(missed.map(({ from }) => from)).toEqual(['2026-10-12']);
    expect((await at.printed('head', '/logbook-entries?logbook=staff-assessment'))[1]).toBe(
      '1,2026-10-14,92.5,优秀,全部完成,评优,',
    );
    const byLibrarian = await at.call('librarian', 'POST', '/logbook-entries', {
      logbook: 'staff-assessment', values: { person, score: 100, grade: 'excellent', met: '自评' },
    }); // prettier-ignore
    expect(byLibrarian.status).toBe(403);
  });

  it('[RDR-040] the staff studies each Wednesday; a week without is missing', async () => {
    const values = { kind: 'political', topic: '学习文件', attended: [at.readers.clerk, at.readers.teacher] };
    await at.write('librarian', 'staff-study', values, { happenedOn: '2026-10-07' });
    await at.write('librarian', 'staff-study', { ...values, kind: 'professional', topic: '分类法' });
    const dues = await at.dues('head', 'staff-study', 'from=2026-09-28&to=2026-10-14');
    // What was done on the 7th was written down a week later.
    expect(dues.map(({ dueOn, state }) => [dueOn, state])).toEqual([
      ['2026-10-02', 'missing'],
      ['2026-10-09', 'late'],
      ['2026-10-16', 'kept'],
    ]);
    expect((await book('staff-study'))[1]).toBe('2,2026-10-14,业务学习,分类法,2,,');
  });

  it('[RDR-041] publications and awards are kept with level and prize, and counted by the year', async () => {
    const person = at.readers.clerk;
    await at.write('librarian', 'staff-publications', {
      person,
      title: '班级书角的管理',
      kind: 'award',
      level: 'nation',
      where: '中小学图书馆论文评选',
      prize: '三等奖',
    });
    await at.write('librarian', 'staff-publications', {
      person,
      title: '导读课研究',
      kind: 'project',
      level: 'city',
      prize: '二等奖',
    });
    expect((await book('staff-publications'))[2]).toBe(
      '1,2026-10-14,班级书角的管理,评选获奖,国家级,中小学图书馆论文评选,三等奖,',
    );
    const counts = await at.counts('head', 'staff-publications', '&by=year&from=2026-09-01');
    expect([counts[0]?.period, counts[0]?.entries, figureOf(counts, 'level', 'nation')?.entries]).toEqual([
      '2026-2027',
      2,
      1,
    ]);
  });

  it('[RDR-042] duties outside the library are summed in staff-days', async () => {
    for (const [person, kind, days] of [
      [at.readers.clerk, 'invigilation', 12],
      [at.readers.teacher, 'papers', 13.5],
      [at.readers.clerk, 'gate', 0.5],
    ] as const)
      await at.write('librarian', 'other-duties', { person, kind, days });
    const counts = await at.counts('head', 'other-duties', '&by=term&from=2026-09-01');
    expect(figureOf(counts, 'days')?.sum).toBe(26);
    const byPerson = await at.counts('librarian', 'other-duties', '&by=term&from=2026-09-01&group=person');
    const daysOf = (reader: string) =>
      byPerson.find(({ group, field }) => group === reader && field === 'days')?.sum;
    expect([daysOf(at.readers.clerk), daysOf(at.readers.teacher)]).toEqual([12.5, 13.5]);
    expect(
      (
        await at.call(
          'county',
          'GET',
          `/logbook-counts?logbook=other-duties&group=person&schoolId=${at.school}`,
        )
      ).status,
    ).toBe(403);
  });
});
