import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { gradeOn, type Section } from '@shulian/lending-rules/desk/grade';
import {
  afterCursor,
  Clock,
  Lists,
  pageOf,
  refuseCursor,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { reachesBlock } from '../block-loans/block-rights.step.js';
import { CORNER_VIEW } from './book-corner.row.js';
import type { ClassesWithoutAsked, ClassWithout, CornersAsked, CornerView } from './book-corners.http.js';

const LIST = `${CORNER_VIEW}
  where c.school_id = $1 and ($5::text is null or c.kind = $5) and ($6::boolean is true or not c.closed)
    and ($7::uuid[] is null or c.class_id = any($7))
    and ($8::text is null or (c.name, c.id) > ($8, $9::uuid))
  order by c.name, c.id limit $10`;
const ONE = `${CORNER_VIEW} where c.id = $1 and $2::date is null and $3::date is null`;
const WITHOUT = `select k.class_id as "classId", k.section, k.entry_year as "entryYear" from known_class k
  where k.school_id = $1 and not exists (
    select from book_corner c where c.class_id = k.class_id and c.kind = 'class' and not c.closed)
  order by k.section, k.entry_year desc, k.class_id`;

/** The corners of a school: what stands in them, and whether they borrowed what they should. */
@Injectable()
export class BookCornersQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for a school out of reach */
  async list(caller: Caller, input: CornersAsked): Promise<Page<CornerView>> {
    const schoolId = caller.schoolFor(input.schoolId);
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<CornerView>(LIST, [
      schoolId,
      input.from ?? null,
      input.to ?? null,
      this.clock.today(),
      input.kind ?? null,
      input.closed ?? null,
      reachesSchool(caller.reach, schoolId) ? null : [...caller.reach.classes.keys()],
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ name, id }) => [name, id],
    );
  }

  /** @throws Problem 404 out of reach */
  async one(caller: Caller, id: string): Promise<CornerView> {
    const [corner] = await this.lists.rows<CornerView>(ONE, [id, null, null, this.clock.today()]);
    if (corner === undefined) throw unknownThing();
    const who = { kind: 'class' as const, id: corner.classId as SchoolClassId };
    if (!reachesBlock(caller, { schoolId: corner.schoolId as SchoolId, who })) throw unknownThing();
    return corner;
  }

  /** Classes of today; a school has a hundred at most. */
  async classesWithout(caller: Caller, input: ClassesWithoutAsked): Promise<Page<ClassWithout>> {
    const schoolId = caller.schoolFor(input.schoolId);
    refuseCursor(input.cursor);
    type Row = { classId: string; section: Section; entryYear: number };
    const rows = await this.lists.rows<Row>(WITHOUT, [schoolId]);
    const items = rows.flatMap(({ classId, section, entryYear }) => {
      const grade = gradeOn(section, entryYear, this.clock.today());
      return grade === null ? [] : [{ classId, section, grade }];
    });
    return { items, nextCursor: null };
  }
}
