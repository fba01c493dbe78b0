import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, unknownThing, type Page } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { CareRulesOn, CareRulesVersionsAsked, CareRulesView } from './care-rules.http.js';
import { CARE_RULES_COLUMNS } from './care-rules.repository.js';

/** The school's own where it has any, else those of the county. */
const IN_FORCE = `select ${CARE_RULES_COLUMNS}, k.name as "schoolName"
  from (
    (select * from care_rules where school_id = $1 and valid_from <= $2 order by valid_from desc limit 1)
    union all
    (select * from care_rules where school_id is null and valid_from <= $2 order by valid_from desc limit 1)) r
  left join known_school k on k.school_id = $1
  order by r.school_id nulls last limit 1`;
const VERSIONS = `select ${CARE_RULES_COLUMNS} from care_rules r
  where r.school_id is not distinct from $1::uuid and ($2::date is null or r.valid_from < $2)
  order by r.valid_from desc limit $3`;

export type RulesOfSchool = CareRulesView & { readonly schoolName: string | null };

/** The rules as they hold, and as they held and will hold. */
@Injectable()
export class CareRulesQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 404 where nobody has written any */
  async inForce({ schoolId, on }: CareRulesOn, today: CalendarDay): Promise<RulesOfSchool> {
    const [row] = await this.lists.rows<RulesOfSchool>(IN_FORCE, [schoolId, on ?? today]);
    if (row === undefined) throw unknownThing();
    return row;
  }

  /** @param schoolId null: those of the county */
  async versions(input: CareRulesVersionsAsked, schoolId: SchoolId | null): Promise<Page<CareRulesView>> {
    const rows = await this.lists.rows<CareRulesView>(VERSIONS, [
      schoolId,
      afterCursor(input.cursor, 1)?.[0] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ validFrom }) => [validFrom],
    );
  }
}
