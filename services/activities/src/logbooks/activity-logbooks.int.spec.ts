import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { figureOf, LogbookSchool, type Person } from './a-logbook-school.builder.js';
import type { EntryFileView } from './logbook-entries.http.js';

let at: LogbookSchool;
beforeAll(async () => {
  at = await LogbookSchool.open(await freshDatabase('activity_logbooks'));
}, 60_000);
afterAll(() => at.end());

const book = (logbook: string, query = ''): Promise<string[]> =>
  at.printed('librarian', `/logbook-entries?logbook=${logbook}${query}`);
const activity = (as: Person, kind: string, name: string, more: object = {}) =>
  at.write(as, 'activity-records', {
    kind,
    name,
    organisers: ['library'],
    participants: 60,
    summary: '顺利',
    ...more,
  });
const statesOf = async (logbook: string, query: string): Promise<(readonly [string, string])[]> =>
  (await at.dues('head', logbook, query)).map(({ period, state }) => [period, state] as const);

describe('books are made known', () => {
  it('[ACT-001, ACT-004] numbered issues of new books with their titles, by the channels that carried them', async () => {
    for (const [issue, titles, channels] of [
      [1, 30, ['web', 'board']],
      [2, 25, ['board', 'display', 'broadcast']],
    ] as const)
      await at.write('librarian', 'new-book-bulletin', {
        issue,
        title: `新书推荐第${String(issue)}期`,
        titles,
        channels,
      });
    expect(await at.printed('pupil', '/logbook-entries?logbook=new-book-bulletin')).toEqual([
      '编号,日期,期号,主题,推荐种数,发布渠道,备注,更正',
      '2,2026-10-14,2,新书推荐第2期,25,展示板、实物、广播电视,,',
      '1,2026-10-14,1,新书推荐第1期,30,网络、展示板,,',
    ]);
    const counts = await at.counts('head', 'new-book-bulletin', '&by=term&from=2026-09-01');
    expect([
      counts[0]?.entries,
      figureOf(counts, 'titles')?.sum,
      figureOf(counts, 'channels', 'board')?.share,
    ]).toEqual([2, 55, 1]);
    expect(figureOf(counts, 'channels', 'web')).toMatchObject({ entries: 1, share: 0.5 });
  });

  it('[ACT-003] a new book is introduced in a few words, and pupils read it', async () => {
    await at.write('librarian', 'new-book-introductions', {
      book: at.title,
      introduction: '取经路上的八十一难',
    });
    expect((await at.printed('pupil', '/logbook-entries?logbook=new-book-introductions'))[1]).toBe(
      '1,2026-10-14,西游记,取经路上的八十一难,',
    );
    const unknown = await at.call('librarian', 'POST', '/logbook-entries', {
      logbook: 'new-book-introductions', values: { book: at.school, introduction: 'a' },
    }); // prettier-ignore
    expect(unknown.status).toBe(422);
  });

  it('[ACT-006, ACT-007, ACT-008] lists by audience and theme, for a feast, a subject group or a class, read by those they are for', async () => {
    const on = { book: at.title, reason: '经典' };
    await at.write('librarian', 'recommendations', { ...on, list: '高年级名著', audience: 'upper' });
    await at.write('librarian', 'recommendations', {
      ...on,
      list: '国庆书单',
      audience: 'middle',
      occasion: 'holiday',
    });
    await at.write('librarian', 'recommendations', {
      ...on,
      list: '科技节书单',
      audience: 'subject',
      unit: '语文组',
      occasion: 'school-theme',
    });
    await at.write('teacher', 'recommendations', {
      ...on,
      list: '班级共读',
      audience: 'class',
      class: at.classes[0],
    });
    const lists = async (as: Person, field: string, value: string) =>
      (await at.entries(as, 'recommendations', `&field=${field}&value=${value}`)).map(
        ({ values }) => values['list'],
      );
    expect(await lists('pupil', 'audience', 'upper')).toEqual(['高年级名著']);
    expect(await lists('pupil', 'occasion', 'holiday')).toEqual(['国庆书单']);
    expect(await lists('teacher', 'audience', 'subject')).toEqual(['科技节书单']);
    expect(await lists('pupil', 'class', at.classes[0])).toEqual(['班级共读']);
    expect((await book('recommendations', '&field=audience&value=class'))[1]).toBe(
      '4,2026-10-14,班级共读,班级,,,三年级1班,西游记,经典,',
    );
  });

  it('[ACT-005, ACT-015, ACT-017] windows and boards: what each showed, and how often it changed in a term', async () => {
    for (const [board, place, shows] of [
      ['window', 1, ['layout', 'collections', 'services']],
      ['window', 4, ['books']],
      ['newspapers', 1, ['news']],
      ['newspapers', 1, ['news']],
    ] as const)
      await at.write('librarian', 'board-changes', { board, place, theme: '金秋', shows });
    const counts = await at.counts('head', 'board-changes', '&by=term&from=2026-09-01&group=board');
    expect(
      counts.filter(({ field }) => field === null).map(({ groupName, entries }) => [groupName, entries]),
    ).toEqual([
      ['读报栏', 2],
      ['橱窗', 2],
    ]);
    expect(await book('board-changes', '&field=shows&value=layout')).toEqual([
      '编号,日期,阵地,序号,主题,内容,更正',
      '1,2026-10-14,橱窗,1,金秋,图书布局、馆藏、服务,',
    ]);
    expect(
      (await at.entries('librarian', 'board-changes', '&field=board&value=newspapers')).map(
        ({ happenedOn }) => happenedOn,
      ),
    ).toEqual(['2026-10-14', '2026-10-14']);
  });

  it('[ACT-011] classes read what was given to them together, and the class that has not is named', async () => {
    await at.write('teacher', 'collective-reading', {
      class: at.classes[0],
      books: '《城南旧事》45册',
      source: '教育局捐赠',
      led: '班主任',
      present: 45,
    });
    expect((await book('collective-reading'))[1]).toBe(
      '1,2026-10-14,三年级1班,《城南旧事》45册,教育局捐赠,班主任,45,',
    );
    const open = await at.dues('librarian', 'collective-reading', 'from=2026-09-01&to=2026-10-14&state=open');
    expect(open.map(({ className }) => className)).toEqual(['一年级2班']);
  });

  it('[ACT-014] a panel chooses new books each term', async () => {
    await at.write(
      'librarian',
      'selection-panel',
      { members: [at.readers.teacher, at.readers.clerk], looked: 200, chosen: 40 },
      { happenedOn: '2026-09-10' },
    );
    expect((await book('selection-panel'))[1]).toBe('1,2026-09-10,2,200,40,,');
    expect(await statesOf('selection-panel', 'from=2026-09-01&to=2026-10-14')).toEqual([
      ['2026年秋季', 'late'],
    ]);
  });
});

describe('activities', () => {
  it('[ACT-012, ACT-016, ACT-041, ACT-046, ACT-050, ACT-052, ACT-056, ACT-058, ACT-062, ACT-071] each kind of activity with organisers, participants, works and summary, counted by kind', async () => {
    const kinds = [
      ['best-sellers', '畅销书介绍'], ['promotion', '资源推介报告会'], ['readers-meeting', '积极分子交流会'], ['theme', '好书伴我行'],
      ['exhibition', '学生作品展'], ['lecture', '名家讲座'], ['salon', '教师读书沙龙'], ['archive-day', '档案宣传日'],
      ['programme', '爱国主义教育读书'], ['discussion', '专题讨论会'], ['story', '故事会'],
    ] as const; // prettier-ignore
    for (const [kind, name] of kinds)
      await activity(
        kind === 'salon' ? 'teacher' : 'librarian',
        kind,
        name,
        kind === 'exhibition' ? { works: 35 } : { praised: [at.readers.pupil] },
      );
    const counts = await at.counts('head', 'activity-records', '&by=term&from=2026-09-01');
    for (const [kind] of kinds) expect([kind, figureOf(counts, 'kind', kind)?.entries]).toEqual([kind, 1]);
    expect([figureOf(counts, 'works')?.sum, figureOf(counts, 'participants')?.sum]).toEqual([35, 660]);
    expect(await book('activity-records', '&field=kind&value=exhibition')).toEqual([
      '编号,日期,类别,活动名称,属于,主办与协办,参加人数,作品件数,受表彰学生,活动小结,更正',
      '5,2026-10-14,作品展览,学生作品展,,图书馆,60,35,,顺利,',
    ]);
    expect(await at.entries('teacher', 'activity-records', '&field=kind&value=salon')).toHaveLength(1);
  });

  it('[ACT-045, ACT-049] a festival or a service week has its programme, and the activities that were part of it', async () => {
    const festival = await at.write('librarian', 'festivals', {
      kind: 'festival',
      name: '首届读书节',
      until: '2026-11-30',
      programme: '讲故事、手抄报、征文',
    });
    await at.write('librarian', 'festivals', {
      kind: 'service-week',
      name: '读者服务宣传周',
      until: '2026-10-20',
    });
    await activity('librarian', 'story', '低年级讲故事', { festival: festival.id });
    await activity('teacher', 'programme', '征文', { festival: festival.id });
    expect((await at.entries('pupil', 'festivals')).map(({ values }) => values['name'])).toEqual([
      '读者服务宣传周',
      '首届读书节',
    ]);
    const parts = await at.entries('librarian', 'activity-records', `&field=festival&value=${festival.id}`);
    expect(parts.map(({ values }) => values['name'])).toEqual(['征文', '低年级讲故事']);
    const sums = await at.counts('head', 'activity-records', '&group=festival');
    expect(sums.find(({ group, field }) => group === festival.id && field === 'participants')?.sum).toBe(120);
    expect(
      figureOf(await at.counts('head', 'festivals', '&by=term&from=2026-09-01'), 'kind', 'festival')?.entries,
    ).toBe(1);
  });

  it('[ACT-023] reading notes are exchanged each month, and whom the meeting praised is kept', async () => {
    await activity('teacher', 'note-exchange', '十月读书笔记交流', {
      works: 20,
      praised: [at.readers.pupil, at.readers.classmate],
    });
    const months = await at.counts('head', 'activity-records', '&by=month&from=2026-09-01&group=kind');
    const exchange = months.filter(({ group }) => group === 'note-exchange');
    const sumOf = (name: string) => exchange.find(({ field }) => field === name)?.sum;
    expect([exchange[0]?.period, exchange[0]?.entries, sumOf('works'), sumOf('praised')]).toEqual([
      '2026-10',
      1,
      20,
      2,
    ]);
    expect((await book('activity-records', '&field=kind&value=note-exchange'))[1]).toContain(
      '十月读书笔记交流,,图书馆,60,20,2,顺利',
    );
  });

  it('[ACT-010] pupils give books once a year, at the festival, and the gallery is topped up', async () => {
    const festival = await at.write('librarian', 'festivals', {
      kind: 'festival',
      name: '捐书节',
      until: '2026-10-31',
    });
    await at.write('teacher', 'donation-campaign', {
      festival: festival.id,
      class: at.classes[0],
      pupils: 40,
      copies: 62,
      to: 'gallery',
    });
    await at.write('librarian', 'donation-campaign', {
      festival: festival.id,
      class: at.classes[1],
      pupils: 30,
      copies: 31,
      to: 'corner',
    });
    const counts = await at.counts('head', 'donation-campaign', '&by=year&from=2026-09-01&group=to');
    const gallery = counts.find(({ group, field }) => group === 'gallery' && field === 'copies');
    expect([gallery?.period, gallery?.groupName, gallery?.sum]).toEqual(['2026-2027', '开放书廊', 62]);
    expect((await book('donation-campaign', '&field=to&value=corner'))[1]).toMatch(
      /^2,2026-10-14,№\d+,一年级2班,30,31,班级图书角,$/,
    );
    const years = await statesOf('donation-campaign', 'from=2025-09-01&to=2026-10-14');
    expect(years).toEqual([
      ['2025-2026', 'missing'],
      ['2026-2027', 'kept'],
    ]);
  });

  it('[ACT-059] who took part in a campaign, class by class and in all', async () => {
    const took = { campaign: '寒假读书', pupils: 45 };
    await at.write('teacher', 'reading-campaigns', {
      ...took,
      class: at.classes[0],
      reflections: 36,
      reasons: 45,
    });
    await at.write('librarian', 'reading-campaigns', {
      ...took,
      class: at.classes[1],
      pupils: 55,
      reflections: 44,
      reasons: 55,
    });
    const counts = await at.counts('head', 'reading-campaigns');
    expect(['pupils', 'reflections', 'reasons'].map((field) => figureOf(counts, field)?.sum)).toEqual([
      100, 80, 100,
    ]);
    expect((await book('reading-campaigns'))[2]).toBe('1,2026-10-14,寒假读书,三年级1班,45,36,45,');
  });

  it('[ACT-047, ACT-064] a ceremony with those who ran it together, counted by organiser', async () => {
    await activity('librarian', 'ceremony', '践行八礼四仪演讲', {
      organisers: ['library', 'moral-office', 'youth-league'],
      praised: [at.readers.pupil],
    });
    const counts = await at.counts('head', 'activity-records', '&group=organisers');
    expect(counts.find(({ group, field }) => group === 'moral-office' && field === null)).toMatchObject({
      groupName: '德育处',
      entries: 1,
    });
    expect((await book('activity-records', '&field=organisers&value=youth-league'))[1]).toContain(
      '践行八礼四仪演讲,,图书馆、德育处、团委,60,,1,顺利',
    );
  });

  it('[ACT-066] photos and papers are kept with the record of an activity', async () => {
    const { id } = await activity('librarian', 'theme', '共同读一本书');
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.7 plan']), 'plan.pdf');
    const kept = await at.call<EntryFileView>(
      'librarian',
      'POST',
      `/logbook-entries/${id}/files?name=${encodeURIComponent('活动方案')}`,
      form,
    );
    expect([kept.status, kept.body.name]).toEqual([201, '活动方案']);
    expect((await at.entry('head', id)).evidence).toMatchObject([
      { id: kept.body.id, mediaType: 'application/pdf' },
    ]);
    const file = await fetch(`${at.service.url}/api/v1/logbook-files/${kept.body.id}`, {
      headers: at.authorization('head'),
    });
    expect([file.status, file.headers.get('content-disposition'), await file.text()]).toEqual([
      200,
      'attachment',
      '%PDF-1.7 plan',
    ]);
    expect((await at.call('pupil', 'GET', `/logbook-files/${kept.body.id}`)).status).toBe(403);
  });

  it('[ACT-053] classes exchange what they read each week', async () => {
    await at.write('teacher', 'reading-exchange', {
      kind: 'recommendation',
      class: at.classes[0],
      topic: '我最爱的书',
      present: 44,
    });
    expect((await book('reading-exchange'))[1]).toBe('1,2026-10-14,读书推荐会,三年级1班,我最爱的书,44,');
    expect(await statesOf('reading-exchange', 'from=2026-10-05&to=2026-10-14')).toEqual([
      ['2026-10-05', 'missing'],
      ['2026-10-12', 'kept'],
    ]);
  });

  it('[ACT-054, ACT-055] lesson plans, guidance lessons and visits; the methods that were taught', async () => {
    for (const kind of ['plan', 'lesson', 'visit'])
      await at.write('teacher', 'lesson-support', {
        kind,
        class: at.classes[0],
        content: '阅读指导课',
        teacher: '李老师',
      });
    const lessons = await at.counts('head', 'lesson-support', '&group=class');
    expect([lessons[0]?.groupName, lessons[0]?.entries, figureOf(lessons, 'kind', 'visit')?.entries]).toEqual(
      ['三年级1班', 3, 1],
    );
    for (const method of ['intensive', 'extensive', 'browsing', 'speed'])
      await at.write('teacher', 'reading-methods', { method, class: at.classes[0], content: '方法' });
    const taught = (await at.counts('librarian', 'reading-methods')).filter(
      ({ field }) => field === 'method',
    );
    expect(taught.map(({ valueName }) => valueName)).toEqual(['精读', '略读', '浏览', '速读']);
  });

  it('[ACT-051] reading groups and clubs with their members', async () => {
    await at.write('librarian', 'reading-groups', {
      kind: 'society',
      name: '小荷文学社',
      led: '王老师',
      members: [at.readers.pupil, at.readers.classmate],
    });
    await at.write('teacher', 'reading-groups', {
      kind: 'film',
      name: '影评小组',
      members: [at.readers.pupil],
    });
    const counts = await at.counts('head', 'reading-groups');
    expect([counts[0]?.entries, figureOf(counts, 'members')?.sum]).toEqual([2, 3]);
    const [mine] = await at.entries(
      'librarian',
      'reading-groups',
      `&field=members&value=${at.readers.classmate}`,
    );
    expect(mine?.values['name']).toBe('小荷文学社');
    expect((await book('reading-groups'))[2]).toBe('1,2026-10-14,文学社,小荷文学社,王老师,2,');
  });

  it('[ACT-060] pupils mend, clean and carry, class by class, and the books they mended are summed', async () => {
    await at.write('teacher', 'labour-activities', {
      kind: 'mending',
      class: at.classes[0],
      pupils: 20,
      books: 35,
    });
    await at.write('librarian', 'labour-activities', { kind: 'cleaning', pupils: 12 });
    const counts = await at.counts('head', 'labour-activities');
    expect([figureOf(counts, 'books')?.sum, figureOf(counts, 'pupils')?.sum]).toEqual([35, 32]);
    expect((await book('labour-activities', '&field=kind&value=mending'))[1]).toBe(
      '1,2026-10-14,修补图书,三年级1班,20,35,,',
    );
  });

  it('[ACT-070] a pupil proposes an activity, the librarian approves it, and it is held', async () => {
    const { id } = await at.write('pupil', 'pupil-proposals', { name: '图书漂流', plan: '每班一个漂流箱' });
    const other = await at.write('classmate', 'pupil-proposals', { name: '通宵读书', plan: '整夜' });
    await at.followUp('librarian', id, 'approved', '十一月开展');
    await at.followUp('librarian', other.id, 'declined', '注意休息');
    expect(await at.entries('pupil', 'pupil-proposals')).toMatchObject([
      { id, status: 'approved', answer: '十一月开展' },
    ]);
    await at.followUp('librarian', id, 'held');
    expect(await at.entries('librarian', 'pupil-proposals', '&settled=false')).toEqual([]);
    expect(
      (await at.call('pupil', 'POST', `/logbook-entries/${id}/follow-ups`, { status: 'approved' })).status,
    ).toBe(403);
  });
});

describe('contests and what comes of them', () => {
  it('[ACT-036] who took part in contests outside, and with which result', async () => {
    for (const award of ['bronze', 'excellence', 'none'] as const)
      await at.write('teacher', 'outside-contests', {
        contest: '省网上读书活动',
        level: 'province',
        reader: at.readers.pupil,
        award,
      });
    await at.write('librarian', 'outside-contests', {
      contest: '市读书活动',
      level: 'city',
      award: 'organisation',
    });
    const counts = await at.counts('head', 'outside-contests', '&by=year&from=2026-09-01');
    expect([
      figureOf(counts, 'level', 'province')?.entries,
      figureOf(counts, 'award', 'bronze')?.entries,
    ]).toEqual([3, 1]);
    expect((await book('outside-contests', '&field=award&value=organisation'))[1]).toBe(
      '4,2026-10-14,市读书活动,市级,优秀组织奖,',
    );
  });

  it('[ACT-042] prizes come in and go out, and what is left follows', async () => {
    await at.write('librarian', 'prize-stock', { prize: '笔记本', in: 100, out: 0 });
    await at.write('librarian', 'prize-stock', {
      prize: '笔记本',
      in: 0,
      out: 30,
      activity: '读书节',
      reader: at.readers.pupil,
    });
    const counts = await at.counts('head', 'prize-stock');
    expect((figureOf(counts, 'in')?.sum ?? 0) - (figureOf(counts, 'out')?.sum ?? 0)).toBe(70);
    expect((await book('prize-stock'))[1]).toBe('2,2026-10-14,笔记本,0,30,读书节,');
  });

  it('[ACT-043] materials are prepared before a contest, used in it, archived after it', async () => {
    const { id } = await at.write('teacher', 'contest-materials', {
      contest: '百科知识竞赛',
      materials: '题库、参考书',
      items: 12,
    });
    for (const status of ['used', 'archived']) await at.followUp('librarian', id, status);
    expect((await at.entry('librarian', id)).followUps.map(({ status }) => status)).toEqual([
      'used',
      'archived',
    ]);
    expect((await book('contest-materials'))[1]).toBe('1,2026-10-14,百科知识竞赛,题库、参考书,12,赛后归档,,');
  });

  it('[ACT-057, ACT-065] collections and tabloids by issue, and works that went to others', async () => {
    await at.write('librarian', 'activity-publications', {
      kind: 'tabloid',
      issue: 3,
      title: '读书小报',
      pieces: 12,
    });
    await at.write('librarian', 'activity-publications', {
      kind: 'collection',
      issue: 1,
      title: '征文精品集',
      pieces: 40,
    });
    expect(
      figureOf(await at.counts('head', 'activity-publications', '&by=term&from=2026-09-01'), 'pieces')?.sum,
    ).toBe(52);
    expect(await statesOf('activity-publications', 'from=2026-09-01&to=2026-10-14')).toEqual([
      ['2026-09', 'missing'],
      ['2026-10', 'kept'],
    ]);
    await at.write('teacher', 'works-exchange', {
      work: '《我的书屋》',
      class: at.classes[0],
      to: 'press',
      where: '小学生报',
      printed: true,
    });
    expect((await book('works-exchange'))[1]).toBe('1,2026-10-14,《我的书屋》,三年级1班,报刊,小学生报,是,');
    expect(figureOf(await at.counts('head', 'works-exchange'), 'printed', 'true')?.entries).toBe(1);
  });

  it('[ACT-063, ACT-068] reading projects from the plan to the end, with study sessions of teachers', async () => {
    const { id } = await at.write('librarian', 'reading-projects', {
      name: '农村书香校园',
      kind: 'research',
      work: '开题',
      participants: 120,
    });
    await at.write('teacher', 'reading-projects', {
      name: '读书写作工程',
      kind: 'writing',
      work: '每周一文',
      participants: 45,
    });
    await at.write('librarian', 'reading-projects', {
      name: '理论学习',
      kind: 'study',
      work: '阅览室集中学习',
      participants: 30,
    });
    await at.followUp('head', id, 'doing', '中期检查');
    expect((await book('reading-projects', '&status=doing'))[1]).toBe(
      '1,2026-10-14,农村书香校园,课题研究,开题,120,实施,中期检查,',
    );
    const counts = await at.counts('head', 'reading-projects');
    expect(['research', 'writing', 'study'].map((kind) => figureOf(counts, 'kind', kind)?.entries)).toEqual([
      1, 1, 1,
    ]);
  });

  it('[ACT-069] parents who read with their children and take part', async () => {
    await at.write('teacher', 'parent-activities', {
      kind: 'reading',
      name: '亲子共读',
      class: at.classes[0],
      parents: 40,
      pupils: 42,
    });
    await at.write('librarian', 'parent-activities', { kind: 'lecture', name: '家庭阅读讲座', parents: 120 });
    const counts = await at.counts('head', 'parent-activities', '&by=term&from=2026-09-01');
    expect([figureOf(counts, 'parents')?.sum, figureOf(counts, 'kind', 'reading')?.entries]).toEqual([
      160, 1,
    ]);
    expect((await book('parent-activities'))[2]).toBe('1,2026-10-14,亲子阅读,亲子共读,三年级1班,40,42,');
  });
});
