import { Module } from '@nestjs/common';
import { DataDictionaryController } from './data-dictionary.controller.js';
import { PrivacyAuditsController } from './privacy-audits.controller.js';
import { PrivacyAuditsQuery } from './privacy-audits.query.js';

@Module({
  controllers: [PrivacyAuditsController, DataDictionaryController],
  providers: [PrivacyAuditsQuery],
})
export class PrivacyAuditsModule {}
