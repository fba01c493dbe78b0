import { invalid } from '@shulian/service-kit';
import { faultOfPassword } from './rules/password.js';

/** @throws Problem 400 for a password that is one of the first to be tried */
export function refuseWeak(password: string, username: string | null, pointer: string): void {
  const fault = faultOfPassword(password, username);
  if (fault !== null) throw invalid({ pointer, code: fault });
}
