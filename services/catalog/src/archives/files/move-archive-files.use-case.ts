import { Injectable } from '@nestjs/common';
import { Clock, invalid, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { ArchiveStepAsked, ArchiveStepsAnswer, ArchiveUndoAsked } from './archive-steps.http.js';
import { ArchiveFilesRepository } from './archive-files.repository.js';
import { stepFiles } from './step-archive-files.step.js';

/** Files go their way: called in, received, filed, shelved, given out, handed over, taken back (CAT-096, 097, 103). */
@Injectable()
export class MoveArchiveFiles {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a step without what it needs; files that cannot take it are named in the answer */
  step(
    caller: Caller,
    schoolId: SchoolId,
    asked: ArchiveStepAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    refuseIncomplete(asked);
    const occasion = { on: this.clock.today(), by: caller.id };
    return this.once.run(request, 200, async (tx): Promise<ArchiveStepsAnswer> => {
      const ids = [...new Set(asked.fileIds)];
      const files = await tx.use(ArchiveFilesRepository).locked(schoolId, ids);
      const { moved, kept } = await stepFiles(tx, schoolId, files, asked.step, asked, occasion);
      return { moved: moved.length, kept: [...kept, ...unknownOf(ids, files)] };
    });
  }

  /** Takes the last step of each back; what nobody moved since it was entered stays. */
  undo(
    caller: Caller,
    schoolId: SchoolId,
    asked: ArchiveUndoAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx): Promise<ArchiveStepsAnswer> => {
      const ids = [...new Set(asked.fileIds)];
      const files = await tx.use(ArchiveFilesRepository).locked(schoolId, ids);
      const occasion = { on: this.clock.today(), by: caller.id };
      const undone = await tx.use(ArchiveFilesRepository).undo(
        files.map(({ id }) => id),
        occasion,
      );
      const kept = files.flatMap(({ id }) =>
        undone.has(id) ? [] : [{ fileId: id, code: 'archive-file.nothing-to-undo' }],
      );
      return { moved: undone.size, kept: [...kept, ...unknownOf(ids, files)] };
    });
  }
}

const unknownOf = (
  ids: readonly string[],
  files: readonly { readonly id: string }[],
): { fileId: string; code: string }[] => {
  const known = new Set(files.map(({ id }) => id));
  return ids.flatMap((fileId) => (known.has(fileId) ? [] : [{ fileId, code: 'resource.unknown' }]));
};

/** @throws Problem 400 with everything that the step wants and does not have */
function refuseIncomplete(asked: ArchiveStepAsked): void {
  const { step, place = null, documentNumber = null, receiver = null, readerId = null, note = null } = asked;
  const wanted = [
    ...(step === 'shelve' && place === null ? ['/place'] : []),
    ...(step === 'hand-over' && documentNumber === null ? ['/documentNumber'] : []),
    ...(step === 'hand-over' && receiver === null && readerId === null ? ['/receiver'] : []),
    ...(step === 'void' && note === null ? ['/note'] : []),
  ];
  if (wanted.length > 0) throw invalid(...wanted.map((pointer) => ({ pointer, code: 'is-defined' })));
}
