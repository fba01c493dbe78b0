import { Body, Controller, Get, Headers, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, Once, pathId, type Answer, type DeskRequest } from '@shulian/service-kit';
import { ActivatePolicy } from './activate-policy.use-case.js';
import { ExplainPolicy } from './explain-policy.use-case.js';
import {
  CaseAsked,
  PoliciesAsked,
  PolicyAsked,
  PolicyList,
  PolicyView,
  ResolvedView,
  versionFrom,
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
  @Does('lending-policies.read', 'Versions of the rules of the county and of a school, the newest first.')
  list(@From() caller: Caller, @Query() asked: PoliciesAsked): Promise<PolicyList> {
    return this.policies.of(caller.schoolOrCounty(asked.schoolId));
  }

  @Get('resolved')
  @ApiOkResponse({ type: ResolvedView })
  @Does(
    'lending-policies.read',
    'Which rule says what, for one kind of reader and copy at a school on a day.',
  )
  resolved(@From() caller: Caller, @Query() asked: CaseAsked): Promise<ResolvedView> {
    return this.explainPolicy.execute(caller.schoolOrCounty(asked.schoolId), asked);
  }

  @Get(':id')
  @ApiOkResponse({ type: PolicyView })
  @Does('lending-policies.read', 'One version.')
  read(@From() caller: Caller, @Param('id') id: string): Promise<PolicyView> {
    return this.policies.one(caller, pathId(id));
  }

  @Put()
  @HttpCode(200)
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'the version built on, "v<version>"; needed where the scope has one already',
  })
  @ApiOkResponse({ type: PolicyView })
  @Does('lending-policies.change', 'Puts a new version of the rules of the county or of a school in force.')
  activate(
    @From() caller: Caller,
    @Body() asked: PolicyAsked,
    @Headers('if-match') tag: string | undefined,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.activatePolicy.execute(caller, asked, versionFrom(tag), request);
  }
}
