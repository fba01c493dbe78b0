export const RIGHTS_ACTS = [
  'given',
  'taken-back',
  'password-reset',
  'closed',
  'opened',
  'lent',
  'lent-back',
  'second-factor-removed',
  'sign-ins-ended',
] as const;
/** What was done to the rights, or to the way in, of an account. */
export type RightsAct = (typeof RIGHTS_ACTS)[number];
