import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Does, From } from '@shulian/service-kit';
import { PolicyTrialAsked, PolicyTrialView } from './policy-trials.http.js';
import { TryPolicy } from './try-policy.use-case.js';

@ApiTags('policy-trials')
@Controller('policy-trials')
export class PolicyTrialsController {
  constructor(private readonly tryPolicy: TryPolicy) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: PolicyTrialView })
  @Does('policy-trials.run')
  run(@From() caller: Caller, @Body() input: PolicyTrialAsked): Promise<PolicyTrialView> {
    return this.tryPolicy.execute(caller.schoolFor(input.schoolId), input);
  }
}
