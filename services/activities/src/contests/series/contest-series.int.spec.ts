import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { ContestSchool } from '../a-contest-school.builder.js';
import type { SchoolContestView } from '../contest-views.http.js';
import type { ContestEntryView } from '../entries/entries.http.js';
import type { RankView } from '../judging/judging.http.js';
import type { MissingView, ParticipationView } from '../participation/participation.http.js';
import { RunSeries } from './run-series.use-case.js';
import type { SeriesView } from './series.http.js';

let school: ContestSchool;
beforeAll(async () => {
  school = await ContestSchool.open('activities_contest_series', 4);
});
afterAll(() => school?.end());

const quiz = {
  name: '每月知识竞赛',
  type: 'quiz',
  organisers: ['图书馆'],
  compulsory: true,
  dueTime: '17:00',
  plan: '各年级全体学生参加。',
  questions: [400, 600],
  minutes: 40,
  rankedBy: 'grade',
  quotas: [{ level: 'first', count: 1 }],
};
const rhythm = { every: 'month', opensDay: 5, dueDay: 20, judgedDay: 25, publishesDay: 31 };
const setUp = (contest: object, more: object = {}): Promise<SeriesView> =>
  school.done<SeriesView>(school.librarian, 'POST', '/contest-series', { rhythm, contest, ...more });
const night = (day: string): Promise<object> =>
  school.service.app.get(RunSeries, { strict: false }).execute(day as CalendarDay);
const contestsOf = ({ id }: { id: string }): Promise<SchoolContestView[]> =>
  school.items<SchoolContestView>(school.librarian, `/contests?seriesId=${id}`);

describe('a contest of every month', () => {
  it('[ACT-033] is held for all pupils, on paper, marked question by question and ranked; who is missing is a list', async () => {
    const { librarian, teacher, colleague, pupils, classes } = school;
    const series = await setUp(quiz);
    const made = await school.done<SchoolContestView>(
      librarian,
      'POST',
      `/contest-series/${series.id}/contests`,
      {
        period: '2026-10',
      },
    );
    expect(made).toMatchObject({
      name: '每月知识竞赛 2026-10',
      takes: 'papers',
      compulsory: true,
      period: '2026-10',
      opensOn: '2026-10-05',
      dueOn: '2026-10-20',
      dueTime: '17:00',
      judgedBy: '2026-10-25',
      publishesOn: '2026-10-31',
      scoresNeeded: 1,
      status: 'open',
    });
    const path = `/contests/${made.id}`;
    const readers = pupils.map(({ readerId }) => readerId);
    const collected = { readerIds: readers.slice(0, 3) };
    expect(await school.refusal(colleague, 'POST', `${path}/papers`, collected)).toBe(
      '403 permission.denied',
    );
    expect(await school.done(teacher, 'POST', `${path}/papers`, collected)).toEqual({ entered: 3, known: 0 });
    expect(await school.done(teacher, 'POST', `${path}/papers`, collected)).toEqual({ entered: 0, known: 3 });
    const participation = await school.items<ParticipationView>(librarian, `${path}/participation`);
    expect(
      participation.map(({ className, pupils: all, handedIn, percent, target, reached }) => [
        className,
        all,
        handedIn,
        percent,
        target,
        reached,
      ]),
    ).toEqual([
      ['一年级2班', 1, 0, 0, 100, false],
      ['三年级1班', 4, 3, 75, 100, false],
      [null, 5, 3, 60, 100, false],
    ]);
    expect(await school.items(teacher, `${path}/participation`)).toHaveLength(2);
    const lines = await school.printed(librarian, `${path}/participation`);
    expect(lines.slice(0, 2)).toEqual([
      '年级,班级,种类,学生数,已交人数,比例（%）,目标（%）,达标,笔记篇数,已批,推荐',
      '1,一年级2班,,1,0,0,100,否,,,',
    ]);
    const missing = await school.items<MissingView>(teacher, `${path}/missing?classId=${classes[0]}`);
    expect(missing).toEqual([{ readerId: readers[3], classId: classes[0] }]);
    expect(await school.refusal(teacher, 'GET', `${path}/missing?classId=${classes[1]}`)).toBe(
      '422 request.unknown-reference',
    );
    const papers = await school.items<ContestEntryView>(teacher, `/contest-entries?contestId=${made.id}`);
    const [third, second, first] = papers as [ContestEntryView, ContestEntryView, ContestEntryView];
    await school.done(librarian, 'PUT', `${path}/judges`, {
      items: [{ accountId: librarian.account }, { accountId: colleague.account }],
    });
    const mark = (points: object) => school.refusal(colleague, 'PUT', `${path}/scores`, { items: [points] });
    expect(await mark({ entryId: first.id, tenths: 900 })).toBe('400 request.invalid');
    expect(await mark({ entryId: first.id, points: [401, 0] })).toBe('400 request.invalid');
    expect(await mark({ entryId: first.id, points: [400] })).toBe('400 request.invalid');
    expect(await mark({ entryId: first.id, points: [400, 600] })).toBe('200 undefined');
    expect(await mark({ entryId: second.id, points: [300, 505] })).toBe('200 undefined');
    await school.done(librarian, 'PUT', `${path}/scores`, { items: [{ entryId: third.id, points: [0, 0] }] });
    await school.step(made.id, 'close');
    await school.step(made.id, 'decide');
    const ranks = await school.items<RankView>(librarian, `${path}/ranking`);
    expect(ranks.map(({ group, hundredths, place, level }) => [group, hundredths, place, level])).toEqual([
      ['grade 03', 10_000, 1, 'first'],
      ['grade 03', 8_050, 2, null],
      ['grade 03', 0, 3, null],
    ]);
    expect(
      await school.refusal(school.foreign, 'POST', `/contest-series/${series.id}/contests`, {
        period: '2026-11',
      }),
    ).toBe('404 resource.unknown');
    expect(
      await school.refusal(librarian, 'POST', `/contest-series/${series.id}/contests`, { period: '2026' }),
    ).toBe('400 request.invalid');
  });

  it('is made by the night once, in term, opened and closed on its days, whoever else is at it', async () => {
    const series = await setUp({ ...quiz, name: '夜里生成' });
    await Promise.all([night('2026-11-02'), night('2026-11-02')]);
    expect(await contestsOf(series)).toMatchObject([{ period: '2026-11', status: 'planned' }]);
    const again = await school.refusal(school.librarian, 'POST', `/contest-series/${series.id}/contests`, {
      period: '2026-11',
    });
    expect(again).toBe('409 contest-series.made-already');
    for (const [day, status] of [
      ['2026-11-04', 'planned'],
      ['2026-11-05', 'open'],
      ['2026-11-20', 'open'],
      ['2026-11-21', 'closed'],
    ] as const) {
      await night(day);
      expect(await contestsOf(series)).toMatchObject([{ status }]);
    }
    // The term ends on 29 January.
    await night('2027-02-03');
    expect(await contestsOf(series)).toHaveLength(1);
    const { version } = await school.done<SeriesView>(
      school.librarian,
      'GET',
      `/contest-series/${series.id}`,
    );
    const changed = await school.call<SeriesView>(
      school.librarian,
      'PATCH',
      `/contest-series/${series.id}`,
      { ended: true },
      { 'if-match': `"v${String(version)}"` },
    );
    expect(changed.body).toMatchObject({ ended: true, made: 1, lastPeriod: '2026-11' });
    await night('2026-12-06');
    expect(await contestsOf(series)).toHaveLength(1);
    expect(
      await school.refusal(school.librarian, 'POST', `/contest-series/${series.id}/contests`, {
        period: '2026-12',
      }),
    ).toBe('409 contest-series.ended');
    expect((await school.printed(school.librarian, '/contest-series'))[0]).toBe(
      '名称,周期,已举行,最近一期,停办',
    );
  });

  it('has days that follow each other', async () => {
    const wrong = (more: object) =>
      school.refusal(school.librarian, 'POST', '/contest-series', {
        rhythm: { ...rhythm, ...more },
        contest: quiz,
      });
    expect(await wrong({ dueDay: 4 })).toBe('400 request.invalid');
    expect(await wrong({ judgedDay: 19 })).toBe('400 request.invalid');
    expect(await wrong({ every: 'year' })).toBe('400 request.invalid');
  });
});

describe('a contest of every year', () => {
  it('[ACT-048] is held once a year by its four organisers together', async () => {
    const organisers = ['教务处', '德育处', '图书馆', '语文组'];
    const yearly = { every: 'year', month: 12, opensDay: 1, dueDay: 20, judgedDay: 28, publishesDay: 31 };
    const essays = { name: '读名著征文', type: 'essay', organisers, theme: '读名著', plan: '每年十二月。' };
    const series = await setUp(essays, { rhythm: yearly });
    const make = (period: string) =>
      school.call<SchoolContestView>(school.librarian, 'POST', `/contest-series/${series.id}/contests`, {
        period,
      });
    expect((await make('2026')).body).toMatchObject({
      organisers,
      opensOn: '2026-12-01',
      dueOn: '2026-12-20',
      status: 'planned',
    });
    expect((await make('2026')).body.code).toBe('contest-series.made-already');
    expect((await make('2027')).status).toBe(201);
    expect((await contestsOf(series)).map(({ period }) => period)).toEqual(['2027', '2026']);
  });
});
