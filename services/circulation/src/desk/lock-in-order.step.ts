import type { CopyId, LoanId, TitleId } from '@shulian/contracts/ids';
import type { Borrower } from '@shulian/lending-rules/desk/borrower';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { statement, type Session, type Tx } from '@shulian/service-kit';
import { BorrowersRepository } from './borrowers.repository.js';
import { LentCopiesRepository, type LentCopy } from './lent-copies.repository.js';
import { QueuesRepository, type Queue } from './queues.repository.js';

/** The order of locks, the same for everybody; within a kind by id. Whoever keeps it waits for nobody who waits for him. */
const ORDER = ['copies', 'loans', 'compensations', 'borrowers', 'queues'] as const;
type Kind = (typeof ORDER)[number];

type Wanted = {
  readonly copies?: readonly CopyId[];
  readonly loans?: readonly LoanId[];
  readonly compensations?: readonly string[];
  readonly borrowers?: readonly WhoBorrows['id'][];
  readonly queues?: readonly TitleId[];
};

/** The rows as the locks found them; what does not exist is left out. */
export type Locked = {
  readonly copies: ReadonlyMap<CopyId, LentCopy>;
  readonly borrowers: ReadonlyMap<WhoBorrows['id'], Borrower>;
  readonly queues: ReadonlyMap<TitleId, Queue>;
};

const LOCK_LOANS = statement(
  'lock.loans',
  'select from loan where id = any($1::uuid[]) order by id for update',
);
const LOCK_COMPENSATIONS = statement(
  'lock.compensations',
  'select from compensation where id = any($1::uuid[]) order by id for update',
);

/**
 * Locks rows, and reads them again where the transaction holds them already.
 * @throws Error when something comes after what must follow it: two who did so could wait for each other
 */
export async function lockInOrder(tx: Tx, wanted: Wanted): Promise<Locked> {
  const held = tx.use(HeldLocks);
  for (const kind of ORDER) held.take(kind, wanted[kind] ?? []);
  const { copies = [], loans = [], compensations = [], borrowers = [], queues = [] } = wanted;
  const lockedCopies = copies.length === 0 ? [] : await tx.use(LentCopiesRepository).lock(copies);
  if (loans.length > 0) await tx.session.rows(LOCK_LOANS, [loans]);
  if (compensations.length > 0) await tx.session.rows(LOCK_COMPENSATIONS, [compensations]);
  return {
    copies: new Map(lockedCopies.map((copy) => [copy.copyId, copy])),
    borrowers: borrowers.length === 0 ? new Map() : await tx.use(BorrowersRepository).lock(borrowers),
    queues:
      queues.length === 0
        ? new Map()
        : new Map((await tx.use(QueuesRepository).lock(queues)).map((queue) => [queue.titleId, queue])),
  };
}

/** The queue of a title that was locked with others. */
export function queueOf({ queues }: Locked, titleId: TitleId): Queue {
  const queue = queues.get(titleId);
  if (queue === undefined) throw new Error('the queue of this title was not locked');
  return queue;
}

/** What a transaction has locked so far. */
class HeldLocks {
  private readonly ids = new Set<string>();
  private last = 0;

  constructor(_session: Session, _tx: Tx) {}

  take(kind: Kind, ids: readonly string[]): void {
    const place = ORDER.indexOf(kind);
    const fresh = ids.filter((id) => !this.ids.has(`${kind} ${id}`));
    if (fresh.length === 0) return;
    if (place < this.last) throw new Error(`${kind} are locked before ${ORDER[this.last]}`);
    this.last = place;
    for (const id of fresh) this.ids.add(`${kind} ${id}`);
  }
}
