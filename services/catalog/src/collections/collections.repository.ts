import { In } from 'typeorm';
import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { collectionTable } from './collection.row.js';
import type { Collection } from './rules/collection.js';

/** The unique index that a second collection of a name runs into. */
export const COLLECTION_ONCE = 'collection_once';

const HAS_COPIES = statement(
  'collections.hasCopies',
  `select exists (select from collection_copy k join copy c on c.id = k.copy_id
     where k.collection_id = $1 and c.stock_state <> 'withdrawn') as filled`,
);
const HAS_PLACE = statement(
  'collections.hasPlace',
  'select exists (select from location where id = $1 and school_id = $2 and not closed) as here',
);

/** The collections of schools. */
export class CollectionsRepository {
  constructor(private readonly session: Session) {}

  async add(collection: Collection): Promise<void> {
    await this.session.manager.insert(collectionTable, collection);
  }

  /** Locked to the end of the transaction: nothing is put into it meanwhile. */
  locked(id: string): Promise<Collection | null> {
    return this.session.manager.findOne(collectionTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** A collection that copies are put into: it is neither closed nor changed before the transaction ends. */
  held(id: string): Promise<Collection | null> {
    return this.session.manager.findOne(collectionTable, {
      where: { id },
      lock: { mode: 'pessimistic_read' },
    });
  }

  /** Held likewise, in the order of their ids. */
  heldAll(ids: readonly string[]): Promise<Collection[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : this.session.manager.find(collectionTable, {
          where: { id: In([...ids]) },
          order: { id: 'asc' },
          lock: { mode: 'pessimistic_read' },
        });
  }

  async change(collection: Collection): Promise<void> {
    await this.session.manager.update(collectionTable, { id: collection.id }, collection);
  }

  async hasCopies(id: string): Promise<boolean> {
    const [row] = await this.session.rows<{ filled: boolean }>(HAS_COPIES, [id]);
    return row?.filled === true;
  }

  async hasPlace(locationId: string, schoolId: SchoolId): Promise<boolean> {
    const [row] = await this.session.rows<{ here: boolean }>(HAS_PLACE, [locationId, schoolId]);
    return row?.here === true;
  }
}
