import { EntitySchema } from 'typeorm';
import type { ServedGroup } from './rules/served-group.js';

const orNull = { type: 'text', nullable: true } as const;
const dayOrNull = { type: 'date', nullable: true } as const;

export const servedGroupTable = new EntitySchema<ServedGroup>({
  name: 'served_group',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    sort: { type: 'text' },
    kind: { type: 'text' },
    name: { type: 'text' },
    needs: orNull,
    contact: orNull,
    agreementNumber: { ...orNull, name: 'agreement_number' },
    agreedFrom: { ...dayOrNull, name: 'agreed_from' },
    agreedTo: { ...dayOrNull, name: 'agreed_to' },
    endedOn: { ...dayOrNull, name: 'ended_on' },
    version: { type: 'int' },
    createdOn: { type: 'date', name: 'created_on' },
    createdBy: { type: 'text', name: 'created_by' },
  },
});

/** A group `g` with its members and what was done for it, of lines that are not struck. */
export const GROUP_VIEW = `select g.id, g.school_id as "schoolId", g.sort, g.kind, g.name, g.needs, g.contact,
    g.agreement_number as "agreementNumber", g.agreed_from::text as "agreedFrom", g.agreed_to::text as "agreedTo",
    g.ended_on::text as "endedOn", g.version, g.created_on::text as "createdOn", g.created_by as "createdBy",
    m.members, s.services, s.people, s.last as "lastServedOn"
  from served_group g
  cross join lateral (select count(*)::int as members from served_group_reader m where m.group_id = g.id) m
  cross join lateral (select count(*)::int as services, coalesce(sum(s.people), 0)::int as people, max(s.given_on)::text as last
    from group_service s where s.group_id = g.id and s.struck_on is null) s`;

/** A line `s` of what was done for a group `g`. */
export const SERVICE_VIEW = `select s.id, s.group_id as "groupId", g.name as "groupName", g.sort, s.school_id as "schoolId",
    s.given_on::text as "givenOn", s.kind, s.people, s.items, s.note, s.served_by as "servedBy", s.entered_by as "enteredBy",
    s.struck_on::text as "struckOn", s.struck_by as "struckBy"
  from group_service s join served_group g on g.id = s.group_id`;
