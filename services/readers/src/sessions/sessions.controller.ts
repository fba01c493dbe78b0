import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Does } from '@shulian/service-kit';
import { RefreshAsked, SessionView, SignInAsked } from './sessions.http.js';
import { SignIn } from './sign-in.use-case.js';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(private readonly signIn: SignIn) {}

  @Post()
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Does('sessions.create', 'Signs in with name and password.')
  @ApiCreatedResponse({ type: SessionView })
  create(@Body() asked: SignInAsked): Promise<SessionView> {
    return this.signIn.execute(asked);
  }

  @Post('refresh')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Does('sessions.refresh', 'New tokens for a refresh token, which is used up by it.')
  @ApiCreatedResponse({ type: SessionView })
  refresh(@Body() asked: RefreshAsked): Promise<SessionView> {
    return this.signIn.refresh(asked.refreshToken);
  }
}
