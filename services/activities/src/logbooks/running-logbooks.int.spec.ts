import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { figureOf, LogbookSchool } from './a-logbook-school.builder.js';

let at: LogbookSchool;
beforeAll(async () => {
  at = await LogbookSchool.open(await freshDatabase('running_logbooks'));
}, 60_000);
afterAll(() => at.end());

const book = (logbook: string, query = ''): Promise<string[]> =>
  at.printed('librarian', `/logbook-entries?logbook=${logbook}${query}`);
const term = 'from=2026-09-01&to=2026-10-14';
const statesOf = async (logbook: string, query: string): Promise<(readonly [string, string])[]> =>
  (await at.dues('head', logbook, query)).map(({ period, state }) => [period, state] as const);

describe('how the library is run', () => {
  it('[RPT-001] the plan of a term by months, signed at its start; its summary says item by item what became of it', async () => {
    const plan = await at.write(
      'librarian',
      'term-plan',
      { month: 9, item: '新生办证', responsible: '陈老师' },
      { happenedOn: '2026-09-03' },
    );
    const later = await at.write(
      'librarian',
      'term-plan',
      { month: 10, item: '读书节' },
      { happenedOn: '2026-09-03' },
    );
    expect((await at.sign('head', plan.id)).signedOn).toBe('2026-10-14');
    await at.followUp('librarian', plan.id, 'done', '办证 308 张');
    await at.write('librarian', 'term-summary', { plan: plan.id, result: 'done', summary: '新生全部办证' });
    const [, summary] = await book('term-summary');
    expect(summary).toBe('1,2026-10-14,№1,完成,新生全部办证,,');
    expect(await book('term-plan', '&settled=false')).toEqual([
      '编号,日期,月份,工作项目,责任人,针对问题,状态,答复或办理,更正,签字日期',
      '2,2026-09-03,10,读书节,,,计划,,,',
    ]);
    expect(await at.entries('head', 'term-summary', `&field=plan&value=${plan.id}`)).toHaveLength(1);
    expect(await at.entries('head', 'term-summary', `&field=plan&value=${later.id}`)).toHaveLength(0);
    // Written down after its day: a plan is there by the middle of September.
    expect(await statesOf('term-plan', term)).toEqual([['2026年秋季', 'late']]);
    expect(await statesOf('term-summary', term)).toEqual([['2026年秋季', 'kept']]);
  });

  it('[RPT-002] the year is summed up, with what comes next term, and the head signs', async () => {
    expect(await statesOf('year-summary', term)).toEqual([['2026-2027', 'open']]);
    const { id } = await at.write('librarian', 'year-summary', {
      summary: '借阅 16000 册',
      next: '书目数据清理',
    });
    await at.sign('head', id);
    expect(await book('year-summary')).toEqual([
      '编号,日期,本年度总结,下学期部署,更正,签字日期',
      '1,2026-10-14,借阅 16000 册,书目数据清理,,2026-10-14',
    ]);
    expect(await statesOf('year-summary', 'from=2025-09-01&to=2026-10-14')).toEqual([
      ['2025-2026', 'missing'],
      ['2026-2027', 'kept'],
    ]);
  });

  it('[RPT-003, RPT-030] the log of each day, its missing days, and the hours open by week', async () => {
    const day = (happenedOn: string, hours: number, punctual = true) =>
      at.write(
        'librarian',
        'library-log',
        { opened: '08:00', closed: '21:30', hours, punctual, visitors: 120, events: '借还正常' },
        { happenedOn },
      );
    for (const on of ['05', '06', '07', '08', '09'])
      await day(`2026-10-${on}`, on === '09' ? 15.5 : 15, on !== '06');
    await day('2026-10-14', 13);
    expect((await book('library-log', '&from=2026-10-14'))[1]).toBe(
      '6,2026-10-14,08:00,21:30,13,是,120,借还正常,,',
    );
    expect(await statesOf('library-log', 'from=2026-10-12&to=2026-10-14')).toEqual([
      ['2026-10-12', 'missing'],
      ['2026-10-13', 'missing'],
      ['2026-10-14', 'kept'],
    ]);
    const weeks = (
      await at.counts('viewer', 'library-log', `&schoolId=${at.school}&by=week&from=2026-10-05&to=2026-10-14`)
    ).filter(({ field }) => field === 'hours');
    expect(weeks.map(({ period, sum }) => [period, sum])).toEqual([
      ['2026-10-05', 75.5],
      ['2026-10-12', 13],
    ]);
    const punctual = figureOf(
      await at.counts('head', 'library-log', '&from=2026-10-05&to=2026-10-09'),
      'punctual',
      'true',
    );
    expect(punctual).toMatchObject({ valueName: '是', entries: 4, share: 0.8 });
  });

  it('[RPT-005] reports to the leaders each month, with what they said, read by the head', async () => {
    const { id } = await at.write(
      'librarian',
      'leader-reports',
      { kind: 'activity', to: '分管校长', report: '读书节方案', instruction: '同意' },
      { happenedOn: '2026-09-25' },
    );
    await at.write('librarian', 'leader-reports', { kind: 'work', to: '校长', report: '编目进度' });
    expect((await at.sign('head', id)).signedBy).not.toBeNull();
    expect(await book('leader-reports', '&signed=true')).toEqual([
      '编号,日期,类别,汇报对象,汇报内容,领导意见,更正,签字日期',
      '1,2026-09-25,活动汇报,分管校长,读书节方案,同意,,2026-10-14',
    ]);
    expect(await statesOf('leader-reports', term)).toEqual([
      ['2026-09', 'late'],
      ['2026-10', 'kept'],
    ]);
  });

  it('[RPT-008] visits of leaders are kept with what they said, and counted for a period', async () => {
    for (const happenedOn of ['2026-09-01', '2026-09-30', '2026-10-10'])
      await at.write(
        'librarian',
        'leader-visits',
        { who: '李局长', unit: '县教育局', level: 'county', opinions: '继续开放', measures: '已落实' },
        { happenedOn },
      );
    expect((await at.counts('head', 'leader-visits', '&from=2026-09-01&to=2026-09-30'))[0]?.entries).toBe(2);
    expect((await at.counts('head', 'leader-visits', '&by=term&from=2026-09-01'))[0]).toMatchObject({
      period: '2026年秋季',
      entries: 3,
    });
    expect((await book('leader-visits'))[1]).toBe('3,2026-10-10,李局长,县教育局,县级,继续开放,已落实,');
  });

  it('[RPT-009] the leading group: who is in it, what it resolved, and targets', async () => {
    await at.write('librarian', 'leading-group', {
      kind: 'members',
      people: '组长：校长；组员：总务、馆员',
      resolved: '成立小组',
    });
    const { id } = await at.write('librarian', 'leading-group', {
      kind: 'target',
      people: '全体',
      resolved: '图书工作列入目标管理',
      by: '2026-12-31',
    });
    await at.sign('head', id);
    expect((await book('leading-group'))[1]).toBe(
      '2,2026-10-14,目标管理,全体,图书工作列入目标管理,2026-12-31,,2026-10-14',
    );
    expect((await book('leading-group', '&field=kind&value=members')).slice(1)).toEqual([
      '1,2026-10-14,组成,组长：校长；组员：总务、馆员,成立小组,,,',
    ]);
  });

  it('[RPT-010] rooms are inspected for work and hygiene, and ranked', async () => {
    for (const [room, work, hygiene] of [
      ['书库', 90, 85],
      ['阅览室', 95, 98],
      ['书库', 92, 95.5],
      ['电子阅览室', 88, 98],
    ] as const)
      await at.write('librarian', 'room-inspections', { room, work, hygiene });
    const ranked = (
      await at.counts('head', 'room-inspections', '&by=month&from=2026-10-01&group=room&rankBy=hygiene')
    ).filter(({ field }) => field === null);
    expect(ranked.map(({ rank, groupName, entries }) => [rank, groupName, entries])).toEqual([
      [1, '电子阅览室', 1],
      [1, '阅览室', 1],
      [3, '书库', 2],
    ]);
    const work = (await at.counts('head', 'room-inspections', '&group=room')).find(
      ({ group, field }) => group === '书库' && field === 'work',
    );
    expect([work?.average, work?.sum]).toEqual([91, null]);
    expect(await statesOf('room-inspections', 'from=2026-10-05&to=2026-10-14')).toEqual([
      ['2026-10-05', 'missing'],
      ['2026-10-12', 'kept'],
    ]);
  });

  it('[RPT-011] a problem of one term stays open until the plan of the next answers it', async () => {
    const problem = await at.write(
      'librarian',
      'term-problems',
      { problem: '高年级到馆减少', improvement: '开展名著导读' },
      { happenedOn: '2026-06-30' },
    );
    await at.followUp('librarian', problem.id, 'carried', '列入秋季计划');
    const item = await at.write('librarian', 'term-plan', {
      month: 11,
      item: '名著导读',
      answers: problem.id,
    });
    const open = await at.entries('head', 'term-problems', '&settled=false');
    expect(open.map(({ id, status, happenedOn }) => [id, status, happenedOn])).toEqual([
      [problem.id, 'carried', '2026-06-30'],
    ]);
    expect(
      (await at.entries('head', 'term-plan', `&field=answers&value=${problem.id}`)).map(({ id }) => id),
    ).toEqual([item.id]);
    expect((await book('term-plan', '&field=month&value=11'))[1]).toContain('名著导读,,№1,计划');
    await at.followUp('head', problem.id, 'solved', '到馆回升');
    expect(await at.entries('head', 'term-problems', '&settled=false')).toEqual([]);
  });

  it('[RPT-044] honours of the library are kept by level, and the county sees them', async () => {
    await at.write('librarian', 'honours', {
      title: '书香校园',
      level: 'city',
      by: '苏州市教育局',
      document: '苏教〔2026〕8号',
    });
    expect((await book('honours'))[1]).toBe('1,2026-10-14,书香校园,市级,苏州市教育局,苏教〔2026〕8号,');
    expect(await at.entries('viewer', 'honours')).toMatchObject([
      { schoolId: at.school, values: { title: '书香校园' } },
    ]);
    expect(figureOf(await at.counts('county', 'honours'), 'level', 'city')?.entries).toBe(1);
  });
});

describe('rooms, equipment and safety', () => {
  it('[RPT-035] rooms with their floor area and seats, summed', async () => {
    await at.write('librarian', 'room-register', {
      room: '学生阅览室',
      use: 'pupils',
      area: 675,
      seats: 306,
    });
    await at.write('librarian', 'room-register', {
      room: '教师阅览室',
      use: 'teachers',
      area: 231.5,
      seats: 40,
    });
    expect(await book('room-register', '&corrected=false')).toEqual([
      '编号,日期,室名,用途,面积（平方米）,座位,更正',
      '2,2026-10-14,教师阅览室,教师阅览室,231.5,40,',
      '1,2026-10-14,学生阅览室,学生阅览室,675,306,',
    ]);
    const counts = await at.counts('viewer', 'room-register', '&group=school');
    expect([counts[0]?.groupName, figureOf(counts, 'area')?.sum, figureOf(counts, 'seats')?.sum]).toEqual([
      '第1小学',
      906.5,
      346,
    ]);
  });

  it('[RPT-037] equipment by kind with quantity, seats, value and state', async () => {
    const table = await at.write('librarian', 'equipment-register', {
      kind: 'table',
      name: '阅览桌',
      quantity: 10,
      seats: 40,
      room: '学生阅览室',
      yuan: 3500.5,
    });
    await at.write('librarian', 'equipment-register', { kind: 'server', name: '服务器', quantity: 2 });
    await at.write('librarian', 'equipment-register', {
      kind: 'table',
      name: '圆桌',
      quantity: 4,
      seats: 16,
    });
    await at.followUp('librarian', table.id, 'repair', '桌面修补');
    const counts = await at.counts('head', 'equipment-register', '&group=kind');
    const of = (kind: string, field: string) =>
      counts.find((count) => count.group === kind && count.field === field)?.sum;
    expect([of('table', 'quantity'), of('table', 'seats'), of('server', 'quantity')]).toEqual([14, 56, 2]);
    expect((await book('equipment-register', '&status=repair'))[1]).toBe(
      '1,2026-10-14,阅览桌,阅览桌,10,40,学生阅览室,3500.5,维修,桌面修补,',
    );
  });

  it('[RPT-038] what shall be maintained, replaced or added, with budget and how far it is', async () => {
    const [pc] = await at.entries('librarian', 'equipment-register', '&field=kind&value=server');
    const { id } = await at.write('librarian', 'equipment-plan', {
      kind: 'replacement',
      equipment: pc?.id,
      what: '更新工作用计算机',
      quantity: 8,
      yuan: 32000,
      by: '2026-12-20',
    });
    await at.write('librarian', 'equipment-plan', {
      kind: 'maintenance',
      what: 'UPS 电池',
      quantity: 16,
      by: '2026-11-01',
    });
    await at.followUp('head', id, 'doing', '已立项');
    expect((await book('equipment-plan', '&status=doing'))[1]).toBe(
      '1,2026-10-14,更新,№2,更新工作用计算机,8,32000,2026-12-20,进行中,已立项,',
    );
    const counts = await at.counts('head', 'equipment-plan');
    expect([
      figureOf(counts, 'yuan')?.sum,
      figureOf(counts, 'kind', 'replacement')?.entries,
      counts[0]?.settled,
    ]).toEqual([32000, 1, 0]);
  });

  it('[RPT-040] safety is looked at daily, a fault goes up at once, and a report goes up each month', async () => {
    const fine = { fire: true, electricity: true, doors: true, fault: false };
    await at.write('librarian', 'safety-checks', fine, { happenedOn: '2026-10-13' });
    await at.write('librarian', 'safety-checks', {
      ...fine,
      electricity: false,
      fault: true,
      note: '插座松动',
    });
    expect(await statesOf('safety-checks', 'from=2026-10-12&to=2026-10-14')).toEqual([
      ['2026-10-12', 'missing'],
      ['2026-10-13', 'late'],
      ['2026-10-14', 'kept'],
    ]);
    const fault = await at.write('teacher', 'safety-faults', {
      room: '电子阅览室',
      kind: 'electricity',
      fault: '插座松动',
    });
    const event = await at.service.sql<{ type: string }>('select type from outbox where key = $1', [
      fault.id,
    ]);
    expect(event.map(({ type }) => type)).toEqual(['shulian.activities.logbook-entry.written.v1']);
    for (const as of ['head', 'county', 'viewer'] as const)
      expect(await at.entries(as, 'safety-faults', '&settled=false')).toMatchObject([
        { id: fault.id, status: 'reported' },
      ]);
    await at.followUp('librarian', fault.id, 'repaired', '电工已换');
    const month = await at.counts('head', 'safety-checks', '&by=month&from=2026-10-01');
    expect([month[0]?.entries, figureOf(month, 'fault', 'true')?.entries]).toEqual([2, 1]);
    const report = await at.write('librarian', 'safety-reports', {
      checks: 2,
      faults: 1,
      repaired: 1,
      summary: '已排除',
    });
    await at.sign('head', report.id);
    expect(await at.entries('county', 'safety-reports', '&signed=true')).toMatchObject([
      { schoolId: at.school, values: { faults: 1 } },
    ]);
    expect(await statesOf('safety-reports', term)).toEqual([
      ['2026-09', 'missing'],
      ['2026-10', 'kept'],
    ]);
  });

  it('[RPT-041] fire drills, security and who was at work', async () => {
    const drill = await at.write('librarian', 'security-records', {
      kind: 'drill',
      what: '消防疏散演练',
      people: 320,
      next: '2027-03-10',
    });
    await at.write('librarian', 'security-records', { kind: 'security', what: '假期值班', people: 2 });
    await at.sign('head', drill.id);
    await at.write('librarian', 'staff-attendance', { person: at.readers.clerk, state: 'present' });
    expect((await book('security-records'))[2]).toBe(
      '1,2026-10-14,消防演练,消防疏散演练,320,2027-03-10,,2026-10-14',
    );
    expect(figureOf(await at.counts('head', 'security-records'), 'kind', 'drill')?.entries).toBe(1);
    expect((await book('staff-attendance'))[1]).toBe('1,2026-10-14,到岗,,');
  });

  it('[RPT-043] each room is held against the standard; those that are not there are listed', async () => {
    for (const [room, there, meets] of [
      ['stack', true, true],
      ['classics-2', false, false],
      ['tools', true, false],
    ] as const)
      await at.write('librarian', 'room-checklist', { room, there, meets });
    expect(await book('room-checklist', '&field=there&value=false')).toEqual([
      '编号,日期,功能室,已配备,达标,备注,更正',
      '2,2026-10-14,国学室二,否,否,,',
    ]);
    const counts = await at.counts('head', 'room-checklist', '&by=year&from=2026-09-01');
    expect([figureOf(counts, 'there', 'true')?.share, figureOf(counts, 'meets', 'true')?.entries]).toEqual([
      0.667, 1,
    ]);
    expect(await statesOf('room-checklist', term)).toEqual([['2026-2027', 'kept']]);
  });

  it('[RPT-042] the file of an inspection: item by item what is asked and how it is, signed, with evidence', async () => {
    const item = { standard: 'first-class', asked: '生均20册', is: '31.8册', met: true };
    const { id } = await at.write('librarian', 'standard-items', { ...item, item: '生均藏书' });
    await at.write('librarian', 'standard-items', {
      ...item,
      item: '国学室',
      asked: '2间',
      is: '1间',
      met: false,
      plan: '明年增设',
    });
    await at.sign('head', id);
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.7']), 'a.pdf');
    const sent = await at.call(
      'librarian',
      'POST',
      `/logbook-entries/${id}/files?name=${encodeURIComponent('藏书证明')}`,
      form,
    );
    expect(sent.status).toBe(201);
    expect(await book('standard-items', '&field=met&value=false')).toEqual([
      '编号,日期,标准,项目,标准要求,实际情况,达标,整改,更正,签字日期',
      '2,2026-10-14,省一级图书馆,国学室,2间,1间,否,明年增设,,',
    ]);
    expect(figureOf(await at.counts('head', 'standard-items'), 'met', 'true')?.share).toBe(0.5);
    expect(await at.entries('viewer', 'standard-items', '&signed=true')).toMatchObject([{ id, files: 1 }]);
  });

  it('[RPT-045] rooms are looked at each day, with what was cleaned', async () => {
    await at.write('librarian', 'cleaning-log', {
      room: '学生阅览室',
      state: 'good',
      done: ['floor', 'tables', 'air'],
    });
    expect((await book('cleaning-log'))[1]).toBe('1,2026-10-14,学生阅览室,良好,地面、桌椅、通风,,');
    expect(await statesOf('cleaning-log', 'from=2026-10-13&to=2026-10-14')).toEqual([
      ['2026-10-13', 'missing'],
      ['2026-10-14', 'kept'],
    ]);
  });
});

describe('what the county asks', () => {
  it('[RPT-047] the county assigns work to each school, and sees which have done it', async () => {
    for (const schoolId of [at.school, at.foreignSchool])
      await at.write('county', 'county-tasks', { task: '上报藏书数据', by: '2026-10-20' }, { schoolId });
    const [own] = await at.entries('librarian', 'county-tasks');
    expect(own).toMatchObject({ schoolId: at.school, status: 'assigned' });
    await at.followUp('librarian', own?.id ?? '', 'done', '已报');
    const seen = await at.entries('viewer', 'county-tasks');
    expect(new Map(seen.map(({ schoolId, status }) => [schoolId, status]))).toEqual(
      new Map([
        [at.school, 'done'],
        [at.foreignSchool, 'assigned'],
      ]),
    );
    expect(
      (await at.entries('county', 'county-tasks', '&settled=false')).map(({ schoolId }) => schoolId),
    ).toEqual([at.foreignSchool]);
    const [first] = await at.counts('county', 'county-tasks', '&group=school');
    expect(first?.entries).toBe(1);
    const byLibrarian = await at.call('librarian', 'POST', '/logbook-entries', {
      logbook: 'county-tasks',
      values: { task: 'a', by: '2026-10-20' },
    });
    expect(byLibrarian.status).toBe(403);
  });

  it('[RPT-052] the county sees how many went to its training, school by school, and not who', async () => {
    for (const [person, level] of [
      [at.readers.clerk, 'district'],
      [at.readers.teacher, 'county'],
      [at.readers.clerk, 'school'],
    ] as const)
      await at.write('librarian', 'staff-training', {
        person,
        level,
        topic: '编目',
        organiser: '县教育局',
        hours: 4,
      });
    const counts = await at.counts('county', 'staff-training', '&group=school');
    expect([
      counts[0]?.groupName,
      figureOf(counts, 'level', 'district')?.entries,
      figureOf(counts, 'level', 'county')?.entries,
    ]).toEqual(['第1小学', 1, 1]);
    expect((await at.call('county', 'GET', '/logbook-entries?logbook=staff-training')).status).toBe(403);
    expect((await book('staff-training', '&field=level&value=district'))[1]).toContain(
      '区级,编目,县教育局,4',
    );
  });

  it('[RPT-049] schools apply as advanced unit, the county scores and chooses, and all schools see which', async () => {
    const application = await at.write('librarian', 'advanced-unit-applications', {
      year: 2026,
      achievements: '借阅率100%，无欠款',
    });
    await at.sign('head', application.id);
    const other = await at.write('foreign', 'advanced-unit-applications', {
      year: 2026,
      achievements: '读书节',
    });
    expect(
      (await at.entries('county', 'advanced-unit-applications')).map(({ schoolId }) => schoolId),
    ).toEqual([at.foreignSchool, at.school]);
    const award = (schoolId: string, application: string, score: number, chosen: boolean) =>
      at.write(
        'county',
        'advanced-unit-awards',
        { application, score, chosen, grounds: '综合评分' },
        { schoolId },
      );
    await award(at.school, application.id, 95.5, true);
    await award(at.foreignSchool, other.id, 82, false);
    const wrong = await at.call('county', 'POST', '/logbook-entries', {
      logbook: 'advanced-unit-awards', schoolId: at.school, values: { application: other.id, score: 1, chosen: true, grounds: 'a' },
    }); // prettier-ignore
    expect(wrong.status).toBe(422);
    const ranked = (await at.counts('viewer', 'advanced-unit-awards', '&group=school&rankBy=score')).filter(
      ({ field }) => field === null,
    );
    expect(ranked.map(({ rank, groupName }) => [rank, groupName])).toEqual([
      [1, '第1小学'],
      [2, '第2小学'],
    ]);
    const chosen = await at.entries('foreign', 'advanced-unit-awards', '&field=chosen&value=true');
    expect(chosen.map(({ schoolId }) => schoolId)).toEqual([at.school]);
  });

  it('[RPT-053] the county public library plans its services by the year, and every school reads how far it is', async () => {
    const { id } = await at.write('librarian', 'public-library-plan', {
      year: 2026,
      service: 'free-opening',
      target: '全年免费开放',
      hours: 56,
    });
    await at.write(
      'county',
      'public-library-plan',
      { year: 2026, service: 'level', target: '巩固国家二级图书馆', schools: 2 },
      { schoolId: at.school },
    );
    await at.followUp('librarian', id, 'reached', '免费开放 310 天');
    await at.sign('head', id);
    for (const as of ['foreign', 'viewer', 'teacher'] as const)
      expect(await at.entries(as, 'public-library-plan')).toHaveLength(2);
    expect(await at.entries('foreign', 'public-library-plan', '&settled=false')).toMatchObject([
      { values: { service: 'level' }, status: 'planned' },
    ]);
    const levels = figureOf(
      await at.counts('viewer', 'public-library-plan', '&group=school'),
      'service',
      'level',
    );
    expect(levels?.entries).toBe(1);
    const paper = await at.printed('foreign', '/logbook-entries?logbook=public-library-plan');
    expect(paper[0]).toBe(
      '编号,日期,年度,服务项目,目标,每周开放小时,惠及学校,完成情况,状态,答复或办理,更正,签字日期',
    );
    expect(paper.find((line) => line.startsWith('1,'))).toContain(
      '2026,免费开放,全年免费开放,56,,,达成,免费开放 310 天',
    );
    const byTeacher = await at.call('teacher', 'POST', '/logbook-entries', {
      logbook: 'public-library-plan', values: { year: 2026, service: 'other', target: 'a' },
    }); // prettier-ignore
    expect(byTeacher.status).toBe(403);
  });

  it('[RPT-054] a school tells of what works, and every school of the county reads it', async () => {
    const { id } = await at.write('librarian', 'good-practice', {
      title: '午间轮借',
      field: 'management',
      practice: '每班每周一次',
      results: '借阅率100%',
    });
    for (const as of ['foreign', 'county', 'viewer', 'teacher'] as const)
      expect(await at.entries(as, 'good-practice')).toMatchObject([
        { id, schoolId: at.school, values: { title: '午间轮借' } },
      ]);
    expect((await at.entry('foreign', id)).values['practice']).toBe('每班每周一次');
    expect(await at.printed('foreign', '/logbook-entries?logbook=good-practice')).toHaveLength(2);
    const corrected = await at.call('foreign', 'POST', `/logbook-entries/${id}/corrections`, { why: 'x' });
    expect(corrected.status).toBe(404);
  });
});
