import { Module } from '@nestjs/common';
import { EnterInspection } from './enter-inspection.use-case.js';
import { InspectionsController } from './inspections.controller.js';
import { InspectionsQuery } from './inspections.query.js';
import { RemoveInspection } from './remove-inspection.use-case.js';

@Module({
  controllers: [InspectionsController],
  providers: [InspectionsQuery, EnterInspection, RemoveInspection],
})
export class InspectionsModule {}
