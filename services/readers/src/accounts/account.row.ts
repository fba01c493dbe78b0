import type { Grant, Role } from '@shulian/contracts/access';

/** An account as it lies in the database; the password only as its hash. */
export type Account = {
  readonly id: string;
  readonly version: number;
  readonly username: string;
  readonly usernameKey: string;
  readonly passwordHash: string;
  readonly grants: readonly Grant[];
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

export type GrantRow = {
  readonly role: string;
  readonly school_id: string | null;
  readonly class_id: string | null;
  readonly reader_id: string | null;
};

export const toGrant = (row: GrantRow): Grant => ({
  role: row.role as Role,
  ...(row.school_id === null ? {} : { schoolId: row.school_id }),
  ...(row.class_id === null ? {} : { classId: row.class_id }),
  ...(row.reader_id === null ? {} : { readerId: row.reader_id }),
});

export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  version: row.version,
  username: row.username,
  usernameKey: row.username_key,
  passwordHash: row.password_hash,
  grants: row.grants.map(toGrant),
  disabledAt: row.disabled_at,
});
