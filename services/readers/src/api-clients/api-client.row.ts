import type { Scope } from '@shulian/contracts/access';

/** An integrator's client; the secret only as its SHA-256 (it has 256 bits of its own) and its first letters. */
export type ApiClient = {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Buffer;
  readonly secretPrefix: string;
  /** Taken beside the new one until then. */
  readonly formerSecret: { readonly hash: Buffer; readonly until: Date } | null;
  readonly scopes: readonly Scope[];
  /** Null: all schools of the county. */
  readonly schoolIds: readonly string[] | null;
};

export type ApiClientRow = {
  readonly id: string;
  readonly name: string;
  readonly secret_hash: Buffer;
  readonly secret_prefix: string;
  readonly former_secret_hash: Buffer | null;
  readonly former_secret_until: Date | null;
  readonly scopes: string[];
  readonly school_ids: string[] | null;
};

export const toApiClient = (row: ApiClientRow): ApiClient => ({
  id: row.id,
  name: row.name,
  secretHash: row.secret_hash,
  secretPrefix: row.secret_prefix,
  formerSecret:
    row.former_secret_hash === null || row.former_secret_until === null
      ? null
      : { hash: row.former_secret_hash, until: row.former_secret_until },
  scopes: row.scopes as Scope[],
  schoolIds: row.school_ids,
});

/** A client as it can be looked at: without anything of its secret. */
export type KeptClient = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly schoolIds: readonly string[] | null;
  readonly createdAt: Date;
  readonly secretGivenAt: Date;
  readonly formerSecretUntil: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

export type KeptClientRow = {
  readonly id: string;
  readonly name: string;
  readonly scopes: string[];
  readonly school_ids: string[] | null;
  readonly created_at: Date;
  readonly secret_given_at: Date;
  readonly former_secret_until: Date | null;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
};

export const toKeptClient = (row: KeptClientRow): KeptClient => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes as Scope[],
  schoolIds: row.school_ids,
  createdAt: row.created_at,
  secretGivenAt: row.secret_given_at,
  formerSecretUntil: row.former_secret_until,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
});
