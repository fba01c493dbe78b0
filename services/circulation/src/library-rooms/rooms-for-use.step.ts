import { unknownReference, type Tx } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { LibraryRoomsRepository } from './library-rooms.repository.js';
import type { LibraryRoom } from './rules/library-room.js';

/** Rooms of a school that somebody means to use, locked until it is done. */
export class RoomsForUse {
  constructor(
    _session: unknown,
    private readonly tx: Tx,
  ) {}

  /** @throws Problem 422 for one that the school has not, or has out of use */
  async of(
    schoolId: SchoolId,
    ids: readonly string[],
    pointer: string,
  ): Promise<ReadonlyMap<string, LibraryRoom>> {
    const rooms = await this.tx.use(LibraryRoomsRepository).locked(ids);
    const usable = new Map(
      rooms
        .filter((room) => room.schoolId === schoolId && room.retiredOn === null)
        .map((room) => [room.id, room]),
    );
    if (ids.some((id) => !usable.has(id))) throw unknownReference(pointer);
    return usable;
  }
}
