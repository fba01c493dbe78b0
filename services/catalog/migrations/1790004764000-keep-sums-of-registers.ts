import { KeepSum } from '@shulian/service-kit';

/** What the lines of each school add up to, by main class. */
export class KeepSumsOfRegisters1790004764000 extends KeepSum {
  protected readonly kept = {
    name: 'register_sum',
    of: 'register_line',
    by: {
      school_id: { type: 'uuid', is: 'school_id' },
      main_class: { type: 'text', is: 'main_class' },
    },
    sums: {
      accessions: `(kind = 'accession')::int`,
      withdrawals: `(kind = 'withdrawal')::int`,
      volumes: 'volumes',
      fen: 'fen',
    },
  };
}
