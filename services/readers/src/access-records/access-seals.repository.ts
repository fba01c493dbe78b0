import { statement, type Rows } from '@shulian/service-kit';

/** What of an entry is sealed. */
export const ENTRY = `concat_ws('|', l.id, extract(epoch from l.seen_at), l.caller_kind, l.caller, l.operation, l.purpose, l.reader_id,
  l.school_id, coalesce(l.request_id, ''))`;
/** The digest of entries, in their order. */
export const DIGEST = `sha256(convert_to(string_agg(${ENTRY}, E'\\n' order by l.id), 'UTF8'))`;

/** Whoever writes just now is waited for a moment, so that no entry comes later with a lower number; writers do not wait longer. */
const SHORTLY = statement('access-seal.shortly', `select set_config('lock_timeout', '200ms', true)`);
const STILL = 'lock table access_log in share mode';
const LAST = statement('access-seal.last', 'select coalesce(max(id), 0)::float8 as last from access_log');
const POINT = statement(
  'access-seal.point',
  'select up_to_id::float8 as "upToId" from access_seal_point for update',
);
const SEAL = statement(
  'access-seal.seal',
  `with sealed as (
     insert into access_seal (school_id, number, after_id, up_to_id, entries, previous, hash, sealed_at)
     select e.school_id, coalesce(last.number, 0) + 1, $1, $2, e.entries, coalesce(last.hash, ''), sha256(coalesce(last.hash, '') || e.digest), $3
     from (select l.school_id, count(*)::int as entries, ${DIGEST} as digest
       from access_log l where l.id > $1 and l.id <= $2 group by l.school_id) e
     left join lateral (select s.number, s.hash from access_seal s where s.school_id = e.school_id order by s.number desc limit 1) last on true
     returning entries)
   update access_seal_point set up_to_id = $2 returning (select coalesce(sum(entries), 0)::int from sealed) as entries`,
);

export class AccessSealsRepository {
  constructor(private readonly rows: Rows) {}

  /** The number of the last entry; nothing below it is still to come. @throws SQL state 55P03 when writers are busy for longer */
  async lastSettled(): Promise<number> {
    await this.rows.rows(SHORTLY);
    await this.rows.rows(STILL);
    return (await this.rows.rows<{ last: number }>(LAST))[0]?.last ?? 0;
  }

  /** Up to which entry all are sealed; who seals at the same time waits here. */
  async sealedUpTo(): Promise<number> {
    return (await this.rows.rows<{ upToId: number }>(POINT))[0]?.upToId ?? 0;
  }

  /** Seals what lies between, school by school. @returns how many entries */
  async seal(afterId: number, upToId: number, at: Date): Promise<number> {
    return (await this.rows.rows<{ entries: number }>(SEAL, [afterId, upToId, at]))[0]?.entries ?? 0;
  }
}
