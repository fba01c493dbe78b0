import { Injectable } from '@nestjs/common';
import type { SchoolClassId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Clock,
  Database,
  Lists,
  pageOf,
  refuseWithUpdatedSince,
  syncedPage,
  unknownThing,
  type Caller,
  type Page,
  type SyncedList,
} from '@shulian/service-kit';
import { idOfCursor, numberOfCursor } from '../plain-text.http.js';
import {
  toClassView,
  type ClassesAsked,
  type SchoolClassPage,
  type SchoolClassView,
} from './classes.http.js';
import type { SchoolClass } from './rules/school-class.js';

const COLUMNS = `id, school_id as "schoolId", section, entry_year as "entryYear", class_no as "classNo", version, announced,
  external_id as "externalId", stream, campus`;

/** What a school system keeps a copy of. */
const FOLLOWED: SyncedList = {
  name: 'classes',
  table: 'school_class',
  schools: ['school_id'],
  select: `select ${COLUMNS} from school_class`,
  key: 'school_class.id',
};

/** The classes of a school. */
@Injectable()
export class Classes {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** All of a school, or what changed since; or those with the ids, of whichever of the caller's schools. */
  async page(caller: Caller, input: ClassesAsked): Promise<SchoolClassPage> {
    const { ids } = input;
    refuseWithUpdatedSince(input, { ids });
    if (ids !== undefined) return this.find(caller, input, input.cursor);
    const today = this.clock.today();
    return syncedPage<SchoolClass, SchoolClassView>(
      this.lists,
      FOLLOWED,
      input,
      caller.schoolFor(input.schoolId),
      (row) => toClassView(row, today),
      (cursor) => this.find(caller, input, cursor),
    );
  }

  /** Lowest section first, the newest intake of it first, then by number. */
  private async find(
    caller: Caller,
    input: ClassesAsked,
    cursor: string | undefined,
  ): Promise<Page<SchoolClassView>> {
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
    const after = afterCursor(cursor, 4);
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
