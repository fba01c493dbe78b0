import type { ProblemCode } from '../problems.js';
import type { ReachKind, Role, Scope } from './roles.js';

/** Who may: the roles with how far each reaches, and the scope with which a client may. A role that is not named may not. */
export type Allowed = {
  readonly roles: Readonly<Partial<Record<Role, ReachKind>>>;
  readonly scope?: Scope;
};

export type Access =
  | { readonly public: true }
  | Allowed
  /** A door that several services answer, each for what is its own. */
  | { readonly of: Readonly<Record<string, Allowed>> };

/** An operation of the public API: what it does, in both languages, who may, and what it may answer instead. */
export type OperationRow = Access & {
  readonly says: { readonly zh: string; readonly en: string };
  /** Status → codes of its own; what follows from what it takes (a body, a version, a key) is added to the document. */
  readonly problems?: Readonly<Partial<Record<number, readonly ProblemCode[]>>>;
  /** Codes of the reasons that its refusals carry. */
  readonly reasons?: readonly ProblemCode[];
  /** Its answer names readers by id; with `?include=reader` the gateway says who they are, to whom may see them. */
  readonly namesReaders?: true;
  /** It gives, lends or takes rights, or the way in: nobody can lend it to another. */
  readonly givesRights?: true;
};

/** Each feature brings its own. */
export type Operations = Readonly<Record<string, OperationRow>>;
