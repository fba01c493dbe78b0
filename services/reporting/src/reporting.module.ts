import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { activitiesWatermark } from '@shulian/contracts/activities';
import { catalogWatermark } from '@shulian/contracts/catalog';
import { circulationWatermark } from '@shulian/contracts/circulation';
import { readersWatermark } from '@shulian/contracts/readers';
import { reportingProblems } from '@shulian/contracts/reporting';
import type { ServiceDefinition } from '@shulian/service-kit';
import { projections } from './projections.config.js';
import { migrations, rooms } from './wiring.js';

/** Rooms that listen, and rooms that answer; two keep what people write in (ADR 0069). */
@Module({
  imports: [...rooms],
})
export class ReportingModule {}

/** What the kit must know to run reporting. */
export const reportingService: ServiceDefinition = {
  name: 'reporting',
  module: ReportingModule,
  migrations,
  projections,
  planByIndex: true,
  keepsFiles: true,
  events: allEvents,
  follows: [catalogWatermark, readersWatermark, circulationWatermark, activitiesWatermark],
  problems: reportingProblems,
  about:
    'Figures and reports of schools and county, made of events alone, each with the moment it is true for.',
};
