import type { Session } from '../database/session.js';
import type { EventWriter, Outbox } from '../outbox/outbox.js';

/** A class of questions and writes that is made for one open transaction. */
export type BoundToTx<T> = new (session: Session, tx: Tx) => T;

/** Opens what a use case works with, on a transaction that is open. */
export type TxOn = (session: Session) => Tx;

/**
 * What a use case has of its open transaction. Whose rows it touches is seen at its imports: `tx.use(HoldsRepository)`
 * makes the repository once for each transaction, and gives the same one again.
 */
export class Tx {
  private readonly made = new Map<unknown, unknown>();
  private readonly last: (() => Promise<unknown>)[] = [];

  constructor(
    readonly session: Session,
    readonly outbox: Outbox,
    /** For `.effects` statements, which write events themselves. */
    readonly events: EventWriter,
  ) {}

  use<T>(repository: BoundToTx<T>): T {
    const known = this.made.get(repository) as T | undefined;
    if (known !== undefined) return known;
    const bound = new repository(this.session, this);
    this.made.set(repository, bound);
    return bound;
  }

  /**
   * What was gathered is written at the end, one statement for a whole batch of events (speed rules), in the order in which
   * it was asked for: what others ask for while they write comes after them.
   */
  beforeCommit(work: () => Promise<unknown>): void {
    this.last.push(work);
  }

  /** Called once, before the commit. */
  async settle(): Promise<void> {
    for (const work of this.last) await work();
  }
}
