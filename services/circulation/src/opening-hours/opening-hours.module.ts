import { Module } from '@nestjs/common';
import { LibraryRoomsModule } from '../library-rooms/library-rooms.module.js';
import { RotationModule } from '../rotation/rotation.module.js';
import { ExceptOpening } from './except-opening.use-case.js';
import { LogOpening } from './log-opening.use-case.js';
import { MakeDutyRoster } from './make-duty-roster.use-case.js';
import { OpeningHoursController } from './opening-hours.controller.js';
import { OpeningHoursQuery } from './opening-hours.query.js';
import { RoomOpeningsController } from './room-openings.controller.js';
import { SetOpeningHours } from './set-opening-hours.use-case.js';

@Module({
  imports: [LibraryRoomsModule, RotationModule],
  controllers: [OpeningHoursController, RoomOpeningsController],
  providers: [OpeningHoursQuery, ExceptOpening, LogOpening, MakeDutyRoster, SetOpeningHours],
  exports: [OpeningHoursQuery],
})
export class OpeningHoursModule {}
