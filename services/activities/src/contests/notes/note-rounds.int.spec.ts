import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContestSchool, type Person } from '../a-contest-school.builder.js';
import type { SchoolContestView } from '../contest-views.http.js';
import type { PrizeView } from '../judging/judging.http.js';
import type { ParticipationView } from '../participation/participation.http.js';
import type { NoteMarkView } from './note-marks.http.js';

let school: ContestSchool;
beforeAll(async () => {
  school = await ContestSchool.open('activities_note_rounds', 5);
});
afterAll(() => school?.end());

const wrote = async (as: Person, kind = 'excerpt', text = '春风又绿江南岸。'): Promise<string> =>
  (await school.done<{ id: string }>(as, 'POST', '/reading-notes', { kind, text })).id;
const mark = (as: Person, id: string, items: readonly object[]) =>
  school.refusal(as, 'PUT', `/contests/${id}/note-marks`, { items });

describe('a round of notes at the end of a month', () => {
  it('[ACT-021] teachers mark the excerpts of their class, and name the best', async () => {
    const { teacher, colleague, librarian, pupils, younger, foreign } = school;
    const round = await school.contest({
      type: 'notes',
      name: '十月摘抄',
      scoresNeeded: 0,
      noteKinds: ['excerpt'],
      quotas: [{ level: 'first', count: 1 }],
    });
    expect(round.notes).toMatchObject({ from: '2026-10-01', to: '2026-10-31', kinds: ['excerpt'] });
    const notes = [await wrote(pupils[0] as Person), await wrote(pupils[1] as Person)];
    const ofOthers = await wrote(younger);
    const reflection = await wrote(pupils[0] as Person, 'reflection');
    const path = `/contests/${round.id}/note-marks`;
    const [good, better] = notes as [string, string];
    expect(await mark(teacher, round.id, [{ noteId: ofOthers, tenths: 900 }])).toBe(
      '422 request.unknown-reference',
    );
    expect(await mark(teacher, round.id, [{ noteId: reflection, tenths: 900 }])).toBe(
      '422 request.unknown-reference',
    );
    expect(await mark(teacher, round.id, [{ noteId: good, tenths: 1_001 }])).toBe('400 request.invalid');
    expect(await mark(foreign, round.id, [{ noteId: good }])).toBe('404 resource.unknown');
    expect(await mark(pupils[0] as Person, round.id, [{ noteId: good }])).toBe('403 permission.denied');
    expect(
      await mark(teacher, round.id, [{ noteId: good, tenths: 800, remark: '字迹工整', nominated: true }]),
    ).toBe('200 undefined');
    const seen = await school.items<NoteMarkView>(teacher, path);
    expect(seen.map(({ noteId, tenths, remark, nominated }) => [noteId, tenths, remark, nominated])).toEqual([
      [good, 800, '字迹工整', true],
      [better, null, null, false],
    ]);
    expect(await school.items(librarian, `${path}?marked=false`)).toHaveLength(2);
    expect(await school.items(colleague, path)).toHaveLength(1);
    expect((await school.printed(teacher, path))[0]).toBe('日期,种类,内容,得分,评语,推荐,批阅日期');
    expect(await mark(teacher, round.id, [{ noteId: better, tenths: 955, nominated: true }])).toBe(
      '200 undefined',
    );
    expect(await mark(teacher, round.id, [{ noteId: good, tenths: 800, nominated: false }])).toBe(
      '200 undefined',
    );
    await school.step(round.id, 'close');
    await school.step(round.id, 'decide');
    expect(await mark(teacher, round.id, [{ noteId: good, tenths: 1 }])).toBe('409 contest.wrong-step');
    await school.step(round.id, 'publish');
    const winners = await school.items<PrizeView>(pupils[0] as Person, `/contests/${round.id}/prizes`);
    expect(winners.map(({ readerId, level }) => [readerId, level])).toEqual([[pupils[1]?.readerId, 'first']]);
  });

  it('[ACT-022] is there every month, a panel chooses among the best, and the winners are published', async () => {
    const { teacher, librarian, pupils } = school;
    const contest = {
      type: 'notes',
      name: '优秀读书笔记',
      organisers: ['图书馆'],
      plan: '月底评选',
      quotas: [
        { level: 'first', count: 1 },
        { level: 'excellence', count: 5 },
      ],
    };
    const rhythm = { every: 'month', opensDay: 1, dueDay: 28, judgedDay: 31, publishesDay: 31 };
    const series = await school.done<{ id: string }>(librarian, 'POST', '/contest-series', {
      rhythm,
      contest,
    });
    const round = await school.done<SchoolContestView>(
      librarian,
      'POST',
      `/contest-series/${series.id}/contests`,
      {
        period: '2026-10',
      },
    );
    expect(round).toMatchObject({
      takes: 'notes',
      status: 'open',
      notes: { from: '2026-10-01', to: '2026-10-31' },
    });
    const notes = [
      await wrote(pupils[2] as Person, 'reflection'),
      await wrote(pupils[3] as Person, 'reflection'),
    ];
    const nominated = notes.map((noteId) => ({ noteId, tenths: 900, nominated: true }));
    await school.done(teacher, 'PUT', `/contests/${round.id}/note-marks`, { items: nominated });
    await school.done(librarian, 'PUT', `/contests/${round.id}/judges`, {
      items: [{ accountId: librarian.account }],
    });
    const works = await school.items<{ entryId: string; text: string }>(
      librarian,
      `/contests/${round.id}/works`,
    );
    expect(works.map(({ text }) => text)).toEqual(['春风又绿江南岸。', '春风又绿江南岸。']);
    await school.step(round.id, 'close');
    await school.score(librarian, round.id, [works[0]?.entryId ?? '', 850], [works[1]?.entryId ?? '', 950]);
    await school.step(round.id, 'decide');
    await school.step(round.id, 'publish');
    const lines = await school.printed(librarian, `/contests/${round.id}/prizes`);
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['一等奖', '1'],
      ['优秀奖', '2'],
    ]);
  });
});

describe('a round of notes of a vacation', () => {
  it('[ACT-024] counts class by class who has written what, against the targets, and is judged with the moral office', async () => {
    const { librarian, teacher, pupils, younger } = school;
    const terms = {
      type: 'notes',
      name: '暑期读书笔记',
      organisers: ['德育处', '图书馆'],
      opensOn: '2026-09-01',
      dueOn: '2026-10-20',
      plan: '九月评选',
    };
    const vacation = {
      ...terms,
      vacation: 'summer',
      targets: [
        { kind: 'reflection', percent: 80 },
        { kind: 'recommendation', percent: 100 },
      ],
      grades: [3],
    };
    // Only one term is known: the days have to be said.
    expect(await school.refusal(librarian, 'POST', '/contests', vacation)).toBe('409 contest.days-unknown');
    const round = await school.contest({
      ...vacation,
      notesFrom: '2026-10-14',
      notesTo: '2026-10-20',
      scoresNeeded: 0,
    });
    expect(round.notes).toMatchObject({ vacation: 'summer', from: '2026-10-14' });
    const shares = async (as: Person) =>
      (await school.items<ParticipationView>(as, `/contests/${round.id}/participation`))
        .filter(({ kind }) => kind !== null)
        .map(({ className, kind, handedIn, percent, target, reached }) => [
          className,
          kind,
          handedIn,
          percent,
          target,
          reached,
        ]);
    await wrote(younger, 'recommendation');
    for (const pupil of pupils) await wrote(pupil, 'recommendation', '值得一读。');
    await wrote(pupils[4] as Person, 'reflection');
    // Three of five have written reflections in the other rounds of this file, and one has now.
    expect(await shares(librarian)).toEqual([
      ['三年级1班', 'reflection', 4, 80, 80, true],
      ['三年级1班', 'recommendation', 5, 100, 100, true],
      [null, 'reflection', 4, 80, 80, true],
      [null, 'recommendation', 5, 100, 100, true],
    ]);
    const all = await school.items<ParticipationView>(teacher, `/contests/${round.id}/participation`);
    expect(all[0]).toMatchObject({
      className: '三年级1班',
      kind: null,
      pupils: 5,
      handedIn: 5,
      marked: 0,
      nominated: 0,
    });
    const [note] = await school.items<NoteMarkView>(
      teacher,
      `/contests/${round.id}/note-marks?kind=recommendation`,
    );
    expect(await mark(teacher, round.id, [{ noteId: note?.noteId, tenths: 990, nominated: true }])).toBe(
      '200 undefined',
    );
    await school.step(round.id, 'close');
    expect(await school.step(round.id, 'decide')).toMatchObject({
      status: 'judged',
      organisers: ['德育处', '图书馆'],
    });
    const missing = await school.items(teacher, `/contests/${round.id}/missing?classId=${school.classes[0]}`);
    expect(missing).toEqual([]);
  });
});
