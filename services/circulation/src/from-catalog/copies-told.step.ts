import type { CopyId } from '@shulian/contracts/ids';
import type { Session, Tx } from '@shulian/service-kit';
import { noteCopies } from '../holds/note-for-review.step.js';
import { KnownCopiesRepository } from './known-copies.repository.js';
import type { CopyFold } from './known-copy.projection.js';

/** What a batch of events tells of copies is written at once, before its commit, and noted for those who wait. */
export class CopiesTold {
  private readonly copies: KnownCopiesRepository;

  constructor(_session: Session, tx: Tx) {
    this.copies = tx.use(KnownCopiesRepository);
    tx.beforeCommit(async () => noteCopies(tx, await this.copies.settle()));
  }

  /** Takes what an event says, as far as nothing newer is known. */
  change(id: CopyId, fold: CopyFold): void {
    this.copies.change(id, fold);
  }
}
