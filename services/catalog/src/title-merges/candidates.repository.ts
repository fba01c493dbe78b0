import { newId, statement, type Session } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type { Likeness } from './rules/title-likeness.js';

/** Nobody else compares them; they wait again when the transaction fails. */
const TAKE = statement(
  'merge-candidates.take',
  `delete from title_to_compare where title_id in (
     select title_id from title_to_compare order by title_id limit $1 for update skip locked)
   returning title_id as id`,
);
/** Of a number that a publisher gave to hundreds of books, so many are looked at for each. */
const NEAR = statement(
  'merge-candidates.near',
  `select a.id as "titleId", b.id as "otherId" from title a cross join lateral (
     (select t.id from title t
      where cardinality(a.isbns) > 0 and t.isbns && a.isbns and t.id <> a.id and t.merged_into is null limit 50)
     union
     (select t.id from title t
      where t.fingerprint = a.fingerprint and t.id <> a.id and t.merged_into is null limit 50)) b
   where a.id = any($1::uuid[]) and a.merged_into is null`,
);
/** What was dismissed stays so, whatever it is worth now. */
const PUT = statement(
  'merge-candidates.put',
  `insert into title_merge_candidate (id, title_id, other_id, score, reasons)
   select i.id, i.title_id, i.other_id, i.score, i.reasons
   from jsonb_to_recordset($1::jsonb) as i(id uuid, title_id uuid, other_id uuid, score int, reasons text[])
   order by i.title_id, i.other_id
   on conflict on constraint title_merge_candidate_once do update set score = excluded.score, reasons = excluded.reasons`,
);
/** Open pairs of these titles that look like one no more. */
const DROP = statement(
  'merge-candidates.drop',
  `delete from title_merge_candidate k
   where (k.title_id = any($1::uuid[]) or k.other_id = any($1::uuid[])) and k.dismissed_at is null
     and not exists (select from unnest($2::uuid[], $3::uuid[]) as s(title_id, other_id)
                     where s.title_id = k.title_id and s.other_id = k.other_id)`,
);
const DISMISS = statement(
  'merge-candidates.dismiss',
  `update title_merge_candidate set dismissed_at = coalesce(dismissed_at, $2), dismissed_by = coalesce(dismissed_by, $3)
   where id = $1`,
);
const RESTORE = statement(
  'merge-candidates.restore',
  'update title_merge_candidate set dismissed_at = null, dismissed_by = null where id = $1',
);

export type Pair = { readonly titleId: TitleId; readonly otherId: TitleId };

/** Titles that wait to be compared, and pairs that look like one. */
export class CandidatesRepository {
  constructor(private readonly session: Session) {}

  /** So many titles at most that wait; they wait no more. */
  async take(limit: number): Promise<TitleId[]> {
    return (await this.session.rows<{ id: TitleId }>(TAKE, [limit])).map(({ id }) => id);
  }

  /** Titles with a number, or with title, contributor and publisher, of one of these. */
  near(ids: readonly TitleId[]): Promise<Pair[]> {
    return this.session.rows<Pair>(NEAR, [ids]);
  }

  /** These titles were compared with all that are near; `likely` is what came of it, with the lesser id first. */
  async compared(ids: readonly TitleId[], likely: readonly (Pair & Likeness)[]): Promise<void> {
    await this.session.rows(DROP, [
      ids,
      likely.map(({ titleId }) => titleId),
      likely.map(({ otherId }) => otherId),
    ]);
    const rows = likely.map(({ titleId, otherId, score, reasons }) => ({
      id: newId(),
      title_id: titleId,
      other_id: otherId,
      score,
      reasons,
    }));
    if (rows.length > 0) await this.session.rows(PUT, [JSON.stringify(rows)]);
  }

  async dismiss(id: string, how: { readonly at: Date; readonly by: string }): Promise<void> {
    await this.session.rows(DISMISS, [id, how.at, how.by]);
  }

  async restore(id: string): Promise<void> {
    await this.session.rows(RESTORE, [id]);
  }
}
