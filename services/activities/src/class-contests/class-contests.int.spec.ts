import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import { ReadingLife } from '../a-reading-life.builder.js';
import type { ClassStandingView, ContestView } from './class-contests.http.js';

let life: ReadingLife;
beforeAll(async () => {
  life = await ReadingLife.open(await freshDatabase('class_contests'));
});
afterAll(() => life?.at.end());

const criteria = [
  { code: 'loans', name: '人均借阅', mostPoints: 40, source: 'loans-per-head', goalTenths: 20 },
  { code: 'corner', name: '图书角', mostPoints: 60, source: 'entered' },
];
const opened = (name: string): Promise<ContestView> =>
  life.made('librarian', '/class-contests', { schoolYear: 2026, name, criteria });

describe('scholarly classes', () => {
  it('[ACT-039] are held against criteria with points, ranked with ties, and decided by the head alone', async () => {
    const [own, other] = life.at.classes;
    const { id } = await opened('书香班级');
    const at = `/class-contests/${id}`;
    for (const on of ['2026-09-01', '2026-10-12']) await life.lend(life.at.readers.pupil, life.at.title, on);
    const score = (items: object[]) => life.at.call('librarian', 'PUT', `${at}/scores`, { items });
    expect((await score([{ classId: own, code: 'corner', points: 61 }])).status).toBe(400);
    expect((await score([{ classId: own, code: 'loans', points: 1 }])).status).toBe(400);
    expect((await score([{ classId: newId(), code: 'corner', points: 1 }])).status).toBe(422);
    expect((await score([{ classId: own, code: 'corner', points: 40 }, { classId: other, code: 'corner', points: 60 }])).status).toBe(200); // prettier-ignore
    const standings = await life.items<ClassStandingView>('teacher', `${at}/standings`);
    // Two pupils with one loan each, of two that earn all 40 points.
    expect(standings.map(({ classId, points, rank }) => [classId, points, rank]).sort()).toEqual(
      [[own, 60, 1], [other, 60, 1]].sort(),
    ); // prettier-ignore
    expect(standings.find(({ classId }) => classId === own)).toMatchObject({
      heads: 2, loans: 2, byCriterion: [{ code: 'loans', points: 20 }, { code: 'corner', points: 40 }],
    }); // prettier-ignore
    expect((await life.at.printed('head', `${at}/standings?limit=9`))[0]).toBe(
      '名次,班级,人数,借阅,笔记,各项得分,总分,评定',
    );
    expect(await life.refused('librarian', 'POST', `${at}/decision`, { classIds: [own] })).toEqual([
      403,
      'permission.denied',
    ]);
    expect((await life.refused('head', 'POST', `${at}/decision`, { classIds: [newId()] }))[0]).toBe(422);
    const both = await Promise.all(
      [1, 2].map(() => life.at.call<ContestView>('head', 'POST', `${at}/decision`, { classIds: [own] })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await life.done('pupil', 'GET', at)).toMatchObject({
      status: 'decided',
      winners: [{ className: '三年级1班' }],
    });
    expect((await score([{ classId: own, code: 'corner', points: 1 }])).status).toBe(409);
    await life.done('head', 'POST', `${at}/reopening`);
    expect(await life.done('pupil', 'GET', at)).toMatchObject({ status: 'open', winners: [] });
    const told = await life.at.service.sql<{ type: string }>(
      `select type from outbox where type like '%award%' order by id`,
    );
    expect(told.map(({ type }) => type)).toEqual([
      'shulian.activities.award.granted.v1',
      'shulian.activities.award.taken-back.v1',
    ]);
    expect((await life.at.printed('pupil', '/class-contests?limit=9'))[0]).toBe(
      '学年,名称,状态,评定,书香班级',
    );
  });

  it('have one contest of a name in a school year, whose criteria are sound; a stranger finds none', async () => {
    const { id } = await opened('再评');
    expect(
      await life.refused('librarian', 'POST', '/class-contests', {
        schoolYear: 2026,
        name: '再评',
        criteria,
      }),
    ).toEqual([409, 'class-contest.name-taken']);
    for (const wrong of [
      [criteria[0], criteria[0]],
      [{ ...criteria[0], goalTenths: null }],
      [{ ...criteria[1], goalTenths: 5 }],
    ])
      expect((await life.refused('librarian', 'POST', '/class-contests', { schoolYear: 2026, name: '错', criteria: wrong }))[0]).toBe(400); // prettier-ignore
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/standings'],
    ] as const)
      expect(await life.refused('foreign', method, `/class-contests/${id}${path}`)).toEqual([
        404,
        'resource.unknown',
      ]);
  });
});
