import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Database } from '@shulian/service-kit';
import type { KnownInSchool } from './rules/who-is-whom.js';

/** The readers of a school as a roster is compared with them. */
@Injectable()
export class KnownRoster {
  constructor(private readonly database: Database) {}

  ofSchool(schoolId: SchoolId): Promise<KnownInSchool[]> {
    return this.database.rows<KnownInSchool>(
      `select r.id, r.name, r.kind, r.left_on is null as "isActive", r.external_id as "externalId",
              case when k.id is not null then
                json_build_object('section', k.section, 'entryYear', k.entry_year, 'classNo', k.class_no) end as place,
              array(select number from card where card.reader_id = r.id) as numbers
       from reader r left join school_class k on k.id = r.class_id
       where r.school_id = $1 order by r.id`,
      [schoolId],
    );
  }
}
