import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { SchoolNameQuery } from '../registers/school-name.query.js';
import { CollectionPoliciesQuery } from './collection-policies.query.js';
import { CollectionPolicyController } from './collection-policy.controller.js';
import { StockStandardQuery } from './stock-standard.query.js';
import { WriteCollectionPolicy } from './write-collection-policy.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [CollectionPolicyController],
  providers: [WriteCollectionPolicy, CollectionPoliciesQuery, StockStandardQuery, SchoolNameQuery],
  exports: [StockStandardQuery, CollectionPoliciesQuery],
})
export class CollectionPolicyModule {}
