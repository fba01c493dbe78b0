import { Injectable } from '@nestjs/common';
import { Clock, conflict, Database, refuseIfStale, Transaction, unknownReference, unknownThing, type Caller } from '@shulian/service-kit'; // prettier-ignore
import { libraryRoomChanged } from './library-room.events.js';
import { LibraryRoomsQuery } from './library-rooms.query.js';
import type { LibraryRoomChange, LibraryRoomView } from './library-rooms.http.js';
import { LibraryRoomsRepository } from './library-rooms.repository.js';

/** What null empties; of all else it says nothing. */
const EMPTIED: ReadonlySet<string> = new Set([
  'place',
  'campus',
  'department',
  'seats',
  'alternativeId',
  'alternativeNote',
]);

/** A room is called or used otherwise, or goes out of use. */
@Injectable()
export class ChangeLibraryRoom {
  constructor(
    private readonly transaction: Transaction,
    private readonly rooms: LibraryRoomsQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** @throws Problem 404 out of reach, 409 `library-room.name-taken`, 412, 422 for an alternative that is not there */
  async execute(
    caller: Caller,
    id: string,
    input: LibraryRoomChange,
    version: number,
  ): Promise<LibraryRoomView> {
    const { schoolId } = await this.rooms.ownRoom(caller, id, this.database);
    return this.transaction.run(async (tx) => {
      const rooms = tx.use(LibraryRoomsRepository);
      const all = await rooms.lockedOfSchool(schoolId);
      const room = all.find((each) => each.id === id);
      if (room === undefined) throw unknownThing();
      refuseIfStale(version, room.version);
      const { retired, ...asked } = input;
      const said = Object.fromEntries(
        Object.entries(asked).filter(
          ([key, value]) => value !== undefined && (value !== null || EMPTIED.has(key)),
        ),
      );
      const retiredOn =
        (retired ?? null) === null ? room.retiredOn : retired ? (room.retiredOn ?? this.clock.today()) : null;
      const changed = { ...room, ...said, retiredOn, version: room.version + 1 };
      const others = all.filter((each) => each.id !== id && each.retiredOn === null);
      if (retiredOn === null && others.some(({ name }) => name === changed.name))
        throw conflict('library-room.name-taken');
      if (
        input.alternativeId !== undefined &&
        input.alternativeId !== null &&
        !others.some((each) => each.id === input.alternativeId)
      )
        throw unknownReference('/alternativeId');
      await rooms.save(changed);
      await tx.outbox.append(libraryRoomChanged(changed));
      return rooms.view(id);
    });
  }
}
