import { statement, type Session } from '@shulian/service-kit';
import type { TermChangedV1, TermOpenedV1 } from '@shulian/contracts/readers';

const KEEP = statement(
  'knownTerms.keep',
  `insert into known_term as k (term_id, school_id, version, name, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6)
   on conflict (term_id) do update set version = excluded.version, name = excluded.name, starts_on = excluded.starts_on,
     ends_on = excluded.ends_on
   where k.version < excluded.version`,
);

/** Terms of schools as readers told of them; the newest version holds. */
export class KnownTermsRepository {
  constructor(private readonly session: Session) {}

  async know({ data, aggregateversion }: TermOpenedV1 | TermChangedV1): Promise<void> {
    const { termId, schoolId, name, startsOn, endsOn } = data;
    await this.session.rows(KEEP, [termId, schoolId, aggregateversion, name, startsOn, endsOn]);
  }
}
