import { KeepSum } from '@shulian/service-kit';

/** Copies of each school by the state they are in and where they are: what a school holds, and where. */
export class KeepSumsOfCopies1790004761000 extends KeepSum {
  protected readonly kept = {
    name: 'stock_sum',
    of: 'copy',
    by: {
      school_id: { type: 'uuid', is: 'school_id' },
      stock_state: { type: 'text', is: 'stock_state' },
      lending: { type: 'text', is: 'lending' },
    },
    sums: { copies: '1', fen: 'coalesce(price_fen, 0)', unpriced: '(price_fen is null)::int' },
  };
}
