import { Injectable } from '@nestjs/common';
import { wallTimeAt } from '@shulian/lending-rules/policy/lending-windows';
import { Clock, conflict, Database, invalid, newId, OncePerKey, Transaction, unknownThing, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit'; // prettier-ignore
import { LibraryRoomsQuery } from '../library-rooms/library-rooms.query.js';
import { OpeningHoursQuery } from './opening-hours.query.js';
import { OpeningHoursRepository, type KnownOpening } from './opening-hours.repository.js';
import type { RoomClosingAsked, RoomOpeningAsked } from './room-openings.http.js';

/** A room was opened, and closed again: what was really kept of the hours (CIR-051). */
@Injectable()
export class LogOpening {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly transaction: Transaction,
    private readonly rooms: LibraryRoomsQuery,
    private readonly hours: OpeningHoursQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** @throws Problem 404 for a room out of reach, 409 `room-opening.open-already`, `room-opening.in-the-future` */
  async execute(caller: Caller, input: RoomOpeningAsked, request: DeskRequest | null): Promise<Answer> {
    const { schoolId } = await this.rooms.ownRoom(caller, input.roomId, this.database);
    const on = input.on ?? this.clock.today();
    const openedAt = input.at ?? this.time();
    this.refuseFuture(on, openedAt);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const id = newId();
      const { roomId } = input;
      if (!(await tx.use(OpeningHoursRepository).open({ id, schoolId, roomId, on, openedAt }, caller.id)))
        throw conflict('room-opening.open-already');
      return this.hours.opening(id, tx.session);
    });
  }

  /** @throws Problem 400 for a time before it was opened, 404, 409 `room-opening.closed-already`, `room-opening.in-the-future` */
  close(caller: Caller, id: string, input: RoomClosingAsked, request: DeskRequest | null): Promise<Answer> {
    const at = input.at ?? this.time();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const opening = await this.own(caller, id, tx);
      if (opening.closedAt !== null) throw conflict('room-opening.closed-already');
      this.refuseFuture(opening.on, at);
      if (at < opening.openedAt) throw invalid({ pointer: '/at', code: 'before-opening' });
      await tx.use(OpeningHoursRepository).close(id, at);
      return this.hours.opening(id, tx.session);
    });
  }

  /** @throws Problem 404 */
  async takeBack(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await this.own(caller, id, tx);
      await tx.use(OpeningHoursRepository).removeOpening(id);
    });
  }

  private async own(caller: Caller, id: string, tx: Tx): Promise<KnownOpening> {
    const opening = await tx.use(OpeningHoursRepository).lockedOpening(id);
    if (opening === null || !caller.mayWorkAt(opening.schoolId)) throw unknownThing();
    return opening;
  }

  private time(): string {
    return wallTimeAt(this.clock.instant(), this.clock.zone).time;
  }

  private refuseFuture(on: string, at: string): void {
    const today = this.clock.today();
    if (on > today || (on === today && at > this.time())) throw conflict('room-opening.in-the-future');
  }
}
