import { Module } from '@nestjs/common';
import { IdentityProviderClient } from '../identity-provider.adapter.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { IdentityProvidersController } from './identity-providers.controller.js';
import { IdentityProviders } from './identity-providers.query.js';
import { KeepProviders } from './keep-providers.use-case.js';
import { SignInAttemptsController } from './sign-in-attempts.controller.js';
import { SignInElsewhere } from './sign-in-elsewhere.use-case.js';

@Module({
  imports: [SessionsModule, SigningModule],
  controllers: [IdentityProvidersController, SignInAttemptsController],
  providers: [
    IdentityProviders,
    KeepProviders,
    SignInElsewhere,
    { provide: IdentityProviderClient, useFactory: () => new IdentityProviderClient() },
  ],
})
export class IdentityProvidersModule {}
