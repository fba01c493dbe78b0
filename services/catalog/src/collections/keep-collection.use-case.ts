import { Injectable } from '@nestjs/common';
import {
  conflict,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { LocationId, SchoolId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import type { CollectionAsked, CollectionChange } from './collections.http.js';
import { collectionView } from './collections.query.js';
import { COLLECTION_ONCE, CollectionsRepository } from './collections.repository.js';
import type { Collection } from './rules/collection.js';

/** The collections of a school: set up, renamed, moved, closed when empty. */
@Injectable()
export class KeepCollection {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 422 for an unknown school or place, 409 `collection.name-taken` */
  async add(input: CollectionAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    return named(
      this.oncePerKey.run(request, 201, async (tx) => {
        const collection: Collection = {
          id: newId(),
          version: 1,
          schoolId,
          kind: input.kind,
          name: input.name,
          locationId: (input.locationId ?? null) as LocationId | null,
          note: input.note ?? null,
          closed: false,
        };
        await refuseForeignPlace(tx, collection);
        await tx.use(CollectionsRepository).add(collection);
        return collectionView(tx.session, collection.id);
      }),
    );
  }

  /** @throws Problem 404 for a collection of another school, 412, 422, 409 `collection.not-empty`, `collection.name-taken` */
  change(
    id: string,
    version: number,
    input: CollectionChange,
    caller: Caller,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return named(
      this.oncePerKey.run(request, 200, async (tx) => {
        const collections = tx.use(CollectionsRepository);
        const collection = await collections.locked(id);
        if (collection === null || !caller.mayWorkAt(collection.schoolId)) throw unknownThing();
        refuseIfStale(version, collection.version);
        if (input.closed === true && (await collections.hasCopies(id)))
          throw conflict('collection.not-empty');
        const next: Collection = {
          ...collection,
          version: version + 1,
          kind: input.kind ?? collection.kind,
          name: input.name ?? collection.name,
          locationId:
            input.locationId === undefined ? collection.locationId : (input.locationId as LocationId | null),
          note: input.note === undefined ? collection.note : input.note,
          closed: input.closed ?? collection.closed,
        };
        if (next.locationId !== collection.locationId) await refuseForeignPlace(tx, next);
        await collections.change(next);
        return collectionView(tx.session, id);
      }),
    );
  }
}

const refuseForeignPlace = async (tx: Tx, { locationId, schoolId }: Collection): Promise<void> => {
  if (locationId !== null && !(await tx.use(CollectionsRepository).hasPlace(locationId, schoolId)))
    throw unknownReference('/locationId');
};

const named = async (work: Promise<Answer>): Promise<Answer> => {
  try {
    return await work;
  } catch (error) {
    throw violatedUnique(error) === COLLECTION_ONCE ? conflict('collection.name-taken') : error;
  }
};
