import { Module } from '@nestjs/common';
import { CareRulesController } from './care-rules.controller.js';
import { CareRulesQuery } from './care-rules.query.js';
import { WriteCareRules } from './write-care-rules.use-case.js';

@Module({
  controllers: [CareRulesController],
  providers: [CareRulesQuery, WriteCareRules],
})
export class BookCareModule {}
