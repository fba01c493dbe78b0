import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  IfMatch,
  Once,
  Versioned,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { CardPolicyAsked, CardPolicyView, PolicyOfAsked } from './card-policies.http.js';
import { CardPoliciesQuery } from './card-policies.query.js';
import { SetCardPolicy } from './set-card-policy.use-case.js';

@ApiTags('card-policies')
@Controller('card-policies')
export class CardPoliciesController {
  constructor(
    private readonly policies: CardPoliciesQuery,
    private readonly setCardPolicy: SetCardPolicy,
  ) {}

  @Get()
  @Versioned()
  @Does('card-policies.read')
  @ApiOkResponse({ type: CardPolicyView })
  read(@From() caller: Caller, @Query() input: PolicyOfAsked): Promise<CardPolicyView> {
    return this.policies.of(caller.schoolFor(input.schoolId));
  }

  @Put()
  @HttpCode(200)
  @Versioned()
  @Does('card-policies.put')
  @ApiOkResponse({ type: CardPolicyView })
  put(
    @From() caller: Caller,
    @IfMatch() version: number,
    @Body() input: CardPolicyAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.setCardPolicy.execute(caller, caller.schoolFor(input.schoolId), version, input, request);
  }
}
