import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { AddLocation } from './add-location.use-case.js';
import { AssignClasses } from './assign-classes.use-case.js';
import { ChangeLocation } from './change-location.use-case.js';
import { CopyMovesController } from './copy-moves.controller.js';
import { CopyMovesQuery } from './copy-moves.query.js';
import { LocationsController } from './locations.controller.js';
import { LocationsQuery } from './locations.query.js';
import { MoveCopies } from './move-copies.use-case.js';
import { PreviewMove } from './preview-move.use-case.js';
import { ShelfRangesController } from './shelf-ranges.controller.js';
import { ShelfRangesQuery } from './shelf-ranges.query.js';
import { CarryOutStep } from './carry-out-step.use-case.js';
import { PlanShelfShift } from './plan-shelf-shift.use-case.js';
import { ShelfShiftsController } from './shelf-shifts.controller.js';
import { ShelfShiftsQuery } from './shelf-shifts.query.js';
import { UndoMove } from './undo-move.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [LocationsController, CopyMovesController, ShelfRangesController, ShelfShiftsController],
  providers: [
    AssignClasses,
    ShelfRangesQuery,
    AddLocation,
    ChangeLocation,
    LocationsQuery,
    CopyMovesQuery,
    PreviewMove,
    MoveCopies,
    UndoMove,
    ShelfShiftsQuery,
    PlanShelfShift,
    CarryOutStep,
  ],
})
export class LocationsModule {}
