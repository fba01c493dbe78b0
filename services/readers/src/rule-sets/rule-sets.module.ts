import { Module } from '@nestjs/common';
import { ConfirmReading } from './confirm-reading.use-case.js';
import { EndRules } from './end-rules.use-case.js';
import { PostRules } from './post-rules.use-case.js';
import { ReviseRules } from './revise-rules.use-case.js';
import { RuleSetsController } from './rule-sets.controller.js';
import { RuleSetsQuery } from './rule-sets.query.js';
import { RuleVersionsController } from './rule-versions.controller.js';
import { TakeDownRules } from './take-down-rules.use-case.js';
import { WithdrawVersion } from './withdraw-version.use-case.js';
import { WriteRules } from './write-rules.use-case.js';

@Module({
  controllers: [RuleSetsController, RuleVersionsController],
  providers: [
    ConfirmReading,
    EndRules,
    PostRules,
    ReviseRules,
    RuleSetsQuery,
    TakeDownRules,
    WithdrawVersion,
    WriteRules,
  ],
})
export class RuleSetsModule {}
