import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  BookCornerChangedV1,
  LibraryRoomChangedV1,
  LoanTargetsSetV1,
  RoomSessionChangedV1,
  RoomVisitCountedV1,
  RoomVisitTakenBackV1,
  VisitTargetsSetV1,
} from '@shulian/contracts/circulation';
import { Clock, Digests, type Digesting } from '@shulian/service-kit';
import { KnownRoomsRepository } from './known-rooms.repository.js';
import { KnownVisitsRepository } from './known-visits.repository.js';

/** What reporting hears of rooms, of who reads in them, and of what is to be reached. */
@Controller()
export class RoomUseConsumer {
  constructor(private readonly clock: Clock) {}

  @Digests('from-circulation', LibraryRoomChangedV1)
  room(@Payload() event: LibraryRoomChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownRoomsRepository).knowRoom(event.data, this.dayOf(event), event.aggregateversion);
  }

  @Digests('from-circulation', RoomSessionChangedV1)
  session(@Payload() event: RoomSessionChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownRoomsRepository).knowSession(event.data, event.aggregateversion);
  }

  @Digests('from-circulation', RoomVisitCountedV1)
  counted(@Payload() { data }: RoomVisitCountedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownVisitsRepository).count(data);
  }

  @Digests('from-circulation', RoomVisitTakenBackV1)
  takenBack(
    @Payload() { data, aggregateversion: version }: RoomVisitTakenBackV1,
    @Ctx() { tx }: Digesting,
  ): void {
    tx.use(KnownVisitsRepository).takeBack({ ...data, version });
  }

  @Digests('from-circulation', LoanTargetsSetV1)
  loanTargets(@Payload() event: LoanTargetsSetV1, @Ctx() { tx }: Digesting): Promise<void> {
    const { data, aggregateversion: version } = event;
    return tx
      .use(KnownRoomsRepository)
      .knowTargets(data.schoolId, 'loans', data.targets, this.dayOf(event), version);
  }

  @Digests('from-circulation', VisitTargetsSetV1)
  visitTargets(@Payload() event: VisitTargetsSetV1, @Ctx() { tx }: Digesting): Promise<void> {
    const { data, aggregateversion: version } = event;
    return tx
      .use(KnownRoomsRepository)
      .knowTargets(data.schoolId, 'visits', data.targets, this.dayOf(event), version);
  }

  @Digests('from-circulation', BookCornerChangedV1)
  corner(@Payload() event: BookCornerChangedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownRoomsRepository).knowCorner(event.data, this.dayOf(event), event.aggregateversion);
  }

  /** The day in the county on which something was said that names no day itself. */
  private dayOf({ time }: { readonly time: string }) {
    return this.clock.dayOf(new Date(time));
  }
}
