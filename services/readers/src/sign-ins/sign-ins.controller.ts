import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, pathId } from '@shulian/service-kit';
import { EndSignIn } from './end-sign-in.use-case.js';
import { SignInsView } from './sign-ins.http.js';
import { SignIns } from './sign-ins.query.js';

@Controller()
export class SignInsController {
  constructor(
    private readonly signIns: SignIns,
    private readonly end: EndSignIn,
  ) {}

  @Get('me/sign-ins')
  @Does('me.list-sign-ins')
  @ApiOkResponse({ type: SignInsView })
  own(@From() caller: Caller): Promise<SignInsView> {
    return this.signIns.own(caller);
  }

  @Delete('me/sign-ins/:id')
  @HttpCode(204)
  @Does('me.end-sign-in')
  @ApiNoContentResponse()
  endOwn(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.end.own(caller, pathId(id));
  }

  @Get('accounts/:id/sign-ins')
  @Does('accounts.list-sign-ins')
  @ApiOkResponse({ type: SignInsView })
  ofAccount(@From() caller: Caller, @Param('id') id: string): Promise<SignInsView> {
    return this.signIns.ofAccount(caller, pathId(id));
  }

  @Delete('accounts/:id/sign-ins')
  @HttpCode(204)
  @Does('accounts.end-sign-ins')
  @ApiNoContentResponse()
  endAll(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.end.allOf(caller, pathId(id));
  }
}
