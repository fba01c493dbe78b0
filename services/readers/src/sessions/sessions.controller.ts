import { Body, Controller, Delete, Header, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Does, From } from '@shulian/service-kit';
import { SessionView } from '../session.http.js';
import { RefreshAsked, SignInAsked } from './sessions.http.js';
import { SignIn } from './sign-in.use-case.js';
import { SignOut } from './sign-out.use-case.js';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
  ) {}

  @Post()
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Does('sessions.create')
  @ApiCreatedResponse({ type: SessionView })
  create(
    @Body() input: SignInAsked,
    // The gateway sets it itself.
    @Headers('x-forwarded-for') address: string | undefined,
  ): Promise<SessionView> {
    return this.signIn.execute(input, address ?? '');
  }

  @Post('refresh')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Does('sessions.refresh')
  @ApiCreatedResponse({ type: SessionView })
  refresh(@Body() input: RefreshAsked): Promise<SessionView> {
    return this.signIn.refresh(input.refreshToken);
  }

  @Delete('current')
  @HttpCode(204)
  @Does('sessions.end')
  @ApiNoContentResponse()
  end(@From() caller: Caller): Promise<void> {
    return this.signOut.execute(caller);
  }
}
