import { Injectable } from '@nestjs/common';
import { conflict, newId, OncePerKey, unknownReference, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit'; // prettier-ignore
import { libraryRoomChanged } from './library-room.events.js';
import type { LibraryRoomAsked } from './library-rooms.http.js';
import { LibraryRoomsRepository } from './library-rooms.repository.js';
import type { LibraryRoom } from './rules/library-room.js';

/** The library of a school has a room more. */
@Injectable()
export class AddLibraryRoom {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 409 `library-room.name-taken`, 422 for a school or an alternative that is not there */
  execute(caller: Caller, input: LibraryRoomAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const rooms = tx.use(LibraryRoomsRepository);
      if (!(await rooms.isKnownSchool(schoolId))) throw unknownReference('/schoolId');
      const inUse = (await rooms.lockedOfSchool(schoolId)).filter(({ retiredOn }) => retiredOn === null);
      if (inUse.some(({ name }) => name === input.name)) throw conflict('library-room.name-taken');
      const alternativeId = input.alternativeId ?? null;
      if (alternativeId !== null && !inUse.some((room) => room.id === alternativeId))
        throw unknownReference('/alternativeId');
      const room: LibraryRoom = {
        id: newId(),
        schoolId,
        name: input.name,
        purposes: input.purposes,
        place: input.place ?? null,
        campus: input.campus ?? null,
        department: input.department ?? null,
        seats: input.seats ?? null,
        classesAtOnce: input.classesAtOnce,
        allDay: input.allDay,
        alternativeId,
        alternativeNote: input.alternativeNote ?? null,
        retiredOn: null,
        version: 1,
      };
      await rooms.save(room);
      await tx.outbox.append(libraryRoomChanged(room));
      return rooms.view(room.id);
    });
  }
}
