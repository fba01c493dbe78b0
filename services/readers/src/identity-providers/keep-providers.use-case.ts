import { Injectable } from '@nestjs/common';
import {
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { isSafeIssuer } from '../identity-provider.adapter.js';
import { refuse } from '../refuse.adapter.js';
import { sealed } from '../sealing.adapter.js';
import type {
  IdentityProviderAsked,
  IdentityProviderChangeAsked,
  LinkAsked,
  LinkView,
  ClaimMappingAsked,
} from './identity-providers.http.js';
import { IdentityProvidersRepository, type IdentityProvider } from './identity-providers.repository.js';
import { faultOfMapping, type Mapping } from './rules/claims-mapping.js';

const PURPOSE = 'secrets at identity providers';

/** Sign-ins of districts. What a mapping gives is given anew at each sign-in. */
@Injectable()
export class KeepProviders {
  constructor(private readonly once: OncePerKey) {}

  /** @throws Problem 400 for an address without TLS or a mapping without a place, 422, 409 */
  create(caller: Caller, input: IdentityProviderAsked, request: DeskRequest | null): Promise<Answer> {
    const provider: IdentityProvider = {
      id: newId(),
      version: 1,
      name: input.name,
      issuer: input.issuer,
      clientId: input.clientId,
      clientSecret: sealed(PURPOSE, Buffer.from(input.clientSecret)),
      scope: input.scope ?? 'openid profile',
      redirectUris: input.redirectUris,
      mappings: input.mappings.map(toMapping),
      enabled: true,
    };
    refuseFaults(provider);
    return nameOnce(() =>
      this.once.run(request, 201, async (tx) => {
        await refuseUnknownSchools(tx, provider);
        await tx.use(IdentityProvidersRepository).add(provider, caller.id, new Date());
        return tx.use(IdentityProvidersRepository).view(provider.id);
      }),
    );
  }

  /** @throws Problem 400, 404, 412, 422, 409 */
  change(
    id: string,
    version: number,
    input: IdentityProviderChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return nameOnce(() =>
      this.once.run(request, 200, async (tx) => {
        const before = await tx.use(IdentityProvidersRepository).locked(id);
        if (before === null) throw unknownThing();
        refuseIfStale(version, before.version);
        const provider: IdentityProvider = {
          ...before,
          version: before.version + 1,
          name: input.name ?? before.name,
          issuer: input.issuer ?? before.issuer,
          clientId: input.clientId ?? before.clientId,
          clientSecret:
            input.clientSecret == null
              ? before.clientSecret
              : sealed(PURPOSE, Buffer.from(input.clientSecret)),
          scope: input.scope ?? before.scope,
          redirectUris: input.redirectUris ?? before.redirectUris,
          mappings: input.mappings?.map(toMapping) ?? before.mappings,
          enabled: input.enabled ?? before.enabled,
        };
        refuseFaults(provider);
        await refuseUnknownSchools(tx, provider);
        await tx.use(IdentityProvidersRepository).change(provider);
        return tx.use(IdentityProvidersRepository).view(id);
      }),
    );
  }

  /** @throws Problem 404, 422 for an account that is not there; Refused `account.own`, `identity.already-linked` */
  link(caller: Caller, id: string, input: LinkAsked, request: DeskRequest | null): Promise<Answer> {
    const { subject, accountId } = input;
    if (accountId === caller.id) throw refuse('account.own');
    return this.once.run(request, 201, async (tx): Promise<LinkView> => {
      if ((await tx.use(IdentityProvidersRepository).locked(id)) === null) throw unknownThing();
      if ((await tx.use(AccountsRepository).kept(accountId)) === null) throw unknownReference('/accountId');
      if (!(await tx.use(IdentityProvidersRepository).link(id, subject, accountId, new Date())))
        throw refuse('identity.already-linked');
      return { subject, accountId };
    });
  }
}

const toMapping = ({ claim, value, role, schoolId, schoolClaim }: ClaimMappingAsked): Mapping => ({
  claim,
  value,
  role,
  schoolId: schoolId ?? null,
  schoolClaim: schoolClaim ?? null,
});

function refuseFaults({ issuer, redirectUris, mappings }: IdentityProvider): void {
  const faults = [
    ...(isSafeIssuer(issuer) ? [] : [{ pointer: '/issuer', code: 'unsafe' }]),
    ...redirectUris.flatMap((uri, n) =>
      isSafeIssuer(uri) ? [] : [{ pointer: `/redirectUris/${String(n)}`, code: 'unsafe' }],
    ),
    ...mappings.flatMap((mapping, n) => {
      const fault = faultOfMapping(mapping);
      return fault === null ? [] : [{ pointer: `/mappings/${String(n)}`, code: fault }];
    }),
  ];
  if (faults.length > 0) throw invalid(...faults);
}

async function refuseUnknownSchools(tx: Tx, { mappings }: IdentityProvider): Promise<void> {
  const named = mappings.flatMap(({ schoolId }) => schoolId ?? []);
  if (!(await tx.use(IdentityProvidersRepository).allSchools(named))) throw unknownReference('/mappings');
}

async function nameOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedUnique(error) === 'identity_provider_name') throw conflict('identity-provider.name-taken');
    throw error;
  }
}
