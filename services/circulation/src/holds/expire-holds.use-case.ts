import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@shulian/service-kit';
import type { CopyId } from '@shulian/contracts/ids';
import type { CirculationStore } from '../circulation.store.js';
import { endHold } from './end-hold.use-case.js';
import { isExpired } from './rules/hold-shelf.js';
import { putAside, shelveForNextHold } from './shelve-for-next-hold.use-case.js';

const BATCH = 100;

export type HoldsSwept = { readonly expired: number; readonly shelved: number };

/** What nobody picked up goes on: to the next in the queue, or back to the shelf. Each hold is a transaction of its own. */
@Injectable()
export class ExpireHolds {
  constructor(
    private readonly transaction: Transaction<CirculationStore>,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<HoldsSwept> {
    const today = this.clock.today();
    let expired = 0;
    for (;;) {
      const ids = await this.transaction.run((store) => store.holds.expired(today, BATCH));
      for (const id of ids) {
        const hold = await this.transaction.run((store) =>
          endHold(
            store,
            id,
            'expired',
            today,
            ({ state }) => state.is === 'ready' && isExpired(state.pickUpByOn, today),
          ),
        );
        if (hold?.state.is === 'expired') expired += 1;
      }
      if (ids.length < BATCH) break;
    }
    let shelved = 0;
    const free = await this.transaction.run((store) => store.holds.freeThoughAwaited(BATCH));
    for (const copyId of free) if (await this.shelve(copyId)) shelved += 1;
    return { expired, shelved };
  }

  private shelve(copyId: CopyId): Promise<boolean> {
    return this.transaction.run(async (store) => {
      const copy = await store.lentCopies.lock(copyId);
      if (copy === null || copy.state !== 'in' || copy.stockState !== 'lendable') return false;
      const queue = await store.holds.lockQueue(copy.titleId);
      const rules = await store.rulesOf(copy.schoolId);
      const shelved = await shelveForNextHold(store, queue, copy, this.clock.today(), rules);
      if (shelved === null) return false;
      await store.holds.saveQueue(queue);
      await store.outbox.append(...(await putAside(store, copy, shelved)));
      return true;
    });
  }
}
