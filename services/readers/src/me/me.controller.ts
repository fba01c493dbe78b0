import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Does, From } from '@shulian/service-kit';
import { ChangeOwnPassword } from './change-own-password.use-case.js';
import { ChangeOwnPasswordAsked, MeView } from './me.http.js';
import { Me } from './me.query.js';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly me: Me,
    private readonly changeOwnPassword: ChangeOwnPassword,
  ) {}

  @Get()
  @Does('me.read')
  @ApiOkResponse({ type: MeView })
  read(@From() caller: Caller): Promise<MeView> {
    return this.me.of(caller);
  }

  @Put('password')
  @HttpCode(204)
  @Does('me.change-password')
  @ApiNoContentResponse()
  changePassword(@From() caller: Caller, @Body() input: ChangeOwnPasswordAsked): Promise<void> {
    return this.changeOwnPassword.execute(caller, input);
  }
}
