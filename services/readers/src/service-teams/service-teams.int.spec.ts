import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aHelpedSchool, type HelpedSchool } from '../helper-office/a-helped-school.builder.js';
import type { AreaView, TeamMemberView, TeamView } from './service-teams.http.js';

type Coded = { readonly code: string };
let school: HelpedSchool;
beforeAll(async () => {
  school = await aHelpedSchool('readers_service_teams');
});
afterAll(() => school?.stop());

const found = (body: object, as = school.librarian) =>
  school.ask<TeamView & Coded>('POST', '/service-teams', body, as);
const join = (team: TeamView, readerId: string, as = school.librarian, more: object = {}) =>
  school.ask<TeamMemberView & Coded>('POST', `/service-teams/${team.id}/members`, { readerId, ...more }, as);

describe('teams of pupils', () => {
  it('[RDR-033] a standing team has its own rules, its members with their parts, and an end that can be taken back', async () => {
    const { body: team } = await found({
      kind: 'standing',
      name: '书香管理队',
      rules: '按时到岗，爱护图书。',
      ledBy: '王老师',
      foundedOn: '2026-09-01',
    });
    expect((await found({ kind: 'standing', name: '书香管理队' })).body.code).toBe('service-team.name-taken');
    const classId = await school.schoolClass(5);
    const pupils = [await school.pupil(classId), await school.pupil(classId)];
    const [leader = '', other = ''] = pupils;
    expect((await join(team, leader, school.librarian, { part: 'leader' })).status).toBe(201);
    const twice = await Promise.all([join(team, other), join(team, other)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(twice.find(({ status }) => status === 409)?.body.code).toBe('service-team.member-already');
    const member = twice.find(({ status }) => status === 201)?.body as TeamMemberView;
    const leave = (leftOn: string | null, version: number, as = school.librarian) =>
      school.ask<TeamMemberView>('PATCH', `/service-team-members/${member.id}`, { leftOn }, as, version);
    expect((await leave('2026-10-11', 1)).status).toBe(400);
    expect((await leave('2026-10-12', 1, school.stranger)).status).toBe(404);
    expect((await leave('2026-10-12', 1)).status).toBe(200);
    const seen = async () =>
      (await school.ask<TeamView>('GET', `/service-teams/${team.id}`, undefined, school.head)).body;
    expect(await seen()).toMatchObject({ members: 1, rules: '按时到岗，爱护图书。' });
    expect((await leave(null, 2)).status).toBe(200);
    expect(await seen()).toMatchObject({ members: 2 });
    const lines = await school.csv(`/service-teams/${team.id}/members?format=csv`);
    expect(lines).toEqual(['职务,入队日期,离队日期', '队长,2026-10-12,', '队员,2026-10-12,', '']);
    const list = await school.csv('/service-teams?format=csv', school.head);
    expect(list[0]).toBe('队伍,类别,年级,指导老师,人数,成立日期,解散日期,章程');
    expect(list[1]).toBe('书香管理队,常设管理员队,全校,王老师,2,2026-09-01,,按时到岗，爱护图书。');
    const change = (body: object, version: number) =>
      school.ask<TeamView>('PATCH', `/service-teams/${team.id}`, body, school.librarian, version);
    expect((await change({ dissolvedOn: '2026-08-31' }, 1)).status).toBe(400);
    expect((await change({ dissolvedOn: '2026-10-12' }, 1)).body.version).toBe(2);
    expect((await join(team, await school.pupil(classId))).body.code).toBe('service-team.dissolved');
    expect((await change({ dissolvedOn: null, rules: '按时到岗，爱护图书，热心服务。' }, 1)).status).toBe(
      412,
    );
    expect((await change({ dissolvedOn: null }, 2)).status).toBe(200);
  });

  it('[RDR-032] volunteers come from the grades that are called, and their class teacher enters them', async () => {
    const { body: team } = await found({ kind: 'volunteers', name: '一二年级图书志愿者', grades: [2, 1] });
    expect(team.grades).toEqual([1, 2]);
    const [first, second, third] = [
      await school.schoolClass(1),
      await school.schoolClass(2),
      await school.schoolClass(3),
    ];
    const teacher = await school.readers.as({ role: 'teacher', schoolId: school.id, classId: second });
    const own = await school.pupil(second);
    expect((await join(team, own, teacher)).status).toBe(201);
    expect((await join(team, await school.pupil(first), teacher)).status).toBe(422);
    expect((await join(team, await school.pupil(first))).status).toBe(201);
    expect((await join(team, await school.pupil(third))).body.code).toBe('service-team.grade-not-meant');
    expect((await join(team, own, school.stranger)).status).toBe(404);
    const members = async (as: string) =>
      (
        await school.ask<{ items: TeamMemberView[] }>(
          'GET',
          `/service-teams/${team.id}/members`,
          undefined,
          as,
        )
      ).body.items;
    expect(await members(school.head)).toHaveLength(2);
    expect((await members(teacher)).map(({ readerId }) => readerId)).toEqual([own]);
  });
});

describe('areas that pupils run', () => {
  it('[RDR-035] are given to one grade section at a time, with the team that does it and its tasks', async () => {
    const { body: team } = await found({ kind: 'volunteers', name: '三四年级书廊小主人', grades: [3, 4] });
    await join(team, await school.pupil(await school.schoolClass(4)));
    const create = (body: object, as = school.librarian) =>
      school.ask<AreaView & Coded>('POST', '/library-areas', { name: '二楼开放式书廊', ...body }, as);
    const { body: area } = await create({
      grades: [4, 3],
      teamId: team.id,
      tasks: '每日整架、保洁',
      startsOn: '2026-09-01',
      endsOn: '2026-10-31',
    });
    expect(area).toMatchObject({ grades: [3, 4], teamName: '三四年级书廊小主人', members: 1 });
    expect((await create({ grades: [5], startsOn: '2026-10-31' })).body.code).toBe('library-area.taken');
    const others = await Promise.all(
      [5, 6].map((grade) => create({ grades: [grade], startsOn: '2026-11-01' })),
    );
    expect(others.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await create({ grades: [] })).status).toBe(400);
    expect((await create({ name: '一楼', grades: [1], teamId: area.id })).status).toBe(422);
    const change = (body: object, version: number, as = school.librarian) =>
      school.ask<Coded>('PATCH', `/library-areas/${area.id}`, body, as, version);
    expect((await change({ endsOn: null }, 1)).body.code).toBe('library-area.taken');
    expect((await change({ tasks: '每日整架' }, 1, school.stranger)).status).toBe(404);
    expect((await change({ tasks: '每日整架' }, 1)).status).toBe(200);
    const lines = await school.csv('/library-areas?on=2026-10-31&format=csv', school.head);
    expect(lines).toEqual([
      '区域,年级,队伍,人数,任务,起,止',
      '二楼开放式书廊,3、4,三四年级书廊小主人,1,每日整架,2026-09-01,2026-10-31',
      '',
    ]);
    expect((await school.ask('DELETE', `/library-areas/${area.id}`)).status).toBe(204);
    expect((await school.ask('GET', `/library-areas/${area.id}`)).status).toBe(404);
  });
});
