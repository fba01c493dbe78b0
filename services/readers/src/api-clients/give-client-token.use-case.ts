import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Scope } from '@shulian/contracts/access';
import { Transaction } from '@shulian/service-kit';
import { TokenSigner } from '../token-signer.adapter.js';
import type { TokenView } from './api-clients.http.js';
import { secretHash } from './create-api-client.use-case.js';
import { ApiClientsRepository } from './api-clients.repository.js';

const SECONDS = 3_600;

/** RFC 6749 §5.2: why no token is given. */
export class TokenRefused extends Error {
  constructor(
    readonly status: 400 | 401,
    readonly code: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope',
  ) {
    super(code);
  }
}

/** OAuth 2.0 client credentials (RFC 6749 §4.4), with HTTP Basic or in the form. */
@Injectable()
export class GiveClientToken {
  constructor(
    private readonly transaction: Transaction,
    private readonly signer: TokenSigner,
  ) {}

  /** @throws TokenRefused */
  async execute(
    authorization: string | undefined,
    form: Readonly<Record<string, unknown>>,
  ): Promise<TokenView> {
    if (Object.values(form).some((value) => typeof value !== 'string'))
      throw new TokenRefused(400, 'invalid_request');
    if (form['grant_type'] === undefined) throw new TokenRefused(400, 'invalid_request');
    if (form['grant_type'] !== 'client_credentials') throw new TokenRefused(400, 'unsupported_grant_type');
    const { id, secret } = credentials(authorization, form as Readonly<Record<string, string>>);
    const { client, issuedAt } = await this.transaction.run(async (tx) => ({
      client: await tx.use(ApiClientsRepository).used(id, new Date()),
      issuedAt: new Date(),
    }));
    const given = secretHash(secret);
    // Compared even without a client: the time tells nothing.
    const fits = timingSafeEqual(given, client?.secretHash ?? secretHash('no client'));
    const former = client?.formerSecret ?? null;
    const fitsFormer =
      timingSafeEqual(given, former?.hash ?? secretHash('no client')) &&
      former !== null &&
      former.until > issuedAt;
    if (client === null || !(fits || fitsFormer)) throw new TokenRefused(401, 'invalid_client');

    const wanted = (form as Readonly<Record<string, string>>)['scope']?.split(' ').filter(Boolean) ?? [];
    if (!wanted.every((scope) => client.scopes.some((each) => each === scope)))
      throw new TokenRefused(400, 'invalid_scope');
    const scopes = wanted.length === 0 ? [...client.scopes] : (wanted as Scope[]);
    const claims = { sub: client.id, kind: 'client', grants: [], scopes, schools: client.schoolIds } as const;
    const access_token = await this.signer.sign(claims, issuedAt, SECONDS);
    return { access_token, token_type: 'Bearer', expires_in: SECONDS, scope: scopes.join(' ') };
  }
}

/** One way of two, never both (RFC 6749 §2.3); in Basic both halves are form-encoded. */
function credentials(
  authorization: string | undefined,
  form: Readonly<Record<string, string>>,
): { readonly id: string; readonly secret: string } {
  const [formId, formSecret] = [form['client_id'], form['client_secret']];
  if (authorization !== undefined) {
    if (formSecret !== undefined) throw new TokenRefused(400, 'invalid_request');
    const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1];
    const [, id, secret] =
      /^([^:]+):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
    if (id === undefined || secret === undefined) throw new TokenRefused(401, 'invalid_client');
    return { id: formDecoded(id), secret: formDecoded(secret) };
  }
  if (formId === undefined || formSecret === undefined) throw new TokenRefused(401, 'invalid_client');
  return { id: formId, secret: formSecret };
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new TokenRefused(401, 'invalid_client');
  }
}
