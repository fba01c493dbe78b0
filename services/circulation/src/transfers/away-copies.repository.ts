import type { CopyId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';

const ASK = statement(
  'away-copy.ask',
  `insert into away_copy (copy_id, owning_school_id, for_hold) values ($1, $2, true)
   on conflict (copy_id) do update set owning_school_id = excluded.owning_school_id, at_school_id = null, for_hold = true`,
);
const ARRIVE = statement(
  'away-copy.arrive',
  `insert into away_copy as a (copy_id, owning_school_id, at_school_id, for_hold) values ($1, $2, $3, $4)
   on conflict (copy_id) do update set owning_school_id = excluded.owning_school_id, at_school_id = excluded.at_school_id,
     for_hold = a.for_hold or excluded.for_hold`,
);
const HOME = statement('away-copy.home', 'delete from away_copy where copy_id = $1');
const PLACE = statement(
  'away-copy.place',
  'select at_school_id as "schoolId" from away_copy where copy_id = $1 and at_school_id is not null',
);

/**
 * Copies that are not at their school, or were asked to leave it. Written under the lock of the copy, and apart from it, so
 * that a desk that lends what is at home neither reads nor writes more than before.
 */
export class AwayCopiesRepository {
  constructor(private readonly rows: Rows) {}

  async ask(copyId: CopyId, owningSchoolId: SchoolId): Promise<void> {
    await this.rows.rows(ASK, [copyId, owningSchoolId]);
  }

  /** @param atSchoolId null: it is on its way. @param forHold it counts among what its school has out for others */
  async arrive(
    copy: { readonly copyId: CopyId; readonly schoolId: SchoolId },
    atSchoolId: SchoolId | null,
    forHold: boolean,
  ): Promise<void> {
    await this.rows.rows(ARRIVE, [copy.copyId, copy.schoolId, atSchoolId, forHold]);
  }

  async home(copyId: CopyId): Promise<void> {
    await this.rows.rows(HOME, [copyId]);
  }

  /** The school where a locked copy is, if it is not its own. */
  async placeOf(copyId: CopyId): Promise<SchoolId | null> {
    return (await this.rows.rows<{ schoolId: SchoolId }>(PLACE, [copyId]))[0]?.schoolId ?? null;
  }
}
