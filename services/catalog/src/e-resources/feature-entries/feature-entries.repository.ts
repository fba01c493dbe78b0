import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { FEATURE_ENTRIES } from './feature-entry.row.js';
import type { FeatureEntryView } from './feature-entries.http.js';

/** Entries of titles or copies that are not there, or are of another school, are not written. */
const ADD = statement(
  'feature-entries.add',
  `insert into feature_entry (id, version, resource_id, name, subject, description, title_id, copy_id, url, entered_on, entered_by)
   select e.id, 1, $1, coalesce(e.name, t.title), e.subject, e.description, t.id, c.id, e.url, $3, $4
   from jsonb_to_recordset($2::jsonb) as e(id uuid, name text, subject text, description text, "titleId" uuid, "copyId" uuid, url text)
   left join copy c on c.id = e."copyId" and ($5::uuid is null or c.school_id = $5)
   left join title t on t.id = coalesce(e."titleId", c.title_id) and t.merged_into is null
   where (e."titleId" is null or t.id is not null) and (e."copyId" is null or c.id is not null)
   returning id`,
);
const LOCK = statement(
  'feature-entries.lock',
  `select e.id, e.version, e.resource_id as "resourceId", r.school_id as "schoolId", e.name, e.subject, e.description, e.url,
     e.title_id is not null or e.copy_id is not null as catalogued
   from feature_entry e join e_resource r on r.id = e.resource_id where e.id = $1 for update of e`,
);
const CHANGE = statement(
  'feature-entries.change',
  'update feature_entry set version = version + 1, name = $2, subject = $3, description = $4, url = $5 where id = $1',
);
const REMOVE = statement('feature-entries.remove', 'delete from feature_entry where id = $1');
const COUNT = statement(
  'feature-entries.count',
  'select count(*)::int as entries from feature_entry where resource_id = $1',
);
const VIEW = statement('feature-entries.view', `${FEATURE_ENTRIES} where e.id = $1`);

export type NewEntry = {
  readonly id: string;
  readonly name: string | null;
  readonly subject: string | null;
  readonly description: string | null;
  readonly titleId: string | null;
  readonly copyId: string | null;
  readonly url: string | null;
};
export type FeatureEntry = {
  readonly id: string;
  readonly version: number;
  readonly resourceId: string;
  readonly schoolId: SchoolId | null;
  readonly name: string;
  readonly subject: string | null;
  readonly description: string | null;
  readonly url: string | null;
  /** It is of a title or a copy of the catalogue. */
  readonly catalogued: boolean;
};

/** Entries of feature databases; the resource is locked before them. */
export class FeatureEntriesRepository {
  constructor(private readonly session: Session) {}

  /** @returns the places, from 0 on, of entries whose title or copy is not there */
  async add(
    resource: { readonly id: string; readonly schoolId: SchoolId | null },
    entries: readonly NewEntry[],
    on: CalendarDay,
    by: string,
  ): Promise<number[]> {
    const values = [resource.id, JSON.stringify(entries), on, by, resource.schoolId];
    const added = new Set((await this.session.rows<{ id: string }>(ADD, values)).map(({ id }) => id));
    return entries.flatMap(({ id }, at) => (added.has(id) ? [] : [at]));
  }

  async count(resourceId: string): Promise<number> {
    return (await this.session.rows<{ entries: number }>(COUNT, [resourceId]))[0]?.entries ?? 0;
  }

  async locked(id: string): Promise<FeatureEntry | null> {
    return (await this.session.rows<FeatureEntry>(LOCK, [id]))[0] ?? null;
  }

  async change({ id, name, subject, description, url }: FeatureEntry): Promise<void> {
    await this.session.rows(CHANGE, [id, name, subject, description, url]);
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  async view(id: string): Promise<FeatureEntryView> {
    const [view] = await this.session.rows<FeatureEntryView>(VIEW, [id]);
    if (view === undefined) throw new Error('an entry that is there is shown');
    return view;
  }
}
