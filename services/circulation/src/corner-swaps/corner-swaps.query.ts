import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import { idAfter, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { SWAP_VIEW } from './corner-swap.row.js';
import type { SwapsAsked, SwapView } from './corner-swaps.http.js';

const LIST = `${SWAP_VIEW}
  where s.school_id = $1 and ($2::uuid[] is null or s.class_id = any($2) or s.other_class_id = any($2))
    and ($3::text is null or s.state = $3) and ($4::uuid is null or $4 in (s.corner_id, s.other_corner_id))
    and ($5::uuid is null or s.id < $5)
  order by s.id desc limit $6`;

/** Swaps between corners, newest first: all of a school, or those of the caller's classes. */
@Injectable()
export class CornerSwapsQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 403 for a school out of reach */
  async list(caller: Caller, input: SwapsAsked): Promise<Page<SwapView>> {
    const schoolId = caller.schoolFor(input.schoolId);
    const rows = await this.lists.rows<SwapView>(LIST, [
      schoolId,
      reachesSchool(caller.reach, schoolId) ? null : [...caller.reach.classes.keys()],
      input.state ?? null,
      input.cornerId ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
