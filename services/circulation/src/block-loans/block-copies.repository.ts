import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { statement, type Session } from '@shulian/service-kit';

const BARCODES = statement(
  'block-copies.barcodes',
  `select k.barcode from borrower b cross join unnest(b.block_ids) as block(loan_id)
   join block_line l on l.loan_id = block.loan_id join block_manifest m on m.id = l.manifest_id and m.target_id = $1
   join loan n on n.id = block.loan_id join known_copy k on k.copy_id = n.copy_id
   where b.borrower_id = $2 and k.barcode is not null order by n.id`,
);

/** What stands in a corner or a box, as far as it has a barcode. */
export class BlockCopiesRepository {
  constructor(private readonly session: Session) {}

  async barcodes(targetId: string, { id }: Pick<WhoBorrows, 'id'>): Promise<string[]> {
    const rows = await this.session.rows<{ barcode: string }>(BARCODES, [targetId, id]);
    return rows.map(({ barcode }) => barcode);
  }
}
