import type { Scope } from '@shulian/contracts/access';

/** An integrator's client; the secret only as its SHA-256 (it has 256 bits of its own) and its first letters. */
export type ApiClient = {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Buffer;
  readonly secretPrefix: string;
  readonly scopes: readonly Scope[];
  /** Null: all schools of the county. */
  readonly schoolIds: readonly string[] | null;
};

export type ApiClientRow = {
  readonly id: string;
  readonly name: string;
  readonly secret_hash: Buffer;
  readonly secret_prefix: string;
  readonly scopes: string[];
  readonly school_ids: string[] | null;
};

export const toApiClient = (row: ApiClientRow): ApiClient => ({
  id: row.id,
  name: row.name,
  secretHash: row.secret_hash,
  secretPrefix: row.secret_prefix,
  scopes: row.scopes as Scope[],
  schoolIds: row.school_ids,
});
