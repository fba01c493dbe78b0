import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, Database } from '@shulian/service-kit';
import { schoolYearOf } from '../classes/rules/school-class.js';
import type { KnownInSchool } from './rules/who-is-whom.js';

/** The readers of a school as a roster is compared with them. */
@Injectable()
export class KnownRoster {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  ofSchool(schoolId: SchoolId): Promise<KnownInSchool[]> {
    return this.database.rows<KnownInSchool>(
      `select r.id, r.name, r.kind, r.left_on is null as "isActive", r.external_id as "externalId",
              case when k.id is not null then
                json_build_object('section', k.section, 'entryYear', k.entry_year, 'classNo', k.class_no) end as place,
              array(select number from card where card.reader_id = r.id) as numbers,
              coalesce(case when r.kind <> 'student' then r.kind = any(p.kinds) else p.grades is null
                or coalesce(grade_in(k.section, k.entry_year, $2), grade_in(k.section, k.entry_year, $2 + 1)) = any(p.grades)
                end, p.school_id is null) as "mayHaveCard"
       from reader r left join school_class k on k.id = r.class_id left join card_policy p on p.school_id = r.school_id
       where r.school_id = $1 order by r.id`,
      [schoolId, schoolYearOf(this.clock.today())],
    );
  }
}
