import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { KnownSchool } from './known-school.projection.js';

const BY_ID = statement(
  'knownSchools.byId',
  'select school_id, version, code, name from known_school where school_id = $1 for update',
);
const KEEP = statement(
  'knownSchools.keep',
  `insert into known_school as k (school_id, version, code, name) values ($1, $2, $3, $4)
   on conflict (school_id) do update set version = excluded.version, code = excluded.code, name = excluded.name
   where k.version < excluded.version`,
);

/** Written by the projection and nobody else. */
export class KnownSchoolsRepository {
  constructor(private readonly session: Session) {}

  async change(schoolId: SchoolId, fold: (known: KnownSchool | null) => KnownSchool | null): Promise<void> {
    const [row] = await this.session.rows<{
      school_id: SchoolId;
      version: number;
      code: string;
      name: string;
    }>(BY_ID, [schoolId]);
    const next = fold(
      row === undefined
        ? null
        : { schoolId: row.school_id, version: row.version, code: row.code, name: row.name },
    );
    if (next !== null) await this.session.rows(KEEP, [next.schoolId, next.version, next.code, next.name]);
  }
}
