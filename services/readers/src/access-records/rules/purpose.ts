import type { Purpose } from '@shulian/contracts/personal-data';

/** By what an operation is about; what it is not about is reading who somebody is. */
const purposes: readonly (readonly [start: string, purpose: Purpose])[] = [
  ['guardians.', 'guardians'],
  ['accounts.', 'sign-in'],
  ['helper', 'activities'],
  ['served-groups.', 'services'],
];

/** What an operation reads personal data for. */
export const purposeOf = (operation: string): Purpose =>
  purposes.find(([start]) => operation.startsWith(start))?.[1] ?? 'membership';
