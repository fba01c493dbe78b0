import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { BibliographyKind, Entry } from './rules/bibliography.js';

export type Bibliography = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId | null;
  readonly kind: BibliographyKind;
  readonly name: string;
  readonly about: string | null;
  readonly audience: string | null;
  readonly issue: string | null;
  readonly publishedOn: string | null;
};

const ADD = statement(
  'bibliographies.add',
  `insert into bibliography (id, school_id, kind, name, about, audience, issue, written_by, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const LOCK = statement(
  'bibliographies.lock',
  `select id, version, school_id as "schoolId", kind, name, about, audience, issue, published_on::text as "publishedOn"
   from bibliography where id = $1 for update`,
);
const CHANGE = statement(
  'bibliographies.change',
  `update bibliography set version = version + 1, name = $2, about = $3, audience = $4, issue = $5, published_on = $6,
     changed_at = $7 where id = $1`,
);
const COUNT = statement(
  'bibliographies.count',
  'select count(*)::int as entries from bibliography_entry where bibliography_id = $1',
);
const CLEAR = statement('bibliographies.clear', 'delete from bibliography_entry where bibliography_id = $1');
/**
 * Titles that do not exist, or were merged into others, are not written, nor is what is read in a resource that ended or is
 * of another school: the caller sees that some are missing.
 */
const WRITE = statement(
  'bibliographies.writeEntries',
  `insert into bibliography_entry (bibliography_id, place, title_id, heading, source, note, url, resource_id)
   select $1, e.place, e."titleId", e.heading, e.source, e.note, e.url, e."resourceId"
   from jsonb_to_recordset($2::jsonb)
     as e(place int, "titleId" uuid, heading text, source text, note text, url text, "resourceId" uuid)
   where (e."titleId" is null or exists (select from title t where t.id = e."titleId" and t.merged_into is null))
     and (e."resourceId" is null or exists (select from e_resource r where r.id = e."resourceId" and r.ended_on is null
       and (r.school_id is null or r.school_id = $3::uuid)))
   returning place`,
);
const REMOVE = statement('bibliographies.remove', 'delete from bibliography where id = $1');

/** Booklists and their entries. */
export class BibliographiesRepository {
  constructor(private readonly session: Session) {}

  async add(list: Omit<Bibliography, 'version' | 'publishedOn'>, by: string, at: Date): Promise<void> {
    const { id, schoolId, kind, name, about, audience, issue } = list;
    await this.session.rows(ADD, [id, schoolId, kind, name, about, audience, issue, by, at]);
  }

  async locked(id: string): Promise<Bibliography | null> {
    return (await this.session.rows<Bibliography>(LOCK, [id]))[0] ?? null;
  }

  async change(list: Bibliography, at: Date): Promise<void> {
    const { id, name, about, audience, issue, publishedOn } = list;
    await this.session.rows(CHANGE, [id, name, about, audience, issue, publishedOn, at]);
  }

  async entriesOf(id: string): Promise<number> {
    return (await this.session.rows<{ entries: number }>(COUNT, [id]))[0]?.entries ?? 0;
  }

  /** In place of those that were there. @returns the places, from 0 on, of titles or resources that are not there */
  async writeEntries(
    { id, schoolId }: Pick<Bibliography, 'id' | 'schoolId'>,
    entries: readonly Entry[],
  ): Promise<number[]> {
    await this.session.rows(CLEAR, [id]);
    const rows = entries.map((entry, at) => ({ place: at + 1, ...entry }));
    const written = new Set(
      (await this.session.rows<{ place: number }>(WRITE, [id, JSON.stringify(rows), schoolId])).map(
        ({ place }) => place,
      ),
    );
    return rows.flatMap(({ place }) => (written.has(place) ? [] : [place - 1]));
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(CLEAR, [id]);
    await this.session.rows(REMOVE, [id]);
  }
}
