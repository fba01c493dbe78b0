import { Injectable } from '@nestjs/common';
import { reachesReader, reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { DunningRepository } from './dunning.repository.js';
import type { ContactAsked } from './dunning.http.js';

type About = {
  readonly schoolId: SchoolId;
  readonly classId: string | null;
  readonly readerId: string | null;
};

/** Somebody spoke with the homeroom teacher, a guardian or the reader about books that are out, or went there (CIR-038, P-16). */
@Injectable()
export class NoteContact {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 without a class or a reader, 422 for one out of reach */
  execute(caller: Caller, input: ContactAsked, request: DeskRequest | null): Promise<Answer> {
    if ((input.classId === undefined) === (input.readerId === undefined))
      throw invalid({ pointer: '/classId', code: 'class-or-reader' });
    return this.oncePerKey.run(request, 201, async (tx) =>
      tx.use(DunningRepository).addContact({
        id: newId(),
        ...(await about(tx, caller, input)),
        whom: input.whom,
        on: this.clock.today(),
        by: caller.id,
        note: input.note ?? null,
      }),
    );
  }
}

/** @throws Problem 422 out of reach */
async function about(tx: Tx, caller: Caller, { classId, readerId }: ContactAsked): Promise<About> {
  const known = tx.use(DunningRepository);
  if (classId !== undefined) {
    const schoolId = await known.schoolOfClass(classId);
    if (schoolId === null || !(reachesSchool(caller.reach, schoolId) || caller.reach.classes.has(classId)))
      throw unknownReference('/classId');
    return { schoolId, classId, readerId: null };
  }
  const reader = readerId === undefined ? null : await known.reader(readerId);
  if (reader === null || readerId === undefined || !reachesReader(caller.reach, { ...reader, readerId }))
    throw unknownReference('/readerId');
  return { ...reader, readerId };
}
