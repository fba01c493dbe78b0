import type {
  CardBlockedV1,
  CardIssuedV1,
  CardReplacedV1,
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  ReaderReinstatedV1,
  ReaderSuspendedV1,
} from '@shulian/contracts/readers';
import type { KnownCard, KnownReader } from './known-reader.row.js';

type Fold = (known: KnownReader | null) => KnownReader;

/** For the first time or again: whoever comes back begins anew. */
export const enrolled =
  ({ data, aggregateversion }: ReaderEnrolledV1): Fold =>
  () => ({
    readerId: data.readerId,
    schoolId: data.schoolId,
    kind: data.kind,
    classId: data.classId,
    section: data.section,
    entryYear: data.entryYear,
    standing: 'active',
    suspended: false,
    suspendedUntil: null,
    version: aggregateversion,
  });

export const movedClass =
  ({ data, aggregateversion }: ReaderMovedClassV1): Fold =>
  (known) => ({
    ...orStranger(known, data),
    classId: data.classId,
    section: data.section,
    entryYear: data.entryYear,
    version: aggregateversion,
  });

export const left =
  ({ data, aggregateversion }: ReaderLeftV1): Fold =>
  (known) => ({ ...orStranger(known, data), standing: 'left', classId: null, version: aggregateversion });

export const suspended =
  ({ data, aggregateversion }: ReaderSuspendedV1): Fold =>
  (known) => ({
    ...orStranger(known, data),
    suspended: true,
    suspendedUntil: data.untilOn,
    version: aggregateversion,
  });

export const reinstated =
  ({ data, aggregateversion }: ReaderReinstatedV1): Fold =>
  (known) => ({
    ...orStranger(known, data),
    suspended: false,
    suspendedUntil: null,
    version: aggregateversion,
  });

/** Within a key events come in order, so this is a reader whose enrolment was lost: a pupil, the strictest kind. */
const orStranger = (
  known: KnownReader | null,
  data: Pick<KnownReader, 'readerId' | 'schoolId'>,
): KnownReader =>
  known ?? {
    readerId: data.readerId,
    schoolId: data.schoolId,
    kind: 'student',
    classId: null,
    section: null,
    entryYear: null,
    standing: 'active',
    suspended: false,
    suspendedUntil: null,
    version: 0,
  };

export const cardIssued = ({ data, aggregateversion }: CardIssuedV1): KnownCard => ({
  ...cardOf(data),
  status: 'active',
  version: aggregateversion,
});

export const cardBlocked = ({ data, aggregateversion }: CardBlockedV1): KnownCard => ({
  ...cardOf(data),
  status: data.why,
  version: aggregateversion,
});

/** The new card, and the old one, whose number stays blocked. */
export const cardReplaced = ({ data, aggregateversion }: CardReplacedV1): readonly KnownCard[] => [
  { ...cardOf(data), status: 'active', version: aggregateversion },
  {
    ...cardOf(data),
    cardId: data.replacedCardId,
    cardKey: data.replacedCardKey,
    status: 'lost',
    version: aggregateversion,
  },
];

const cardOf = (data: CardIssuedV1['data']): Omit<KnownCard, 'status' | 'version'> => ({
  cardId: data.cardId,
  cardKey: data.cardKey,
  readerId: data.readerId,
  schoolId: data.schoolId,
});
