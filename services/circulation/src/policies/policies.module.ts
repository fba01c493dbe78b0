import { Module } from '@nestjs/common';
import { ActivatePolicy } from './activate-policy.use-case.js';
import { CheckPolicyRows } from './check-policy-rows.step.js';
import { ExplainPolicy } from './explain-policy.use-case.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesQuery } from './policies.query.js';

@Module({
  controllers: [PoliciesController],
  providers: [ActivatePolicy, CheckPolicyRows, ExplainPolicy, PoliciesQuery],
  exports: [CheckPolicyRows],
})
export class PoliciesModule {}
