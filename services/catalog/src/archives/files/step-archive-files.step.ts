import { newId, type Tx } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { stateAfter, type ArchiveFile, type ArchiveStep } from '../rules/archive-file.js';
import { ArchiveFilesRepository, type Occasion, type StepWords } from './archive-files.repository.js';

export type Stepped = {
  readonly moved: readonly ArchiveFile[];
  readonly kept: readonly { readonly fileId: string; readonly code: string }[];
};

/** Takes a step with files that are locked; those of which it cannot be taken stay as they are. */
export async function stepFiles(
  tx: Tx,
  schoolId: SchoolId,
  files: readonly ArchiveFile[],
  step: ArchiveStep,
  words: StepWords & { readonly place?: string | null },
  occasion: Occasion,
): Promise<Stepped> {
  const moved = files.filter(({ state }) => stateAfter(state, step) !== null);
  const stepping = moved.map((file) => ({
    id: newId(),
    fileId: file.id,
    state: stateAfter(file.state, step) ?? file.state,
    place: step === 'shelve' ? (words.place ?? file.place) : file.place,
    filedOn: step === 'file' ? occasion.on : file.filedOn,
  }));
  await tx.use(ArchiveFilesRepository).step(schoolId, step, stepping, words, occasion);
  const kept = files.filter((file) => !moved.includes(file));
  return { moved, kept: kept.map(({ id }) => ({ fileId: id, code: 'archive-file.not-now' })) };
}
