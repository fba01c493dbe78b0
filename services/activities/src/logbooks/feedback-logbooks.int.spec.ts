import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { figureOf, LogbookSchool } from './a-logbook-school.builder.js';

let at: LogbookSchool;
beforeAll(async () => {
  at = await LogbookSchool.open(await freshDatabase('feedback_logbooks'));
}, 60_000);
afterAll(() => at.end());

const book = (logbook: string, query = ''): Promise<string[]> =>
  at.printed('librarian', `/logbook-entries?logbook=${logbook}${query}`);

describe('what readers say', () => {
  it('[RDR-043, GTW-006] a pupil writes a suggestion, paper slips are entered, each gets a reply and a status', async () => {
    const mine = await at.write('pupil', 'suggestions', {
      channel: 'board',
      kind: 'suggestion',
      words: '午间多开半小时',
    });
    const slip = await at.write(
      'librarian',
      'suggestions',
      { channel: 'box', kind: 'book', words: '想看《三体》' },
      { readerId: at.readers.classmate },
    );
    expect(mine.status).toBe('open');
    const open = await at.entries('head', 'suggestions', '&settled=false');
    expect(open.map(({ id }) => id)).toEqual([slip.id, mine.id]);
    await at.followUp('librarian', mine.id, 'answered', '从下周起开放到一点');
    await at.followUp('head', slip.id, 'declined', '适合高年级');
    expect(await at.entries('pupil', 'suggestions')).toMatchObject([
      { id: mine.id, status: 'answered', answer: '从下周起开放到一点' },
    ]);
    expect(await at.entries('classmate', 'suggestions')).toMatchObject([
      { id: slip.id, answer: '适合高年级' },
    ]);
    expect(await book('suggestions')).toEqual([
      '编号,日期,渠道,类别,意见,状态,答复或办理,更正',
      '2,2026-10-14,意见箱,荐书,想看《三体》,不予采纳,适合高年级,',
      '1,2026-10-14,留言板,建议,午间多开半小时,已答复,从下周起开放到一点,',
    ]);
    const anew = await at.followUp('librarian', mine.id, 'open', '家长有新意见');
    expect([anew.status, anew.settledAt]).toEqual(['open', null]);
    expect((await at.entry('pupil', mine.id)).followUps.map(({ status }) => status)).toEqual([
      'answered',
      'open',
    ]);
    const unknown = await at.call('librarian', 'POST', `/logbook-entries/${mine.id}/follow-ups`, {
      status: 'lost',
    });
    expect(unknown.status).toBe(400);
    expect(
      (await at.call('foreign', 'POST', `/logbook-entries/${mine.id}/follow-ups`, { status: 'open' })).status,
    ).toBe(404);
  });

  it('[RDR-044] readers assess the library in a campaign; a plan puts right what they found, and they see how far it is', async () => {
    const campaign = await at.write('librarian', 'assessment-campaign', {
      name: '读者评馆',
      until: '2026-10-31',
    });
    const other = await at.write('librarian', 'assessment-campaign', {
      name: '上年评馆',
      until: '2025-10-31',
    });
    expect((await at.entries('pupil', 'assessment-campaign')).map(({ values }) => values['name'])).toEqual([
      '上年评馆',
      '读者评馆',
    ]);
    await at.write('pupil', 'assessment-opinions', { campaign: campaign.id, score: 4, words: '书架太高' });
    await at.write('teacher', 'assessment-opinions', { campaign: campaign.id, score: 5, words: '服务周到' });
    const wrongBook = await at.call('pupil', 'POST', '/logbook-entries', {
      logbook: 'assessment-opinions', values: { campaign: (await at.entries('pupil', 'assessment-opinions'))[0]?.id, score: 1, words: 'a' },
    }); // prettier-ignore
    expect(wrongBook.status).toBe(422);
    const opinions = await at.entries('head', 'assessment-opinions', `&field=campaign&value=${campaign.id}`);
    expect(opinions.map(({ values }) => values['words'])).toEqual(['服务周到', '书架太高']);
    expect(await at.entries('head', 'assessment-opinions', `&field=campaign&value=${other.id}`)).toEqual([]);
    expect(figureOf(await at.counts('head', 'assessment-opinions'), 'score')?.average).toBe(4.5);
    const plan = await at.write('librarian', 'rectification-plan', {
      campaign: campaign.id, problem: '书架太高', measure: '更换低书架', responsible: '总务处', by: '2026-12-31',
    }); // prettier-ignore
    await at.followUp('head', plan.id, 'doing', '已报采购');
    expect(await at.entries('pupil', 'rectification-plan')).toMatchObject([
      { status: 'doing', answer: '已报采购' },
    ]);
    expect((await book('rectification-plan'))[1]).toBe(
      '1,2026-10-14,№1,书架太高,更换低书架,总务处,2026-12-31,整改中,已报采购,',
    );
  });

  it('[RDR-045] a school asks its own questions in one call; answers and forums are kept, with their results', async () => {
    const questions = {
      code: 'hours-survey',
      name: { zh: '开放时间问卷' },
      writers: ['reader', 'teacher'],
      oncePerWriter: true,
      anonymous: true,
      fields: [
        { key: 'enough', zh: '开放时间够吗', type: 'yes-no' },
        {
          key: 'best',
          zh: '最合适的时间',
          type: 'choice',
          choices: [
            { code: 'noon', zh: '中午' },
            { code: 'after', zh: '放学后' },
          ],
        },
      ],
    };
    expect((await at.call('librarian', 'POST', '/logbook-forms', questions)).status).toBe(201);
    await at.write('pupil', 'hours-survey', { enough: false, best: 'noon' });
    await at.write('classmate', 'hours-survey', { enough: false, best: 'after' });
    await at.write('teacher', 'hours-survey', { enough: true, best: 'noon' });
    const again = await at.call('teacher', 'POST', '/logbook-entries', {
      logbook: 'hours-survey',
      values: { enough: true, best: 'noon' },
    });
    expect(again.body.code).toBe('logbook.answered-already');
    const results = await at.counts('librarian', 'hours-survey');
    expect([figureOf(results, 'enough', 'false')?.share, figureOf(results, 'best', 'noon')]).toEqual([
      0.667,
      expect.objectContaining({ valueName: '中午', entries: 2 }),
    ]);
    await at.write('librarian', 'reader-forum', {
      topic: '图书馆服务',
      present: 24,
      opinions: '希望延长开放',
      results: '午间开放到一点',
    });
    expect((await book('reader-forum'))[1]).toBe('1,2026-10-14,图书馆服务,24,希望延长开放,午间开放到一点,');
    expect(await at.dues('head', 'reader-forum', 'from=2026-09-01&to=2026-10-14')).toMatchObject([
      { period: '2026年秋季', state: 'kept' },
    ]);
  });

  it('[RDR-046, RPT-031] how many are satisfied, and how many complaints there are to each hundred readers, by term', async () => {
    for (const [as, satisfied] of [
      ['pupil', 'very'],
      ['classmate', 'yes'],
      ['teacher', 'no'],
      ['helper', 'partly'],
    ] as const)
      await at.write(as, 'satisfaction-survey', { satisfied });
    await at.write('classmate', 'suggestions', {
      channel: 'mailbox',
      kind: 'complaint',
      words: '还书排队太久',
    });
    const rates = await at.counts('head', 'satisfaction-survey', '&by=term&from=2026-09-01');
    const shareOf = (value: string) => figureOf(rates, 'satisfied', value)?.share ?? 0;
    expect([rates[0]?.period, shareOf('very') + shareOf('yes'), shareOf('no')]).toEqual([
      '2026年秋季',
      0.5,
      0.25,
    ]);
    const complaints = figureOf(
      await at.counts('head', 'suggestions', '&by=term&from=2026-09-01'),
      'kind',
      'complaint',
    );
    // One of five readers of the school.
    expect([complaints?.entries, complaints?.perHundredReaders]).toEqual([1, 20]);
    const ofCounty = await at.counts('viewer', 'satisfaction-survey', '&group=school');
    expect(ofCounty[0]).toMatchObject({ group: at.school, groupName: '第1小学', entries: 4 });
  });

  it('[RDR-053] pupils say whether reading interests them, and the shares are counted', async () => {
    await at.write('pupil', 'interest-survey', {
      interested: 'yes',
      kinds: ['science', 'comics'],
      hours: 3.5,
    });
    await at.write('classmate', 'interest-survey', { interested: 'yes', kinds: ['science'] });
    await at.write('librarian', 'interest-survey', { interested: 'no' }, { readerId: at.readers.other });
    const counts = await at.counts('librarian', 'interest-survey');
    expect([
      figureOf(counts, 'interested', 'yes')?.share,
      figureOf(counts, 'interested', 'no')?.share,
    ]).toEqual([0.667, 0.333]);
    expect(figureOf(counts, 'kinds', 'science')).toMatchObject({ entries: 2, share: 1 });
    expect(await at.printed('librarian', '/logbook-counts?logbook=interest-survey')).toContainEqual(
      expect.stringMatching(/对课外阅读,有兴趣,2,.*0\.667/),
    );
  });
});

describe('what is done for those who ask', () => {
  it('[RDR-047] an enquiry is kept with its answer, and with the hours until it came', async () => {
    const { id } = await at.write('librarian', 'reference-enquiries', {
      from: 'teacher',
      question: '本地抗战史料',
    });
    await at.write('teacher', 'reference-enquiries', { from: 'pupil', question: '恐龙的书在哪里' });
    expect((await at.counts('head', 'reference-enquiries'))[0]).toMatchObject({
      entries: 2,
      settled: 0,
      hoursToSettle: null,
    });
    await at.followUp('librarian', id, 'answered', '见 K296 架');
    const [all] = await at.counts('head', 'reference-enquiries');
    expect([all?.settled, typeof all?.hoursToSettle]).toEqual([1, 'number']);
    const entry = await at.entry('librarian', id);
    expect(entry.settledAt).not.toBeNull();
    expect(entry.followUps[0]?.words).toBe('见 K296 架');
    expect((await book('reference-enquiries', '&settled=false')).slice(1)).toEqual([
      '2,2026-10-14,学生,恐龙的书在哪里,待答复,,',
    ]);
  });

  it('[RDR-049] a teacher asks for materials for an open lesson, and what was supplied is kept', async () => {
    const { id } = await at.write('teacher', 'teaching-support', {
      occasion: 'open-lesson',
      subject: '草船借箭',
      needed: '三国图书、音像',
      items: 6,
    });
    await at.followUp('librarian', id, 'supplied', '图书5册、光盘1张');
    expect(await at.entries('teacher', 'teaching-support')).toMatchObject([
      { status: 'supplied', answer: '图书5册、光盘1张' },
    ]);
    const counts = await at.counts('head', 'teaching-support');
    expect([
      counts[0]?.settled,
      figureOf(counts, 'items')?.sum,
      figureOf(counts, 'occasion', 'open-lesson')?.entries,
    ]).toEqual([1, 6, 1]);
  });

  it('[RDR-050] the library tells pupils and staff what it did, and they read it', async () => {
    await at.write('librarian', 'openness-report', {
      title: '本学期工作',
      work: '新书1200册上架',
      plans: '延长开放',
      contact: '意见箱',
    });
    for (const as of ['pupil', 'helper', 'teacher'] as const)
      expect(await at.entries(as, 'openness-report')).toMatchObject([
        { values: { work: '新书1200册上架', contact: '意见箱' } },
      ]);
    expect(await at.printed('pupil', '/logbook-entries?logbook=openness-report')).toHaveLength(2);
    expect(await at.dues('head', 'openness-report', 'from=2026-09-01&to=2026-10-14')).toMatchObject([
      { state: 'kept' },
    ]);
  });

  it('[RDR-051] visits to departments and projects are kept with the needs found', async () => {
    await at.write('librarian', 'on-site-service', {
      unit: '语文教研组',
      needs: '整本书阅读资料',
      met: '送书20册',
    });
    await at.write('head', 'on-site-service', { unit: '省级课题组', needs: '核心期刊论文' });
    expect(await book('on-site-service')).toEqual([
      '编号,日期,部门或课题组,信息需求,提供的服务,更正',
      '2,2026-10-14,省级课题组,核心期刊论文,,',
      '1,2026-10-14,语文教研组,整本书阅读资料,送书20册,',
    ]);
    expect((await at.counts('head', 'on-site-service'))[0]?.entries).toBe(2);
  });

  it('[RDR-052] literature for competitions is kept, and the pupils are summed over the year', async () => {
    const values = { competition: '作文竞赛', materials: '范文集', level: 'city' };
    await at.write('teacher', 'competition-support', {
      ...values,
      class: at.classes[0],
      pupils: 12,
      items: 15,
    });
    await at.write('librarian', 'competition-support', {
      ...values,
      competition: '奥数',
      level: 'nation',
      pupils: 91,
    });
    const counts = await at.counts('head', 'competition-support', '&by=year&from=2026-09-01');
    expect([figureOf(counts, 'pupils')?.sum, figureOf(counts, 'level', 'nation')?.entries]).toEqual([103, 1]);
    expect((await book('competition-support'))[2]).toBe('1,2026-10-14,作文竞赛,市级,三年级1班,12,范文集,15,');
  });

  it('[CIR-045] pupils read the rules of a room; what went wrong there is kept by rule, room and reader, and counted', async () => {
    await at.write('librarian', 'conduct-rules', {
      room: '学生阅览室',
      rule: '保持安静，图书放回原位，桌椅排放整齐',
    });
    expect(await at.entries('pupil', 'conduct-rules')).toMatchObject([{ values: { room: '学生阅览室' } }]);
    await at.write('librarian', 'conduct-incidents', {
      room: '学生阅览室',
      rule: 'quiet',
      reader: at.readers.pupil,
      what: '大声讲话',
      done: '劝告',
    });
    await at.write('teacher', 'conduct-incidents', {
      room: '学生阅览室',
      rule: 'chairs',
      what: '离开未放椅',
    });
    expect(await book('conduct-incidents', '&field=rule&value=quiet')).toEqual([
      '编号,日期,阅览室,违反的规则,情况,处理,更正',
      '1,2026-10-14,学生阅览室,保持安静,大声讲话,劝告,',
    ]);
    const counts = await at.counts('head', 'conduct-incidents', '&by=month&from=2026-10-01&group=room');
    expect([counts[0]?.groupName, counts[0]?.entries, figureOf(counts, 'rule', 'chairs')?.entries]).toEqual([
      '学生阅览室',
      2,
      1,
    ]);
    expect((await at.call('pupil', 'GET', '/logbook-entries?logbook=conduct-incidents')).body).toMatchObject({
      items: [],
    });
    expect((await at.call('county', 'GET', '/logbook-entries?logbook=conduct-incidents')).status).toBe(403);
  });
});
