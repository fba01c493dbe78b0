import { Module } from '@nestjs/common';
import { allEvents } from '@shulian/contracts';
import { readersProblems, readersWatermark } from '@shulian/contracts/readers';
import type { ServiceDefinition } from '@shulian/service-kit';
import { AccountsModule } from './accounts/accounts.module.js';
import { ApiClientsModule } from './api-clients/api-clients.module.js';
import { CardsModule } from './cards/cards.module.js';
import { ClassesModule } from './classes/classes.module.js';
import { migrations } from './database.js';
import { EnrolmentModule } from './enrolment/enrolment.module.js';
import { ownConfig } from './readers.config.js';
import { RosterImportsModule } from './roster-imports/roster-imports.module.js';
import { SchoolCalendarModule } from './school-calendar/school-calendar.module.js';
import { SchoolsModule } from './schools/schools.module.js';
import { MeModule } from './me/me.module.js';
import { SessionsModule } from './sessions/sessions.module.js';

@Module({
  imports: [
    MeModule,
    SessionsModule,
    AccountsModule,
    ApiClientsModule,
    SchoolsModule,
    SchoolCalendarModule,
    ClassesModule,
    EnrolmentModule,
    CardsModule,
    RosterImportsModule,
  ],
})
class ReadersModule {}

/** What the kit must know of this service. */
export const readersDefinition: ServiceDefinition = {
  name: 'readers',
  module: ReadersModule,
  migrations,
  events: allEvents,
  watermark: readersWatermark,
  problems: readersProblems,
  lastingSecrets: () => ({ SHULIAN_CARD_KEY: ownConfig().SHULIAN_CARD_KEY }),
  about: 'Schools, terms, calendars, classes, readers and their cards; accounts, sessions and clients.',
};
