import { Module } from '@nestjs/common';
import { CardPoliciesController } from './card-policies.controller.js';
import { CardPoliciesQuery } from './card-policies.query.js';
import { SetCardPolicy } from './set-card-policy.use-case.js';

@Module({
  controllers: [CardPoliciesController],
  providers: [CardPoliciesQuery, SetCardPolicy],
  exports: [CardPoliciesQuery],
})
export class CardPoliciesModule {}
