import { Module } from '@nestjs/common';
import { RightsEntriesController } from './rights-entries.controller.js';
import { RightsEntries } from './rights-entries.query.js';

@Module({ controllers: [RightsEntriesController], providers: [RightsEntries] })
export class RightsEntriesModule {}
