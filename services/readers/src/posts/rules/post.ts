/** Roles of which a post may name some operations. */
export const POST_ROLES = ['school-head', 'librarian', 'teacher'] as const;
export type PostRole = (typeof POST_ROLES)[number];

/** As many as fit into a token beside other grants: their names together. */
export const MOST_OPERATIONS = 60;
export const MOST_LETTERS = 1_100;

/** A post (岗位): what is asked of who holds it, and what it gives. */
export type Post = {
  readonly id: string;
  readonly version: number;
  /** Null: of the county, for every school. */
  readonly schoolId: string | null;
  readonly name: string;
  readonly role: PostRole;
  readonly responsibilities: string;
  /** Operations or groups of them, in order. */
  readonly operations: readonly string[];
};
