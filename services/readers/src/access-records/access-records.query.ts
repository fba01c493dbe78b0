import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  allOf,
  Lists,
  numberAfter,
  pageOf,
  sql,
  words,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import type {
  AccessRecord,
  AccessRecordsAsked,
  AccessSeal,
  AccessSealsAsked,
  AccountsThatReadAsked,
  AccountThatRead,
} from './access-records.http.js';
import { DIGEST } from './access-seals.repository.js';

const instant = (column: string): Sql =>
  words(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const within = (schoolId: SchoolId, { from, to }: AccountsThatReadAsked): Sql[] => [
  sql`l.school_id = ${schoolId}`,
  ...(from === undefined ? [] : [sql`l.seen_at >= ${from}::timestamptz`]),
  ...(to === undefined ? [] : [sql`l.seen_at < ${to}::timestamptz`]),
];

/** Who read whose data, when, and by what; and whether the log is what was written. */
@Injectable()
export class AccessRecordsQuery {
  constructor(private readonly lists: Lists) {}

  async records(input: AccessRecordsAsked, schoolId: SchoolId): Promise<Page<AccessRecord>> {
    const { readerId, caller } = input;
    const conditions = [
      ...within(schoolId, input),
      sql`l.id > ${numberAfter(input.cursor)}`,
      ...(readerId === undefined ? [] : [sql`l.reader_id = ${readerId}`]),
      ...(caller === undefined ? [] : [sql`l.caller = ${caller}`]),
    ];
    const rows = await this.lists.rows<AccessRecord>(
      ...sql`select l.id::float8 as id, ${instant('l.seen_at')} as "seenAt", l.caller_kind as "callerKind", l.caller, l.operation, l.purpose,
          l.reader_id as "readerId", l.request_id as "requestId"
        from access_log l where ${allOf(conditions)} order by l.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  async accounts(input: AccountsThatReadAsked, schoolId: SchoolId): Promise<Page<AccountThatRead>> {
    const [after] = afterCursor(input.cursor, 1) ?? [];
    const conditions = [
      ...within(schoolId, input),
      ...(after === undefined ? [] : [sql`l.caller > ${after}`]),
    ];
    const rows = await this.lists.rows<AccountThatRead>(
      ...sql`select l.caller_kind as "callerKind", l.caller, count(*)::int as reads, count(distinct l.reader_id)::int as readers,
          ${instant('min(l.seen_at)')} as "firstAt", ${instant('max(l.seen_at)')} as "lastAt"
        from access_log l where ${allOf(conditions)} group by 1, 2 order by l.caller limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ caller }) => [caller],
    );
  }

  /** The seals of a page, each counted anew from the entries it covers. */
  async seals(input: AccessSealsAsked, schoolId: SchoolId): Promise<Page<AccessSeal>> {
    const after = numberAfter(input.cursor);
    const rows = await this.lists.rows<AccessSeal>(
      ...sql`select s.number, ${instant('s.sealed_at')} as "sealedAt", s.entries, encode(s.hash, 'hex') as hash,
          s.previous = coalesce(before.hash, '') and (s.number = 1) = (before.number is null)
            and now.entries = s.entries and sha256(s.previous || now.digest) = s.hash as "isIntact"
        from access_seal s
        left join access_seal before on before.school_id = s.school_id and before.number = s.number - 1
        cross join lateral (select count(*)::int as entries, coalesce(${words(DIGEST)}, '') as digest from access_log l
          where l.school_id = s.school_id and l.id > s.after_id and l.id <= s.up_to_id) now
        where s.school_id = ${schoolId} and s.number > ${after} order by s.number limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ number }) => [number],
    );
  }
}
