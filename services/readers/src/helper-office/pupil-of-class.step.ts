import { conflict, type Tx } from '@shulian/service-kit';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import type { ClassHelper } from './rules/class-helper.js';

/** @throws Problem 409 for who is no pupil of the class, also for a reader of another school */
export async function refuseNotOfClass(
  tx: Tx,
  { readerId, classId, schoolId }: Pick<ClassHelper, 'readerId' | 'classId' | 'schoolId'>,
): Promise<void> {
  const reader = await tx.use(ReadersRepository).lockedOne(readerId);
  const isPupil =
    reader?.schoolId === schoolId &&
    reader.kind === 'student' &&
    reader.classId === classId &&
    reader.presence.is === 'active';
  if (!isPupil) throw conflict('class-helper.not-of-class');
}
