import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  IfMatchWhereKnown,
  Once,
  pathId,
  Versioned,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { ActivatePolicy } from './activate-policy.use-case.js';
import { ExplainPolicy } from './explain-policy.use-case.js';
import {
  CaseAsked,
  PoliciesAsked,
  PolicyAsked,
  PolicyList,
  PolicyView,
  ResolvedView,
} from './policies.http.js';
import { PoliciesQuery } from './policies.query.js';

@Controller('lending-policies')
export class PoliciesController {
  constructor(
    private readonly policies: PoliciesQuery,
    private readonly activatePolicy: ActivatePolicy,
    private readonly explainPolicy: ExplainPolicy,
  ) {}

  @Get()
  @ApiOkResponse({ type: PolicyList })
  @Does('lending-policies.list')
  list(@From() caller: Caller, @Query() input: PoliciesAsked): Promise<PolicyList> {
    return this.policies.of(caller.schoolOrCounty(input.schoolId));
  }

  @Get('resolved')
  @ApiOkResponse({ type: ResolvedView })
  @Does('lending-policies.resolve')
  resolved(@From() caller: Caller, @Query() input: CaseAsked): Promise<ResolvedView> {
    return this.explainPolicy.execute(caller.schoolOrCounty(input.schoolId), input);
  }

  @Get(':id')
  @ApiOkResponse({ type: PolicyView })
  @Versioned()
  @Does('lending-policies.read')
  read(@From() caller: Caller, @Param('id') id: string): Promise<PolicyView> {
    return this.policies.one(caller, pathId(id));
  }

  @Put()
  @HttpCode(200)
  @ApiOkResponse({ type: PolicyView })
  @Versioned()
  @Does('lending-policies.change')
  activate(
    @From() caller: Caller,
    @Body() input: PolicyAsked,
    @IfMatchWhereKnown() version: number | null,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.activatePolicy.execute(caller, input, version, request);
  }
}
