import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaction, unknownReference, type Caller } from '@shulian/service-kit';
import type { ApiClientView, CreateApiClientAsked } from './api-clients.http.js';
import { ApiClientsRepository } from './api-clients.repository.js';

/** An integrator gets a client. Its answer is not kept for repetitions: the secret is shown once. */
@Injectable()
export class CreateApiClient {
  constructor(private readonly transaction: Transaction) {}

  async execute(caller: Caller, input: CreateApiClientAsked): Promise<ApiClientView> {
    const clientId = `sc_${randomBytes(12).toString('hex')}`;
    const clientSecret = newClientSecret();
    const schoolIds = input.schoolIds ?? null;
    await this.transaction.run(async (tx) => {
      if (schoolIds !== null && !(await tx.use(ApiClientsRepository).allExist(schoolIds)))
        throw unknownReference('/schoolIds');
      await tx.use(ApiClientsRepository).add(
        {
          id: clientId,
          name: input.name.trim(),
          secretHash: secretHash(clientSecret),
          secretPrefix: clientSecret.slice(0, 8),
          formerSecret: null,
          scopes: input.scopes,
          schoolIds,
        },
        caller.id,
        new Date(),
      );
    });
    return { clientId, clientSecret, name: input.name.trim(), scopes: input.scopes, schoolIds };
  }
}

/** 256 bits of its own. */
export const newClientSecret = (): string => `ss_${randomBytes(32).toString('base64url')}`;

export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
