/** Purposes of the data dictionary that this service reads for. */
export type PurposeOfRead = 'membership' | 'guardians' | 'notices' | 'sign-in' | 'activities' | 'services';

/** By what an operation is about; what it is not about is reading who somebody is. */
const purposes: readonly (readonly [start: string, purpose: PurposeOfRead])[] = [
  ['guardians.', 'guardians'],
  ['notice-', 'notices'],
  ['accounts.', 'sign-in'],
  ['helper', 'activities'],
  ['served-groups.', 'services'],
];

/** What an operation reads personal data for. */
export const purposeOf = (operation: string): PurposeOfRead =>
  purposes.find(([start]) => operation.startsWith(start))?.[1] ?? 'membership';
