import { Module } from '@nestjs/common';
import { PersonalFieldsController } from './personal-fields.controller.js';
import { PrivacyAuditsController } from './privacy-audits.controller.js';
import { PrivacyAuditsQuery } from './privacy-audits.query.js';

@Module({
  controllers: [PrivacyAuditsController, PersonalFieldsController],
  providers: [PrivacyAuditsQuery],
})
export class PrivacyAuditsModule {}
