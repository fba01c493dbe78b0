import type { Grant, Role } from '@shulian/contracts/access';

/** A grant as it was given. Instants are whole seconds: a token cannot end between two. */
export type HeldGrant = Grant & {
  readonly id: string;
  /** Null: since always. */
  readonly startsAt: Date | null;
  /** The instant from which it holds no more; null: it goes on. */
  readonly endsAt: Date | null;
  readonly clusterId: string | null;
  readonly postId: string | null;
  readonly givenBy: string | null;
  readonly givenAt: Date | null;
};

/** An account as it lies in the database; the password only as its hash. */
export type Account = {
  readonly id: string;
  readonly version: number;
  readonly username: string;
  readonly usernameKey: string;
  readonly passwordHash: string;
  readonly grants: readonly HeldGrant[];
  /** Since when it may not sign in; null: it may. */
  readonly disabledAt: Date | null;
};

export type AccountRow = {
  readonly id: string;
  readonly version: number;
  readonly username: string;
  readonly username_key: string;
  readonly password_hash: string;
  readonly grants: readonly GrantRow[];
  readonly disabled_at: Date | null;
};

/** Instants come as text: the grants of an account are read as one piece of JSON. */
export type GrantRow = {
  readonly id: string;
  readonly role: string;
  readonly school_id: string | null;
  readonly class_id: string | null;
  readonly reader_id: string | null;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly cluster_id: string | null;
  readonly post_id: string | null;
  readonly given_by: string | null;
  readonly given_at: string | null;
};

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const toHeldGrant = (row: GrantRow): HeldGrant => ({
  id: row.id,
  role: row.role as Role,
  ...(row.school_id === null ? {} : { schoolId: row.school_id }),
  ...(row.class_id === null ? {} : { classId: row.class_id }),
  ...(row.reader_id === null ? {} : { readerId: row.reader_id }),
  startsAt: instantOf(row.starts_at),
  endsAt: instantOf(row.ends_at),
  clusterId: row.cluster_id,
  postId: row.post_id,
  givenBy: row.given_by,
  givenAt: instantOf(row.given_at),
});

export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  version: row.version,
  username: row.username,
  usernameKey: row.username_key,
  passwordHash: row.password_hash,
  grants: row.grants.map(toHeldGrant),
  disabledAt: row.disabled_at,
});
