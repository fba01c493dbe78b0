import { Module } from '@nestjs/common';
import { AcknowledgeRotation } from './acknowledge-rotation.use-case.js';
import { BeginTimetable } from './begin-timetable.use-case.js';
import { ChangeSlotForADay } from './change-slot-for-a-day.use-case.js';
import { ChangeTimetable } from './change-timetable.use-case.js';
import { GenerateSlots } from './generate-slots.use-case.js';
import { PlaceSlot } from './place-slot.use-case.js';
import { PublishTimetable } from './publish-timetable.use-case.js';
import { RotationSlotsController } from './rotation-slots.controller.js';
import { RotationController } from './rotation.controller.js';
import { RotationQuery } from './rotation.query.js';
import { SetBellSchedule } from './set-bell-schedule.use-case.js';

@Module({
  controllers: [RotationController, RotationSlotsController],
  providers: [
    RotationQuery,
    AcknowledgeRotation,
    BeginTimetable,
    ChangeSlotForADay,
    ChangeTimetable,
    GenerateSlots,
    PlaceSlot,
    PublishTimetable,
    SetBellSchedule,
  ],
  exports: [RotationQuery],
})
export class RotationModule {}
