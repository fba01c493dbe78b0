import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Database, unknownThing, type Caller } from '@shulian/service-kit';
import type { PolicyList, PolicyView } from './policies.http.js';

const views = (condition: string): string => `
  select p.id, p.scope, p.school_id as "schoolId", p.version, p.effective_on::text as "effectiveOn",
    (select coalesce(json_agg(json_build_object('id', r.id, 'readerKind', r.reader_kind, 'grades', r.grades,
       'classId', r.class_id, 'copyKind', r.copy_kind, 'sets', r.sets) order by r.place), '[]')
     from lending_policy_row r where r.policy_id = p.id) as rows
  from lending_policy p where ${condition}
  order by p.scope, p.version desc limit 100`;

@Injectable()
export class PoliciesQuery {
  constructor(private readonly database: Database) {}

  /** The county's versions and, where one is named, those of a school; newest first. */
  async of(schoolId: SchoolId | null): Promise<PolicyList> {
    const items = await this.database.rows<PolicyView>(
      views(`p.scope = 'county' or p.school_id = $1::uuid`),
      [schoolId],
    );
    return { items, nextCursor: null };
  }

  /** @throws Problem 404 */
  async one(caller: Caller, id: string): Promise<PolicyView> {
    const [policy] = await this.database.rows<PolicyView>(views('p.id = $1'), [id]);
    if (policy === undefined) throw unknownThing();
    if (policy.schoolId !== null && !caller.mayWorkAt(policy.schoolId)) throw unknownThing();
    return policy;
  }
}
