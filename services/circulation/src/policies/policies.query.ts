import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, Database, Lists, unknownThing, type Caller } from '@shulian/service-kit';
import { toPolicyView, type PolicyList, type PolicyView, type VersionAmongOthers } from './policies.http.js';

const views = (condition: string): string => `
  select p.id, p.scope, p.school_id as "schoolId", p.version, p.effective_on::text as "effectiveOn",
    (select coalesce(json_agg(json_build_object('id', r.id, 'readerKind', r.reader_kind, 'grades', r.grades,
       'classId', r.class_id, 'copyKind', r.copy_kind, 'sets', r.sets) order by r.place), '[]')
     from lending_policy_row r where r.policy_id = p.id) as rows,
    (select json_agg(json_build_object('version', o.version, 'effectiveOn', o.effective_on))
     from lending_policy o where o.scope = p.scope) as "ofScope"
  from lending_policy p where ${condition}
  order by p.scope, p.version desc limit 100`;

@Injectable()
export class PoliciesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** The county's versions and, where one is named, those of a school; newest first. */
  async of(schoolId: SchoolId | null): Promise<PolicyList> {
    const rows = await this.lists.rows<VersionAmongOthers>(
      views(`p.scope = 'county' or p.school_id = $1::uuid`),
      [schoolId],
    );
    return { items: rows.map((row) => toPolicyView(row, this.clock.today())), nextCursor: null };
  }

  /** @throws Problem 404 */
  async one(caller: Caller, id: string): Promise<PolicyView> {
    const [policy] = await this.database.rows<VersionAmongOthers>(views('p.id = $1'), [id]);
    if (policy === undefined) throw unknownThing();
    if (policy.schoolId !== null && !caller.mayWorkAt(policy.schoolId)) throw unknownThing();
    return toPolicyView(policy, this.clock.today());
  }

  /** Ids of classes that a policy of the scope cannot mean, and whether its school is known, as far as they have arrived. */
  async unknown(
    schoolId: SchoolId | null,
    classIds: readonly string[],
  ): Promise<{ readonly school: boolean; readonly classes: readonly string[] }> {
    const [row] = await this.database.rows<{ school: boolean; classes: string[] }>(
      `select $1::uuid is not null and not exists (select from known_school where school_id = $1::uuid) as school,
              array(select asked.id::text from unnest($2::uuid[]) as asked(id)
                    where not exists (select from known_class c where c.class_id = asked.id
                                      and c.school_id = coalesce($1::uuid, c.school_id))) as classes`,
      [schoolId, classIds],
    );
    return row ?? { school: true, classes: classIds };
  }
}
