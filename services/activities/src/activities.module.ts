import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { activitiesProblems, activitiesWatermark } from '@shulian/contracts/activities';
import { catalogWatermark } from '@shulian/contracts/catalog';
import { circulationWatermark } from '@shulian/contracts/circulation';
import { readersWatermark } from '@shulian/contracts/readers';
import type { ServiceDefinition } from '@shulian/service-kit';
import { migrations, rooms, tables } from './wiring.js';

/** The rooms of reading life. */
@Module({ imports: [...rooms] })
export class ActivitiesModule {}

/** What the kit must know to run activities. */
export const activitiesService: ServiceDefinition = {
  name: 'activities',
  module: ActivitiesModule,
  entities: tables,
  migrations,
  keepsFiles: true,
  events: allEvents,
  watermark: activitiesWatermark,
  follows: [catalogWatermark, readersWatermark, circulationWatermark],
  problems: activitiesProblems,
  about:
    'Reading life: reading notes, recommendations, stars and other awards, campaigns, votes, boards, and logbooks.',
};
