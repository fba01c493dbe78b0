import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { personalColumns } from '@shulian/contracts/personal-data';
import { afterCursor, allOf, Lists, numberAfter, pageOf, shared, sql, type Page } from '@shulian/service-kit';
import { textOfCursor } from '../plain-text.http.js';
import type {
  PersonalFieldsAsked,
  PersonalField,
  PrivacyAudit,
  PrivacyAuditsAsked,
} from './privacy-audits.http.js';

/** Years and days of the county. */
const ZONE = 'Asia/Shanghai';

/** What is known of people and why, and what happened to it in a year. */
@Injectable()
export class PrivacyAuditsQuery {
  constructor(private readonly lists: Lists) {}

  dictionary({ service, cursor, limit }: PersonalFieldsAsked): Page<PersonalField> {
    const after = numberAfter(cursor);
    const numbered = personalColumns
      .filter((one) => service === undefined || one.service === service)
      .map((field, at) => ({ field, number: at + 1 }));
    return pageOf(
      numbered.slice(after, after + limit + 1),
      limit,
      ({ field }): PersonalField => field,
      ({ number }) => [number],
    );
  }

  /** @param schoolId null: all schools of the county */
  async audits(input: PrivacyAuditsAsked, schoolId: SchoolId | null): Promise<Page<PrivacyAudit>> {
    const [after] = afterCursor(input.cursor, 1)?.map(textOfCursor) ?? [];
    const conditions = [
      ...(schoolId === null ? [] : [sql`s.id = ${schoolId}`]),
      ...(after === undefined ? [] : [sql`s.code > ${after}`]),
    ];
    const year = shared(input.year);
    const rows = await this.lists.rows<PrivacyAudit>(
      ...sql`select s.id as "schoolId", s.code, s.name, p.persons, p.pupils, p."leftPupils", g.consents, g.withdrawn,
          a.reads, a.callers, a."mostByOne", coalesce(c.number, 0) as seals, encode(c.hash, 'hex') as "lastHash"
        from (select s.id, s.code, s.name from school s where ${allOf(conditions)} order by s.code limit ${input.limit + 1}) s
        cross join lateral (
          select count(*)::int as persons, (count(*) filter (where r.kind = 'student'))::int as pupils,
            (count(*) filter (where r.kind = 'student' and r.left_on is not null))::int as "leftPupils"
          from reader r where r.school_id = s.id) p
        cross join lateral (
          select (count(*) filter (where g.consent_on is not null and g.withdrawn_on is null))::int as consents,
            (count(*) filter (where extract(year from g.withdrawn_on) = ${year}::int))::int as withdrawn
          from guardian g where g.school_id = s.id) g
        cross join lateral (
          select coalesce(sum(one.reads), 0)::int as reads, count(*)::int as callers, coalesce(max(one.reads), 0)::int as "mostByOne"
          from (select count(*) as reads from access_log l
            where l.school_id = s.id and l.seen_at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, ${ZONE})
              and l.seen_at < make_timestamptz(${year}::int + 1, 1, 1, 0, 0, 0, ${ZONE})
            group by l.caller_kind, l.caller) one) a
        left join lateral (
          select k.number, k.hash from access_seal k where k.school_id = s.id order by k.number desc limit 1) c on true
        order by s.code`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ code }) => [code],
    );
  }
}
