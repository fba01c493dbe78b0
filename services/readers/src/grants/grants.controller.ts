import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  Once,
  pathId,
  Versioned,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { GrantView } from '../grant.http.js';
import { EndGrant } from './end-grant.use-case.js';
import { GiveGrant } from './give-grant.use-case.js';
import { GrantedAccountView } from './grants.http.js';

@Controller()
export class GrantsController {
  constructor(
    private readonly giveGrant: GiveGrant,
    private readonly endGrant: EndGrant,
  ) {}

  @Post('accounts/:id/grants')
  @HttpCode(201)
  @Versioned()
  @Does('grants.give')
  @ApiCreatedResponse({ type: GrantedAccountView })
  give(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: GrantView,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.giveGrant.execute(caller, pathId(id), input, request);
  }

  @Delete('grants/:id')
  @HttpCode(204)
  @Does('grants.end')
  @ApiNoContentResponse()
  end(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.endGrant.execute(caller, pathId(id));
  }
}
