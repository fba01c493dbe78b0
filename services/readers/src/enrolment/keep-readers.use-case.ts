import { readerEvent } from './reader.events.js';
import { nameWords } from './rules/name-words.js';
import type { Reader, ReaderChange } from './rules/reader.js';
import { spokenNames } from './spoken-names.adapter.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { ReadersRepository } from './readers.repository.js';
import type { Tx } from '@shulian/service-kit';

/** Writes and announces changes of readers that are locked; those without a change are passed over. */
export async function keepChanges(
  tx: Tx,
  changes: readonly { readonly before: Reader; readonly change: ReaderChange }[],
): Promise<void> {
  const real = changes.filter(({ before, change }) => change.reader !== before);
  await tx.use(ReadersRepository).change(real.map(({ change }) => change.reader));
  const renamed = real.filter(({ before, change }) => change.reader.name !== before.name);
  await findByNames(
    tx,
    renamed.map(({ change }) => change.reader),
  );
  await announceReaders(
    tx,
    real.map(({ change }) => change),
  );
}

/** Makes readers that are written be found by their names. */
export const findByNames = (tx: Tx, readers: readonly Reader[]): Promise<void> =>
  tx.use(ReadersRepository).findBy(readers, (name) => nameWords(name, spokenNames));

/** Tells of changes that are written, each with the class the reader is in now. */
export async function announceReaders(tx: Tx, changes: readonly ReaderChange[]): Promise<void> {
  const told = changes.filter(({ fact }) => fact !== null);
  const ids = new Set(told.flatMap(({ reader }) => reader.classId ?? []));
  const classes = new Map((await tx.use(ClassesRepository).byIds([...ids])).map((each) => [each.id, each]));
  const classOf = ({ classId }: Reader) => (classId === null ? null : (classes.get(classId) ?? null));
  await tx.outbox.append(...told.flatMap((change) => readerEvent(change, classOf(change.reader)) ?? []));
}
