import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';
import type { Tx } from '@shulian/service-kit';
import { ClassesRepository } from '../classes/classes.repository.js';
import { CardPoliciesRepository } from './card-policies.repository.js';
import { gradeForCard, isEntitled } from './rules/entitlement.js';

type Asking = {
  readonly id: ReaderId;
  readonly kind: ReaderKind;
  readonly classId: SchoolClassId | null;
};

/** Which of the readers of a school may have a card of their own today; the others read with their class (RDR-004). */
export async function entitledAmong(
  tx: Tx,
  schoolId: SchoolId,
  readers: readonly Asking[],
  today: CalendarDay,
): Promise<ReadonlySet<ReaderId>> {
  const policy = await tx.use(CardPoliciesRepository).of(schoolId);
  const classIds = policy.grades === null ? [] : readers.flatMap(({ classId }) => classId ?? []);
  const classes = await tx.use(ClassesRepository).byIds([...new Set(classIds)]);
  const gradeOf = new Map(classes.map((place) => [place.id, gradeForCard(place, today)]));
  return new Set(
    readers
      .filter(({ kind, classId }) => {
        const grade = classId === null ? null : (gradeOf.get(classId) ?? null);
        return isEntitled(policy, { kind, grade });
      })
      .map(({ id }) => id),
  );
}
