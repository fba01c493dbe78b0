import { invalid } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { RegisterAsked } from './registers.http.js';

/**
 * School, first day, last day and period, as every book takes them.
 * @throws Problem 400 for days and a period at once: which of them is meant?
 */
export const stretchAsked = ({ from, to, period }: RegisterAsked, schoolId: SchoolId): readonly unknown[] => {
  if (period !== undefined && (from !== undefined || to !== undefined))
    throw invalid({ pointer: '?period', code: 'not-with-days' });
  return [schoolId, from ?? null, to ?? null, period ?? null];
};
