import type { Database } from '../database/database.js';
import { enterOperator } from '../trail/operator-trail.js';
import { againAfterDeadlock } from './again.js';
import type { Tx, TxOn } from './tx.js';

/**
 * One use case = one transaction. `run` opens it, hands out what works on it, commits or rolls back. A `Tx` has no life
 * outside, so a write beside the transaction does not compile.
 */
export class Transaction {
  constructor(
    private readonly database: Database,
    private readonly txOn: TxOn,
    private readonly afterCommit: () => void,
  ) {}

  /** Runs the work; after a deadlock again, up to four times in all, so it must be repeatable. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let entered = (): void => undefined;
    const result = await againAfterDeadlock(() =>
      this.database.inTransaction(async (session) => {
        const tx = this.txOn(session);
        const done = await work(tx);
        await tx.settle();
        entered = await enterOperator(session, done);
        return done;
      }),
    );
    entered();
    this.afterCommit();
    return result;
  }
}
