import { faultOfExternalId } from '@shulian/contracts/external-id';
import { invalid, Problem, violatedUnique } from '@shulian/service-kit';
import { refuse } from './refuse.adapter.js';

/** @throws Problem 400 for what is no id, 422 `external-id.looks-personal` */
export function checkedExternalId(text: string): string {
  const fault = faultOfExternalId(text);
  if (fault === 'malformed') throw invalid({ pointer: '/externalId', code: fault });
  if (fault === 'looks-personal') throw new Problem(422, 'external-id.looks-personal');
  return text;
}

/** What a body wishes for; null: none. @throws Problem 400, 422 */
export const wishedExternalId = (asked: string | null | undefined): string | null =>
  asked === undefined || asked === null ? null : checkedExternalId(asked);

/** Two readers, or classes, of a school wished for one id: the second one is told. @throws Refused `external-id.taken` */
export async function refusingTakenId<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (/^(reader|school_class)_external_id$/.test(violatedUnique(error) ?? ''))
      throw refuse('external-id.taken');
    throw error;
  }
}
