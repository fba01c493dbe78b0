import { Module } from '@nestjs/common';
import { LibraryRoomsModule } from '../library-rooms/library-rooms.module.js';
import { BookSeat } from './book-seat.use-case.js';
import { BookSession } from './book-session.use-case.js';
import { CountVisits } from './count-visits.use-case.js';
import { DecideSession } from './decide-session.use-case.js';
import { RoomSessionsController } from './room-sessions.controller.js';
import { RoomSessionsQuery } from './room-sessions.query.js';
import { RoomVisitsController } from './room-visits.controller.js';
import { RoomVisitsQuery } from './room-visits.query.js';

@Module({
  imports: [LibraryRoomsModule],
  controllers: [RoomSessionsController, RoomVisitsController],
  providers: [RoomSessionsQuery, RoomVisitsQuery, BookSeat, BookSession, CountVisits, DecideSession],
})
export class RoomSessionsModule {}
