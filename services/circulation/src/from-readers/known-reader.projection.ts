import type {
  CardBlockedV1,
  CardIssuedV1,
  CardReplacedV1,
  AnnouncedReader,
} from '@shulian/contracts/readers';
import type { KnownCard, KnownReader } from './known-reader.row.js';

/** Any event of a reader tells the whole reader: what was known before does not matter. */
export const knownReaderAfter = (event: {
  readonly data: AnnouncedReader;
  readonly aggregateversion: number;
}): KnownReader => {
  const { readerId, schoolId, kind, classId, section, entryYear, leftOn, suspension } = event.data;
  return {
    readerId,
    schoolId,
    kind,
    classId,
    section,
    entryYear,
    standing: leftOn === null ? 'active' : 'left',
    suspended: suspension !== null,
    suspendedUntil: suspension?.untilOn ?? null,
    version: event.aggregateversion,
  };
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
