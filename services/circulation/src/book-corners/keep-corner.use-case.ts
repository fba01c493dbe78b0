import { Injectable } from '@nestjs/common';
import type { SchoolClassId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { BlockCopiesRepository } from '../block-loans/block-copies.repository.js';
import { BlockLoans } from '../block-loans/block-loans.step.js';
import { bookCornerChanged } from './book-corner.events.js';
import { USUAL_TARGET, type CornerAsked, type CornerChange } from './book-corners.http.js';
import { BookCornersRepository, CORNER_ONCE, type Corner } from './book-corners.repository.js';

/** Corners are set up, renamed, given to a keeper, and closed when they are empty. */
@Injectable()
export class KeepCorner {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly blocks: BlockLoans,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a class or a keeper that the school has not, 409 `book-corner.class-has-one` */
  async add(caller: Caller, input: CornerAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    await this.blocks.hasClass(schoolId, input.classId);
    const today = this.clock.today();
    return once(
      this.oncePerKey.run(request, 201, async (tx) => {
        const corners = tx.use(BookCornersRepository);
        const classId = input.classId.toLowerCase() as SchoolClassId;
        const grade = await corners.gradeOf(classId, schoolId, today);
        if (grade === null) throw unknownReference('/classId');
        const corner: Corner = {
          id: newId(),
          schoolId,
          kind: input.kind,
          classId,
          grade: input.kind === 'class' ? null : grade,
          name: input.name,
          place: input.place ?? null,
          readerId: input.readerId ?? null,
          target: input.target ?? USUAL_TARGET,
          closed: false,
          version: 1,
        };
        await refuseUnknownKeeper(corners, corner);
        await corners.save(corner);
        await tx.outbox.append(bookCornerChanged(corner));
        return corners.view(corner.id, today);
      }),
    );
  }

  /** @throws Problem 404 out of reach, 412, 422, 409 `book-corner.not-empty`, `book-corner.class-has-one` */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: CornerChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return once(
      this.oncePerKey.run(request, 200, async (tx) => {
        const corners = tx.use(BookCornersRepository);
        const corner = await corners.locked(id);
        if (corner === null || !caller.reach.schools.has(corner.schoolId)) throw unknownThing();
        refuseIfStale(version, corner.version);
        const stands = await tx.use(BlockCopiesRepository).barcodes(id, { id: corner.classId });
        if (input.closed === true && stands.length > 0) throw conflict('book-corner.not-empty');
        const next: Corner = {
          ...corner,
          name: input.name ?? corner.name,
          place: input.place === undefined ? corner.place : input.place,
          readerId: input.readerId === undefined ? corner.readerId : input.readerId,
          target: input.target ?? corner.target,
          closed: input.closed ?? corner.closed,
          version: version + 1,
        };
        if (next.readerId !== corner.readerId) await refuseUnknownKeeper(corners, next);
        await corners.save(next);
        await tx.outbox.append(bookCornerChanged(next));
        return corners.view(id, this.clock.today());
      }),
    );
  }
}

async function refuseUnknownKeeper(
  corners: BookCornersRepository,
  { readerId, schoolId }: Corner,
): Promise<void> {
  if (readerId !== null && !(await corners.hasReader(readerId, schoolId)))
    throw unknownReference('/readerId');
}

const once = async (work: Promise<Answer>): Promise<Answer> => {
  try {
    return await work;
  } catch (error) {
    throw violatedUnique(error) === CORNER_ONCE ? conflict('book-corner.class-has-one') : error;
  }
};
