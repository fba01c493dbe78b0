import { Injectable } from '@nestjs/common';
import { idAfter, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { BlockCopiesAsked, BlockCopy } from './block-copies.http.js';

/**
 * The copies that stand in a corner or a box whose borrower is known: what is in blocks lies on the borrower's own row, so
 * however long the history is, no more is read than stands there.
 */
const COPIES = `select n.copy_id as "copyId", n.id as "loanId", k.barcode as "copyBarcode", kt.title, k.call_number as "callNumber",
    n.loaned_on::text as "loanedOn", n.due_on::text as "dueOn"
  from borrower b cross join unnest(b.block_ids) as block(loan_id)
  join block_line l on l.loan_id = block.loan_id join block_manifest m on m.id = l.manifest_id and m.target_id = $1
  join loan n on n.id = block.loan_id
  left join known_copy k on k.copy_id = n.copy_id left join known_title kt on kt.title_id = k.title_id
  where b.borrower_id = $2 and ($3::uuid is null or n.id > $3)
  order by n.id limit $4`;

@Injectable()
export class BlockCopiesQuery {
  constructor(private readonly lists: Lists) {}

  /** @param borrowerId null: it is with nobody, and nothing stands in it */
  async of(targetId: string, borrowerId: string | null, input: BlockCopiesAsked): Promise<Page<BlockCopy>> {
    const rows = await this.lists.rows<BlockCopy>(COPIES, [
      targetId,
      borrowerId,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ loanId }) => [loanId],
    );
  }
}
