import type { Database } from '../database/database.js';
import type { Session } from '../database/session.js';
import { againAfterDeadlock } from './again.js';

/** Builds the repositories of a service on one open transaction. */
export type StoreFor<Store> = (session: Session) => Store;

/**
 * One use case = one transaction. `run` opens it, hands out the store, commits or rolls back. The store has no life
 * outside, so a write beside the transaction does not compile.
 */
export class Transaction<Store> {
  constructor(
    private readonly database: Database,
    private readonly storeFor: StoreFor<Store>,
    private readonly afterCommit: () => void,
  ) {}

  /** Runs the work; after a deadlock again, up to four times in all, so it must be repeatable. */
  async run<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const result = await againAfterDeadlock(() =>
      this.database.inTransaction((session) => work(this.storeFor(session))),
    );
    this.afterCommit();
    return result;
  }
}
