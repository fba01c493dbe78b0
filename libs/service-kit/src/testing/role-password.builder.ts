/** Roles belong to the whole cluster, and all suites of a run share it: one that gave a role another password would lock the others out. */
export const ROLE_PASSWORD = 'for-tests-only';
