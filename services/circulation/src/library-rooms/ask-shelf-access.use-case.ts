import { Injectable } from '@nestjs/common';
import { gradeOn } from '@shulian/lending-rules/desk/grade';
import { Clock, invalid, Problem, type Caller } from '@shulian/service-kit';
import type { ShelfAccessOfReader, ShelfAccessOfReaderAsked } from './library-rooms.http.js';
import { LibraryRoomsQuery } from './library-rooms.query.js';
import { shelfAccessOn } from './rules/library-room.js';

/** A reader stands before the shelves, and may go in today or not. */
@Injectable()
export class AskShelfAccess {
  constructor(
    private readonly rooms: LibraryRoomsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 without reader or card, 404 for a room out of reach, 422 for a reader the school has not */
  async execute(caller: Caller, id: string, input: ShelfAccessOfReaderAsked): Promise<ShelfAccessOfReader> {
    if ((input.readerId === undefined) === (input.cardNumber === undefined))
      throw invalid({ pointer: '/readerId', code: 'one-of-two' });
    const { schoolId } = await this.rooms.ownRoom(caller, id);
    const reader = await this.rooms.readerAtDoor(caller, schoolId, input);
    if (reader === null) throw new Problem(422, 'reader.unknown');
    const { readerId, kind, section, entryYear } = reader;
    const today = this.clock.today();
    const grade = gradeOn(section, entryYear, today);
    const access = shelfAccessOn(await this.rooms.steps(id), { kind, grade }, today);
    return { readerId, readerKind: kind, grade, access };
  }
}
