import type { CopyAccessionedV1, CopyChangedV1 } from '@shulian/contracts/catalog';
import { sql, statementOf, type Session } from '@shulian/service-kit';

type Told = Pick<CopyAccessionedV1 | CopyChangedV1, 'data' | 'aggregateversion'>;

const KNOW = statementOf<Told>(
  'known-copy.know',
  (value) => sql`insert into known_copy as k (copy_id, version, school_id, title_id, accessioned_on)
    values (${value(({ data }) => data.copyId)}, ${value(({ aggregateversion }) => aggregateversion)},
      ${value(({ data }) => data.schoolId)}, ${value(({ data }) => data.titleId)},
      ${value(({ data }) => data.accessionedOn)})
    on conflict (copy_id) do update set version = excluded.version, school_id = excluded.school_id,
      title_id = excluded.title_id, accessioned_on = excluded.accessioned_on
    where k.version < excluded.version`,
);

/** When which school got what: the newest version holds, and a copy that was struck later was new once all the same. */
export class KnownCopiesRepository {
  constructor(private readonly session: Session) {}

  async know(told: Told): Promise<void> {
    await this.session.rows(...KNOW.with(told));
  }
}
