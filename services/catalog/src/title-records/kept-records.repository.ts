import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { statement, type Session } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type { MarcDialect } from '../catalog-imports/rules/marc-record.js';
import { recordOfText, type OriginalRecord } from './rules/kept-record.js';

const KEEP = statement(
  'kept-records.keep',
  `insert into kept_record (title_id, agency, number, dialect, record_hash, body, kept_at)
   select k.*, $7::timestamptz
   from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[])
     as k (title_id, agency, number, dialect, record_hash, body)
   on conflict (title_id, agency, number) do update
     set dialect = excluded.dialect, record_hash = excluded.record_hash, body = excluded.body
     where kept_record.record_hash <> excluded.record_hash`,
);
/** Those of a title, and of the titles that were merged into it: its own first, then the oldest. */
const OF_TITLES = statement(
  'kept-records.ofTitles',
  `with asked as (
     select id, id as standing from title where id = any($1::uuid[])
     union all
     select id, merged_into from title where merged_into = any($1::uuid[])
   )
   select a.standing as "titleId", k.agency, k.number, k.dialect, k.body
   from asked a join kept_record k on k.title_id = a.id
   order by a.standing, a.id <> a.standing, k.kept_at, k.agency, k.number`,
);
/** What we handed out of a record whose letters were lost is known by what can be read of it. */
const OF_LOST = statement(
  'kept-records.ofLost',
  `select coalesce(t.merged_into, t.id) as "titleId", k.record_hash as hash
   from kept_record k join title t on t.id = k.title_id where k.agency = 'bytes' and k.record_hash = any($1::text[])`,
);
const EDITED = statement(
  'kept-records.edited',
  'select title_id as "titleId", field from edited_field where title_id = any($1::uuid[])',
);
const EDIT = statement(
  'kept-records.edit',
  `insert into edited_field (title_id, field, edited_at)
   select $1, unnest($2::text[]), $3 on conflict (title_id, field) do update set edited_at = excluded.edited_at`,
);

/** A record to keep, deflated before its transaction. */
export type RecordToKeep = {
  readonly titleId: TitleId;
  readonly agency: string;
  readonly number: string;
  readonly dialect: MarcDialect;
  readonly hash: string;
  readonly body: Uint8Array;
};

export type KeptRecord = OriginalRecord & {
  readonly titleId: TitleId;
  readonly agency: string;
  readonly number: string;
};

/** Quickly rather than tightly: an import does it for each record. */
export const deflated = (text: string): Uint8Array => deflateRawSync(Buffer.from(text, 'utf8'), { level: 3 });

/** Records as they were imported, and the fields of titles that were written at the door. */
export class KeptRecordsRepository {
  constructor(private readonly session: Session) {}

  /** In place of an earlier one of the same source, where it says something else. */
  async keep(records: readonly RecordToKeep[], at: Date): Promise<void> {
    if (records.length === 0) return;
    await this.session.rows(KEEP, [
      records.map(({ titleId }) => titleId),
      records.map(({ agency }) => agency),
      records.map(({ number }) => number),
      records.map(({ dialect }) => dialect),
      records.map(({ hash }) => hash),
      records.map(({ body }) => body),
      at,
    ]);
  }

  async ofTitles(ids: readonly TitleId[]): Promise<KeptRecord[]> {
    if (ids.length === 0) return [];
    const rows = await this.session.rows<{
      titleId: TitleId;
      agency: string;
      number: string;
      dialect: MarcDialect;
      body: Buffer;
    }>(OF_TITLES, [ids]);
    return rows.map(({ body, ...row }) => ({
      ...row,
      record: recordOfText(inflateRawSync(body).toString('utf8')),
    }));
  }

  /** Titles of records whose letters were lost, by the hash of what could be read. */
  ofLost(hashes: readonly string[]): Promise<{ titleId: TitleId; hash: string }[]> {
    return hashes.length === 0 ? Promise.resolve([]) : this.session.rows(OF_LOST, [hashes]);
  }

  /** The fields of each title that somebody wrote; titles without any are not there. */
  async editedFields(ids: readonly TitleId[]): Promise<Map<TitleId, Set<string>>> {
    const edited = new Map<TitleId, Set<string>>();
    if (ids.length === 0) return edited;
    for (const { titleId, field } of await this.session.rows<{ titleId: TitleId; field: string }>(EDITED, [
      ids,
    ]))
      edited.set(titleId, (edited.get(titleId) ?? new Set()).add(field));
    return edited;
  }

  async edited(titleId: TitleId, fields: readonly string[], at: Date): Promise<void> {
    if (fields.length > 0) await this.session.rows(EDIT, [titleId, fields, at]);
  }
}
