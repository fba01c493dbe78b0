import type { Announcement } from '@shulian/contracts/envelope';
import type { SchoolClassId } from '@shulian/contracts/ids';
import {
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  ReaderReinstatedV1,
  ReaderSuspendedV1,
} from '@shulian/contracts/readers';
import type { Section } from '@shulian/contracts/words';
import type { Reader, ReaderChange } from './rules/reader.js';

/** What an event says of the reader's class, so that others can tell the grade of any day. */
export type ClassOfReader = {
  readonly id: SchoolClassId;
  readonly section: Section;
  readonly entryYear: number;
};

/**
 * What a change announces, with the whole reader as it is after it; null when others need not know.
 * @param classOfReader the class of the reader after the change
 */
export function readerEvent(
  { reader, fact }: ReaderChange,
  classOfReader: ClassOfReader | null,
): Announcement | null {
  if (fact === null) return null;
  if ((classOfReader?.id ?? null) !== reader.classId) throw new RangeError('an event tells the own class');
  const told = toldReader(reader, classOfReader);
  const version = reader.announced;
  switch (fact.is) {
    case 'enrolled':
      return ReaderEnrolledV1.announce(told, version);
    case 'moved-class':
      return ReaderMovedClassV1.announce({ ...told, fromClassId: fact.from }, version);
    case 'left': {
      const { leftOn, leftWhy } = told;
      if (leftOn === null || leftWhy === null) throw new RangeError('who left has a day and a reason');
      return ReaderLeftV1.announce({ ...told, leftOn, leftWhy }, version);
    }
    case 'suspended': {
      const { suspension } = told;
      if (suspension === null) throw new RangeError('who is suspended has a suspension');
      return ReaderSuspendedV1.announce({ ...told, suspension }, version);
    }
    case 'reinstated':
      return ReaderReinstatedV1.announce(told, version);
  }
}

const toldReader = (
  { id, schoolId, kind, presence, suspension }: Reader,
  classOfReader: ClassOfReader | null,
) => ({
  readerId: id,
  schoolId,
  kind,
  classId: classOfReader?.id ?? null,
  section: classOfReader?.section ?? null,
  entryYear: classOfReader?.entryYear ?? null,
  leftOn: presence.is === 'left' ? presence.on : null,
  leftWhy: presence.is === 'left' ? presence.why : null,
  suspension,
});
