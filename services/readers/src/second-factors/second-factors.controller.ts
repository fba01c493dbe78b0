import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, pathId } from '@shulian/service-kit';
import { KeepSecondFactor } from './keep-second-factor.use-case.js';
import {
  BeginSecondFactorAsked,
  BegunSecondFactorView,
  RecoveryCodesView,
  SecondFactorCodeAsked,
  SecondFactorView,
} from './second-factors.http.js';

@Controller()
export class SecondFactorsController {
  constructor(private readonly keep: KeepSecondFactor) {}

  @Get('me/second-factor')
  @Does('me.read-second-factor')
  @ApiOkResponse({ type: SecondFactorView })
  own(@From() caller: Caller): Promise<SecondFactorView> {
    return this.keep.own(caller);
  }

  @Post('me/second-factor')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Does('me.begin-second-factor')
  @ApiCreatedResponse({ type: BegunSecondFactorView })
  begin(
    @From() caller: Caller,
    @Body() { currentPassword }: BeginSecondFactorAsked,
  ): Promise<BegunSecondFactorView> {
    return this.keep.begin(caller, currentPassword);
  }

  @Post('me/second-factor/confirmation')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Does('me.confirm-second-factor')
  @ApiOkResponse({ type: RecoveryCodesView })
  confirm(@From() caller: Caller, @Body() { code }: SecondFactorCodeAsked): Promise<RecoveryCodesView> {
    return this.keep.confirm(caller, code);
  }

  @Post('me/second-factor/removal')
  @HttpCode(204)
  @Does('me.end-second-factor')
  @ApiNoContentResponse()
  end(@From() caller: Caller, @Body() { code }: SecondFactorCodeAsked): Promise<void> {
    return this.keep.end(caller, code);
  }

  @Delete('accounts/:id/second-factor')
  @HttpCode(204)
  @Does('accounts.remove-second-factor')
  @ApiNoContentResponse()
  removeFrom(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keep.removeFrom(caller, pathId(id));
  }
}
