import type { Refusal } from '@shulian/contracts/envelope';

/** A refusal of a rule as the reason of a problem document: what the rule found are its facts. */
export const asReason = ({ code, ...facts }: { readonly code: Refusal['code'] }): Refusal => ({
  code,
  severity: 'deny',
  overridable: false,
  ...(Object.keys(facts).length === 0 ? {} : { facts }),
});
