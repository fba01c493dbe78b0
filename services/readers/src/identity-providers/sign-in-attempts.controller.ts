import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Does } from '@shulian/service-kit';
import {
  BeginAttemptAsked,
  BegunAttemptView,
  ElsewhereSessionView,
  FinishAttemptAsked,
  OfferedProvidersView,
} from './identity-providers.http.js';
import { IdentityProviders } from './identity-providers.query.js';
import { SignInElsewhere } from './sign-in-elsewhere.use-case.js';

/** Open to who is not signed in yet. */
@Controller()
export class SignInAttemptsController {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly elsewhere: SignInElsewhere,
  ) {}

  @Get('sign-in-providers')
  @Does('sign-in-providers.list')
  @ApiOkResponse({ type: OfferedProvidersView })
  offered(): Promise<OfferedProvidersView> {
    return this.providers.offered();
  }

  @Post('sign-in-attempts')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Does('sign-in-attempts.begin')
  @ApiCreatedResponse({ type: BegunAttemptView })
  begin(@Body() input: BeginAttemptAsked): Promise<BegunAttemptView> {
    return this.elsewhere.begin(input);
  }

  @Post('sign-in-attempts/finish')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Does('sign-in-attempts.finish')
  @ApiCreatedResponse({ type: ElsewhereSessionView })
  finish(@Body() input: FinishAttemptAsked): Promise<ElsewhereSessionView> {
    return this.elsewhere.finish(input);
  }
}
