import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import { wallTimeAt } from '@shulian/lending-rules/policy/lending-windows';
import { Clock, conflict, Database, denied, invalid, newId, OncePerKey, Problem, unknownReference, unknownThing, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit'; // prettier-ignore
import { LibraryRoomsQuery } from '../library-rooms/library-rooms.query.js';
import { LibraryRoomsRepository } from '../library-rooms/library-rooms.repository.js';
import type { SeatBookingAsked } from './room-visits.http.js';
import { RoomVisitsQuery } from './room-visits.query.js';
import { RoomVisitsRepository } from './room-visits.repository.js';
import { freeSeat } from './rules/session.js';

/** A seat or terminal for a time; as many as the room has, however many ask at once (CIR-044). */
@Injectable()
export class BookSeat {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly rooms: LibraryRoomsQuery,
    private readonly visits: RoomVisitsQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** @throws Problem 400, 403 for a reader out of reach, 409 `seat-booking.full`, `.seat-taken`, `.reader-busy`, `.no-seats`, `.past`, 422 */
  async execute(caller: Caller, input: SeatBookingAsked, request: DeskRequest | null): Promise<Answer> {
    const { on, from, to, roomId } = input;
    if (from >= to) throw invalid({ pointer: '/to', code: 'before-from' });
    if ((input.readerId === undefined) === (input.cardNumber === undefined)) throw invalid({ pointer: '/readerId', code: 'one-of-two' }); // prettier-ignore
    const today = this.clock.today();
    if (on < today || (on === today && to <= wallTimeAt(this.clock.instant(), this.clock.zone).time)) throw conflict('seat-booking.past'); // prettier-ignore
    return this.oncePerKey.run(request, 201, async (tx) => {
      const [room] = await tx.use(LibraryRoomsRepository).locked([roomId]);
      if (room === undefined || room.retiredOn !== null) throw unknownReference('/roomId');
      const who = { ...(input.readerId === undefined ? {} : { readerId: input.readerId }), ...(input.cardNumber === undefined ? {} : { cardNumber: input.cardNumber }) }; // prettier-ignore
      const reader = await this.rooms.readerAtDoor(caller, room.schoolId, who, tx.session);
      if (reader === null) throw new Problem(422, 'reader.unknown');
      if (!reachesReader(caller.reach, reader)) throw denied();
      if (room.seats === null) throw conflict('seat-booking.no-seats');
      const seats = tx.use(RoomVisitsRepository);
      if (await seats.isSeated(reader.readerId, on, from, to)) throw conflict('seat-booking.reader-busy');
      const wanted = input.seat ?? null;
      const seat = freeSeat(room.seats, await seats.seatsTaken(roomId, on), { from, to, seat: wanted });
      if (seat === null) throw conflict(wanted === null ? 'seat-booking.full' : 'seat-booking.seat-taken');
      const id = newId();
      await seats.bookSeat({ id, schoolId: room.schoolId, roomId, seat, on, from, to }, reader, caller.id);
      return this.visits.seat(id, tx.session);
    });
  }

  /** @throws Problem 404 */
  cancel(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const seats = tx.use(RoomVisitsRepository);
      const booking = await seats.lockedSeat(id);
      if (booking === null || !reachesReader(caller.reach, booking)) throw unknownThing();
      await seats.giveBack(id, this.clock.now());
      return this.visits.seat(id, tx.session);
    });
  }
}
