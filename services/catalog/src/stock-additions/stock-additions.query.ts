import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { ADDITION_VIEW } from './stock-addition.row.js';
import type { StockAdditionsAsked, StockAdditionView } from './stock-additions.http.js';

const LIST = `${ADDITION_VIEW}
  where a.school_id = $2 and ($3::text is null or a.status = $3) and (a.due_on, a.id) > ($4::date, $5::uuid)
  order by a.due_on, a.id limit $6`;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Which room is to get how many volumes by when, in the order of the days. */
@Injectable()
export class StockAdditionsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async find(input: StockAdditionsAsked, schoolId: SchoolId): Promise<Page<StockAdditionView>> {
    const after = afterCursor(input.cursor, 2) ?? ['-infinity', FIRST_ID];
    const rows = await this.lists.rows<StockAdditionView>(LIST, [
      this.clock.today(),
      schoolId,
      input.status ?? null,
      ...after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (addition) => addition,
      ({ dueOn, id }) => [dueOn, id],
    );
  }
}
