import { Injectable } from '@nestjs/common';
import type { SchoolClassId } from '@shulian/contracts/ids';
import { afterCursor, Clock, Database, Lists, pageOf, unknownThing, type Caller } from '@shulian/service-kit';
import { idOfCursor, numberOfCursor } from '../plain-text.http.js';
import {
  toClassView,
  type ClassesAsked,
  type SchoolClassPage,
  type SchoolClassView,
} from './classes.http.js';
import type { SchoolClass } from './rules/school-class.js';

const COLUMNS = `id, school_id as "schoolId", section, entry_year as "entryYear", class_no as "classNo", version, announced`;

/** The classes of a school. */
@Injectable()
export class Classes {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** Lowest section first, the newest intake of it first, then by number. */
  async page(caller: Caller, input: ClassesAsked): Promise<SchoolClassPage> {
    const { reach } = caller;
    const { ids } = input;
    // Who names classes by their ids wants them all, of whichever of the caller's schools.
    const schools =
      ids === undefined || input.schoolId !== undefined
        ? [caller.schoolFor(input.schoolId)]
        : reach.county
          ? null
          : [...reach.schools, ...reach.classes.values()];
    const limit = Math.max(input.limit, ids?.length ?? 0);
    const after = afterCursor(input.cursor, 4);
    const numbers = after?.slice(0, 3).map(numberOfCursor) ?? [null, null, null];
    const [id] = after?.slice(3).map(idOfCursor) ?? [null];
    const rows = await this.lists.rows<SchoolClass & { section_no: number }>(
      `select ${COLUMNS}, section_no
       from school_class, array_position(array['primary', 'junior', 'senior'], section) as section_no
       where ($1::uuid[] is null or school_id = any($1)) and ($7::uuid[] is null or id = any($7))
         and ($2::int is null or (section_no, -entry_year, class_no, id) > ($2, $3::int, $4::int, $5::uuid))
       order by section_no, -entry_year, class_no, id limit $6`,
      [schools, ...numbers, id, limit + 1, ids ?? null],
    );
    const today = this.clock.today();
    return pageOf(
      rows,
      limit,
      (row) => toClassView(row, today),
      (row) => [row.section_no, -row.entryYear, row.classNo, row.id],
    );
  }

  /** @throws Problem 404, also for a class of a school out of reach */
  async byId(caller: Caller, id: SchoolClassId): Promise<SchoolClassView> {
    const [row] = await this.database.rows<SchoolClass>(`select ${COLUMNS} from school_class where id = $1`, [
      id,
    ]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return toClassView(row, this.clock.today());
  }
}
