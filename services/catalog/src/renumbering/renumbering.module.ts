import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { RenumberClass } from './renumber-class.use-case.js';
import { RenumberingController } from './renumbering.controller.js';
import { RenumberingQuery } from './renumbering.query.js';
import { UndoRenumbering } from './undo-renumbering.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [RenumberingController],
  providers: [RenumberingQuery, RenumberClass, UndoRenumbering],
})
export class RenumberingModule {}
