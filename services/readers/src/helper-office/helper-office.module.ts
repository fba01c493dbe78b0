import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { DecideOnHelper } from './decide-on-helper.use-case.js';
import { HelperOfficeController } from './helper-office.controller.js';
import { HelperOffice } from './helper-office.query.js';
import { ProposeHelper } from './propose-helper.use-case.js';
import { SetHelperRule } from './set-helper-rule.use-case.js';

@Module({
  imports: [SigningModule],
  controllers: [HelperOfficeController],
  providers: [HelperOffice, ProposeHelper, DecideOnHelper, SetHelperRule],
})
export class HelperOfficeModule {}
