import type { CalendarDay } from '@shulian/contracts/ids';
import type { DueTerms } from './due-date.js';
import {
  resolvePolicy,
  versionOn,
  type PolicyCase,
  type PolicyVersion,
  type ResolvedPolicy,
} from './loan-policy.js';

/** The policy of a school on a day, for one case. Versions of other scopes must not be among them. */
export const policyOn = (
  versions: readonly PolicyVersion[],
  day: CalendarDay,
  input: PolicyCase,
): ResolvedPolicy =>
  resolvePolicy(
    [true, false].flatMap(
      (ofCounty) =>
        versionOn(
          versions.filter((version) => (version.schoolId === null) === ofCounty),
          day,
        ) ?? [],
    ),
    input,
  );

/** What a due day follows from; null when the policy gives no period. */
export const dueTermsOf = (policy: ResolvedPolicy): DueTerms | null =>
  policy.loanDays === undefined
    ? null
    : {
        loanDays: policy.loanDays.value,
        endsWithTerm: policy.endsWithTerm?.value ?? false,
        whenClosed: policy.whenClosed?.value ?? 'back-before',
      };
