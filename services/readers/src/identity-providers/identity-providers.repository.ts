import { statement, type Session } from '@shulian/service-kit';
import type { IdentityProviderView } from './identity-providers.http.js';
import type { Mapping } from './rules/claims-mapping.js';

export type IdentityProvider = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed. */
  readonly clientSecret: Buffer;
  readonly scope: string;
  readonly redirectUris: readonly string[];
  readonly mappings: readonly Mapping[];
  readonly enabled: boolean;
};

export const PROVIDER_VIEW = `select p.id, p.version, p.name, p.issuer, p.client_id as "clientId", p.scope,
    p.redirect_uris as "redirectUris", p.mappings, p.enabled,
    (select count(distinct i.account_id)::int from account_identity i where i.provider_id = p.id) as accounts
  from identity_provider p`;
const VIEW = statement('identityProviders.view', `${PROVIDER_VIEW} where p.id = $1`);
const COLUMNS = `id, version, name, issuer, client_id as "clientId", client_secret as "clientSecret", scope,
    redirect_uris as "redirectUris", mappings, enabled`;
const FIND = statement('identityProviders.find', `select ${COLUMNS} from identity_provider where id = $1`);
const LOCK = statement(
  'identityProviders.lock',
  `select ${COLUMNS} from identity_provider where id = $1 for no key update`,
);
const ADD = statement(
  'identityProviders.add',
  `insert into identity_provider (id, version, name, issuer, client_id, client_secret, scope, redirect_uris, mappings,
     enabled, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
const CHANGE = statement(
  'identityProviders.change',
  `update identity_provider set version = $2, name = $3, issuer = $4, client_id = $5, client_secret = $6, scope = $7,
     redirect_uris = $8, mappings = $9, enabled = $10 where id = $1`,
);
const LINK = statement(
  'identityProviders.link',
  `insert into account_identity (provider_id, subject, account_id, linked_at) values ($1, $2, $3, $4)
   on conflict do nothing returning 1`,
);
const LINKED = statement(
  'identityProviders.linked',
  `update account_identity set last_at = $3 where provider_id = $1 and subject = $2 returning account_id as "accountId"`,
);
const BEGIN = statement(
  'identityProviders.begin',
  `insert into sign_in_attempt (attempt_hash, provider_id, checks, redirect_uri, begun_at) values ($1, $2, $3, $4, $5)`,
);
const TAKE = statement(
  'identityProviders.take',
  `delete from sign_in_attempt where attempt_hash = $1
   returning provider_id as "providerId", checks, redirect_uri as "redirectUri", begun_at as "begunAt"`,
);
const SCHOOLS = statement(
  'identityProviders.schools',
  'select upper(code) as code, id from school where upper(code) = any($1::text[])',
);

export type Attempt = {
  readonly providerId: string;
  readonly checks: Buffer;
  readonly redirectUri: string;
  readonly begunAt: Date;
};

/** Sign-ins of districts, who is whom there, and those on their way. */
export class IdentityProvidersRepository {
  constructor(private readonly session: Session) {}

  async byId(id: string): Promise<IdentityProvider | null> {
    const [row] = await this.session.rows<IdentityProvider>(FIND, [id]);
    return row ?? null;
  }

  async locked(id: string): Promise<IdentityProvider | null> {
    const [row] = await this.session.rows<IdentityProvider>(LOCK, [id]);
    return row ?? null;
  }

  async add(provider: IdentityProvider, by: string, at: Date): Promise<void> {
    await this.session.rows(ADD, [...valuesOf(provider), by, at]);
  }

  async change(provider: IdentityProvider): Promise<void> {
    await this.session.rows(CHANGE, valuesOf(provider));
  }

  async view(id: string): Promise<IdentityProviderView> {
    const [row] = await this.session.rows<IdentityProviderView>(VIEW, [id]);
    if (row === undefined) throw new Error('a provider that is there is shown');
    return row;
  }

  /** False where the identity is linked already. */
  async link(providerId: string, subject: string, accountId: string, at: Date): Promise<boolean> {
    return (await this.session.rows(LINK, [providerId, subject, accountId, at])).length > 0;
  }

  /** Whose it is here, noted as used; locked until the end of the transaction. */
  async linked(providerId: string, subject: string, at: Date): Promise<string | null> {
    const [row] = await this.session.rows<{ accountId: string }>(LINKED, [providerId, subject, at]);
    return row?.accountId ?? null;
  }

  async beginAttempt(hash: Buffer, attempt: Attempt): Promise<void> {
    const { providerId, checks, redirectUri, begunAt } = attempt;
    await this.session.rows('delete from sign_in_attempt where begun_at < $1', [
      new Date(begunAt.getTime() - 3_600_000),
    ]);
    await this.session.rows(BEGIN, [hash, providerId, checks, redirectUri, begunAt]);
  }

  /** Once: it is gone then. */
  async takeAttempt(hash: Buffer): Promise<Attempt | null> {
    const [row] = await this.session.rows<Attempt>(TAKE, [hash]);
    return row ?? null;
  }

  /** @param codes in upper case */
  async schools(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.session.rows<{ code: string; id: string }>(SCHOOLS, [codes]);
    return new Map(rows.map(({ code, id }) => [code, id]));
  }

  async allSchools(ids: readonly string[]): Promise<boolean> {
    const rows = await this.session.rows('select 1 from school where id = any($1::uuid[])', [ids]);
    return rows.length === new Set(ids).size;
  }
}

const valuesOf = (provider: IdentityProvider): unknown[] => {
  const { id, version, name, issuer, clientId, clientSecret, scope, redirectUris, mappings, enabled } =
    provider;
  const said = JSON.stringify(mappings);
  return [id, version, name, issuer, clientId, clientSecret, scope, redirectUris, said, enabled];
};
