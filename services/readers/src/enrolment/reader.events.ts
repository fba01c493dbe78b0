import type { Announcement } from '@shulian/contracts/envelope';
import type { SchoolClassId } from '@shulian/contracts/ids';
import {
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  ReaderReinstatedV1,
  ReaderSuspendedV1,
} from '@shulian/contracts/readers';
import type { Reader, ReaderChange, ReaderFact } from './rules/reader.js';

/** What an event says of the reader's class, so that others can tell the grade of any day. */
export type ClassOfReader = {
  readonly id: SchoolClassId;
  readonly section: 'primary' | 'junior' | 'senior';
  readonly entryYear: number;
};

/** The facts of a change as events, each with the next version under the reader's key. */
export const readerEvents = (
  { reader, facts }: ReaderChange,
  classOfReader: ClassOfReader | null,
): Announcement[] =>
  facts.map((fact, at) => readerEvent(reader, fact, classOfReader, reader.announced - facts.length + 1 + at));

function readerEvent(
  reader: Reader,
  fact: ReaderFact,
  classOfReader: ClassOfReader | null,
  version: number,
): Announcement {
  const who = { readerId: reader.id, schoolId: reader.schoolId };
  const entry = {
    classId: classOfReader?.id ?? null,
    section: classOfReader?.section ?? null,
    entryYear: classOfReader?.entryYear ?? null,
  };
  switch (fact.is) {
    case 'enrolled':
      return ReaderEnrolledV1.announce({ ...who, kind: reader.kind, ...entry }, version);
    case 'moved-class':
      return ReaderMovedClassV1.announce({ ...who, fromClassId: fact.from, ...entry }, version);
    case 'left': {
      if (reader.presence.is !== 'left') throw new RangeError('a reader who left has a day of leaving');
      return ReaderLeftV1.announce({ ...who, leftOn: reader.presence.on, why: reader.presence.why }, version);
    }
    case 'suspended':
      return ReaderSuspendedV1.announce(
        { ...who, untilOn: reader.suspension?.untilOn ?? null, why: reader.suspension?.why ?? 'suspended' },
        version,
      );
    case 'reinstated':
      return ReaderReinstatedV1.announce(who, version);
  }
}
