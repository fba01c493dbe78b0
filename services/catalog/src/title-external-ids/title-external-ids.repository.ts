import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import type { TitleExternalIdView } from './title-external-ids.http.js';

const PUT = statement(
  'titleExternalIds.put',
  `insert into title_external_id (school_id, external_id, title_id) values ($1, $2, $3)
   on conflict (school_id, external_id) do update set title_id = excluded.title_id`,
);
const REMOVE = statement(
  'titleExternalIds.remove',
  'delete from title_external_id where school_id = $1 and external_id = $2 returning 1',
);
/** Locked, so that no merger takes it away before the transaction ends. */
const STANDING = statement(
  'titleExternalIds.standing',
  'select merged_into as "mergedInto" from title where id = $1 for share',
);
const VIEW = statement(
  'titleExternalIds.view',
  `select e.school_id as "schoolId", e.external_id as "externalId", r.id as "titleId", r.title
   from title_external_id e join title t on t.id = e.title_id join title r on r.id = coalesce(t.merged_into, t.id)
   where e.school_id = $1 and e.external_id = $2`,
);

/** What the systems of schools call the titles of the county: each id once in its school. */
export class TitleExternalIdsRepository {
  constructor(private readonly session: Session) {}

  /** Where a title stands; null: there never was one. */
  async standing(id: TitleId): Promise<{ readonly mergedInto: TitleId | null } | null> {
    return (await this.session.rows<{ mergedInto: TitleId | null }>(STANDING, [id]))[0] ?? null;
  }

  async put(schoolId: SchoolId, externalId: string, titleId: TitleId): Promise<TitleExternalIdView> {
    await this.session.rows(PUT, [schoolId, externalId, titleId]);
    const [row] = await this.session.rows<TitleExternalIdView>(VIEW, [schoolId, externalId]);
    if (row === undefined) throw new Error('the external id is gone');
    return row;
  }

  /** Whether there was one. */
  async remove(schoolId: SchoolId, externalId: string): Promise<boolean> {
    return (await this.session.rows(REMOVE, [schoolId, externalId])).length > 0;
  }
}
