import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies.module.js';
import { PolicyTrialsController } from './policy-trials.controller.js';
import { TryPolicy } from './try-policy.use-case.js';

@Module({ imports: [PoliciesModule], controllers: [PolicyTrialsController], providers: [TryPolicy] })
export class PolicyTrialsModule {}
