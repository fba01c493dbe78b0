import { Module } from '@nestjs/common';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { AllocationSchemesController } from './allocation-schemes.controller.js';
import { AllocationSchemesQuery } from './allocation-schemes.query.js';
import { WriteAllocationScheme } from './write-allocation-scheme.use-case.js';

@Module({
  controllers: [AllocationSchemesController],
  providers: [WriteAllocationScheme, AllocationSchemesQuery, SchoolNameQuery],
})
export class AllocationSchemesModule {}
