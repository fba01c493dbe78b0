import { Module } from '@nestjs/common';
import { ActivatePolicy } from './activate-policy.use-case.js';
import { CheckPolicyRows } from './check-policy-rows.step.js';
import { ExplainPolicy } from './explain-policy.use-case.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesQuery } from './policies.query.js';
import { PolicyTrialsController } from './policy-trials.controller.js';
import { TryPolicy } from './try-policy.use-case.js';

@Module({
  controllers: [PoliciesController, PolicyTrialsController],
  providers: [ActivatePolicy, CheckPolicyRows, ExplainPolicy, PoliciesQuery, TryPolicy],
})
export class PoliciesModule {}
