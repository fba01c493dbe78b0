import { EntitySchema } from 'typeorm';
import type { LibraryArea, ServiceTeam, TeamMember } from './rules/service-team.js';

const textOrNull = { type: 'text', nullable: true } as const;
const dayOrNull = { type: 'date', nullable: true } as const;

export const serviceTeamTable = new EntitySchema<ServiceTeam>({
  name: 'service_team',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    kind: { type: 'text' },
    name: { type: 'text' },
    rules: textOrNull,
    grades: { type: 'int', array: true },
    ledBy: { ...textOrNull, name: 'led_by' },
    foundedOn: { type: 'date', name: 'founded_on' },
    dissolvedOn: { ...dayOrNull, name: 'dissolved_on' },
    enteredOn: { type: 'date', name: 'entered_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
  },
});

export const serviceTeamMemberTable = new EntitySchema<TeamMember>({
  name: 'service_team_member',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    teamId: { type: 'uuid', name: 'team_id' },
    schoolId: { type: 'uuid', name: 'school_id' },
    readerId: { type: 'uuid', name: 'reader_id' },
    part: { type: 'text' },
    joinedOn: { type: 'date', name: 'joined_on' },
    leftOn: { ...dayOrNull, name: 'left_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
  },
});

export const libraryAreaTable = new EntitySchema<LibraryArea>({
  name: 'library_area',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    grades: { type: 'int', array: true },
    teamId: { type: 'uuid', name: 'team_id', nullable: true },
    tasks: textOrNull,
    startsOn: { type: 'date', name: 'starts_on' },
    endsOn: { ...dayOrNull, name: 'ends_on' },
    enteredOn: { type: 'date', name: 'entered_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
  },
});

/** A team `t` with how many are in it on the day `$1`. */
export const TEAM_VIEW = `select t.id, t.version, t.school_id as "schoolId", t.kind, t.name, t.rules, t.grades, t.led_by as "ledBy",
    t.founded_on::text as "foundedOn", t.dissolved_on::text as "dissolvedOn", n.members
  from service_team t cross join lateral (
    select count(*)::int as members from service_team_member m
    where m.team_id = t.id and m.joined_on <= $1::date and (m.left_on is null or m.left_on > $1::date)) n`;

/** A member `m` of a team. */
export const MEMBER_OF_TEAM_VIEW = `select m.id, m.version, m.team_id as "teamId", m.school_id as "schoolId", m.reader_id as "readerId",
    r.class_id as "classId", m.part, m.joined_on::text as "joinedOn", m.left_on::text as "leftOn"
  from service_team_member m join reader r on r.id = m.reader_id`;

/** An area `a` with the team that runs it, and how many it has on the day `$1`. */
export const AREA_VIEW = `select a.id, a.version, a.school_id as "schoolId", a.name, a.grades, a.team_id as "teamId", t.name as "teamName",
    n.members, a.tasks, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn"
  from library_area a left join service_team t on t.id = a.team_id cross join lateral (
    select count(*)::int as members from service_team_member m
    where m.team_id = a.team_id and m.joined_on <= $1::date and (m.left_on is null or m.left_on > $1::date)) n`;
