import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { ENTERED_YEAR_VIEW } from './entered-year.row.js';
import type { EnteredYearsAsked, EnteredYearView } from './entered-years.http.js';

const LIST = `${ENTERED_YEAR_VIEW}
  where ($1::uuid is null or e.school_id = $1) and ($2::uuid is null or (e.school_id, e.year) > ($2::uuid, $3::int))
  order by e.school_id, e.year limit $4`;

/** The years that schools wrote in. */
@Injectable()
export class EnteredYearsQuery {
  constructor(private readonly lists: Lists) {}

  async list(caller: Caller, asked: EnteredYearsAsked): Promise<Page<EnteredYearView>> {
    const after = afterCursor(asked.cursor, 2);
    const rows = await this.lists.rows<EnteredYearView>(LIST, [
      caller.schoolOrCounty(asked.schoolId),
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ schoolId, year }) => [schoolId, String(year)],
    );
  }
}
