import { Module } from '@nestjs/common';
import { ChangeClearance } from './change-clearance.use-case.js';
import { ClearanceController } from './clearance.controller.js';
import { ClearanceQuery } from './clearance.query.js';
import { OpenClearances } from './open-clearances.use-case.js';
import { RemoveClearance } from './remove-clearance.use-case.js';

@Module({
  controllers: [ClearanceController],
  providers: [ClearanceQuery, OpenClearances, ChangeClearance, RemoveClearance],
})
export class ClearanceModule {}
