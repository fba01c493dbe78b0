import { expect, it } from '@jest/globals';
import { purposeOf } from './purpose.js';

it.each([
  ['readers.search', 'membership'],
  ['cards.read', 'membership'],
  ['guardians.list', 'guardians'],
  ['notice-contacts.read', 'notices'],
  ['notice-sheets.list', 'notices'],
  ['served-groups.readers', 'services'],
])('%s reads for %s', (operation, purpose) => expect(purposeOf(operation)).toBe(purpose));
