import { Injectable } from '@nestjs/common';
import { Arrivals, Database, statement } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';

const BY_ID = statement(
  'knownSchools.find',
  'select school_id as id, code, name from known_school where school_id = $1',
);

export type FoundSchool = { readonly id: SchoolId; readonly code: string; readonly name: string };

/** Schools as the catalogue knows them. */
@Injectable()
export class KnownSchoolsQuery {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
  ) {}

  /** The school, waited for up to 2 s when it is not known yet (decision 9); null when it never came. */
  awaited(id: SchoolId): Promise<FoundSchool | null> {
    return this.arrivals.wait(async () => (await this.database.rows<FoundSchool>(BY_ID, [id]))[0] ?? null);
  }
}
