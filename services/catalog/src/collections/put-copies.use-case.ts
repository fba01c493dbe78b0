import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, Refused, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { asReason } from '../accession/reason.http.js';
import type { CollectionChangeAsked } from './collections.http.js';
import { CollectionChangesRepository } from './collection-changes.repository.js';
import { changeView } from './collections.query.js';
import { planPut } from './plan-put.step.js';

/** Puts copies into a collection, or takes them out: all of them, or none. */
@Injectable()
export class PutCopies {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a collection that the school has not, 409 with the reasons */
  execute(
    input: CollectionChangeAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx) => {
      const { to, changing, refusals } = await planPut(tx, input, schoolId);
      const [first] = refusals;
      if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));
      const toId = to?.id ?? null;
      const id = newId();
      const changes = tx.use(CollectionChangesRepository);
      await changes.put(changing.map(({ copyId }) => ({ copyId, toId })));
      await changes.add({ id, schoolId, toId, by, at: this.clock.now() }, changing);
      return changeView(tx.session, id);
    });
  }
}
