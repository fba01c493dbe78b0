import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { ApiClientsController } from './api-clients.controller.js';
import { ApiClients } from './api-clients.query.js';
import { CreateApiClient } from './create-api-client.use-case.js';
import { GiveClientToken } from './give-client-token.use-case.js';
import { KeepApiClients } from './keep-api-clients.use-case.js';

@Module({
  imports: [SigningModule],
  controllers: [ApiClientsController],
  providers: [ApiClients, CreateApiClient, GiveClientToken, KeepApiClients],
})
export class ApiClientsModule {}
