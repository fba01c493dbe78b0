import { Module } from '@nestjs/common';
import { CloseCompensations } from './close-compensations.use-case.js';
import { CompensationAccountController } from './compensations.controller.js';
import { CompensationsQuery } from './compensations.query.js';
import { ReplaceLostCopy } from './replace-lost-copy.use-case.js';

@Module({
  controllers: [CompensationAccountController],
  providers: [CompensationsQuery, CloseCompensations, ReplaceLostCopy],
})
export class CompensationsModule {}
