import { invalid, Problem, violatedUnique } from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { EXTERNAL_ID, looksPersonal } from './rules/external-id.js';

/** @throws Problem 400 for what is no id, 422 `external-id.looks-personal` */
export function checkedExternalId(text: string): string {
  if (!EXTERNAL_ID.test(text)) throw invalid({ pointer: '/externalId', code: 'malformed' });
  if (looksPersonal(text)) throw new Problem(422, 'external-id.looks-personal');
  return text;
}

/** Two readers of a school wished for one id: the second one is told. @throws Refused `external-id.taken` */
export async function refusingTakenId<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedUnique(error) === 'reader_external_id') throw refuse('external-id.taken');
    throw error;
  }
}
