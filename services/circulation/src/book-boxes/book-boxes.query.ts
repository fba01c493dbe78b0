import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Lists,
  type ListAsked,
  numberAfter,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { reachesBlock } from '../block-loans/block-rights.step.js';
import { whoBorrows } from '../desk/loan.row.js';
import { BOX_COPY_VIEW, BOX_VIEW } from './book-box.row.js';
import type { BoxCopy, BoxesAsked, BoxView } from './book-boxes.http.js';
import { toBoxCopy, toBoxView, type BoxRow, type CopyOfBox } from './book-boxes.repository.js';

const LIST = `${BOX_VIEW}
  where x.school_id = $1 and ($2::uuid[] is null or x.class_id = any($2)) and ($3::text is null or x.kind = $3)
    and ($4::uuid is null or x.class_id = $4) and ($5::boolean is true or not x.closed)
    and ($6::text is null or (x.name, x.id) > ($6, $7::uuid))
  order by x.name, x.id limit $8`;
const COPIES = `${BOX_COPY_VIEW} where c.box_id = $1 and c.packed > $2 order by c.packed limit $3`;

/** The boxes of a school: what belongs to each, who has it, where it goes next. */
@Injectable()
export class BookBoxesQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 403 for a school out of reach */
  async list(caller: Caller, input: BoxesAsked): Promise<Page<BoxView>> {
    const schoolId = caller.schoolFor(input.schoolId);
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<BoxRow>(LIST, [
      schoolId,
      reachesSchool(caller.reach, schoolId) ? null : [...caller.reach.classes.keys()],
      input.kind ?? null,
      input.classId ?? null,
      input.closed ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(rows, input.limit, toBoxView, ({ name, id }) => [name, id]);
  }

  /** @throws Problem 404 out of reach: of the school, or of the class that has it */
  async one(caller: Caller, id: string): Promise<BoxView> {
    const [row] = await this.lists.rows<BoxRow>(`${BOX_VIEW} where x.id = $1`, [id]);
    if (row === undefined) throw unknownThing();
    const { holder, schoolId } = row;
    const isSeen =
      reachesSchool(caller.reach, schoolId) ||
      (holder !== null &&
        reachesBlock(caller, {
          schoolId: schoolId as SchoolId,
          who: whoBorrows({
            reader_id: row.readerId as ReaderId | null,
            class_id: holder.kind === 'class' ? (holder.id as SchoolClassId) : null,
          }),
        }));
    if (!isSeen) throw unknownThing();
    return toBoxView(row);
  }

  async copies({ id }: BoxView, input: ListAsked): Promise<Page<BoxCopy>> {
    const rows = await this.lists.rows<CopyOfBox & { packed: string }>(COPIES, [
      id,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(rows, input.limit, toBoxCopy, ({ packed }) => [Number(packed)]);
  }
}
