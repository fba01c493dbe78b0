import type { LocationId, SchoolId } from '@shulian/contracts/ids';

/** What a collection is for (CAT-090, 093, 094). */
export const COLLECTION_KINDS = [
  'thematic-bookcase',
  'famous-works',
  'subject-room',
  'reference-room',
  'other',
] as const;
export type CollectionKind = (typeof COLLECTION_KINDS)[number];

export type Collection = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly kind: CollectionKind;
  readonly name: string;
  /** Where it stands. Its copies stand where they were placed: a move of copies brings them there. */
  readonly locationId: LocationId | null;
  readonly note: string | null;
  readonly closed: boolean;
};

export type CollectionRefusal = {
  readonly code:
    | 'collection.closed'
    | 'collection.unknown-barcodes'
    | 'collection.withdrawn-copies'
    | 'collection.too-many'
    | 'collection.no-copies'
    | 'collection.already-undone'
    | 'collection.built-upon';
  readonly copies?: number;
};

export type PutFacts = {
  readonly to: Collection | null;
  readonly unknownBarcodes: number;
  readonly withdrawn: number;
  readonly tooMany: boolean;
  readonly changing: number;
};

/** Why copies are not put into a collection, or taken out: all reasons at once. */
export const putRefusals = (facts: PutFacts): CollectionRefusal[] => [
  ...(facts.to?.closed === true ? [{ code: 'collection.closed' } as const] : []),
  ...(facts.unknownBarcodes > 0
    ? [{ code: 'collection.unknown-barcodes', copies: facts.unknownBarcodes } as const]
    : []),
  ...(facts.withdrawn > 0 ? [{ code: 'collection.withdrawn-copies', copies: facts.withdrawn } as const] : []),
  ...(facts.tooMany ? [{ code: 'collection.too-many' } as const] : []),
  ...(facts.changing === 0 ? [{ code: 'collection.no-copies' } as const] : []),
];

/** @param movedOn copies that stand elsewhere now than the change left them */
export const undoRefusals = (facts: {
  readonly undone: boolean;
  readonly movedOn: number;
  readonly originsClosed: boolean;
}): CollectionRefusal[] => {
  if (facts.undone) return [{ code: 'collection.already-undone' }];
  return [
    ...(facts.movedOn > 0 ? [{ code: 'collection.built-upon', copies: facts.movedOn } as const] : []),
    ...(facts.originsClosed ? [{ code: 'collection.closed' } as const] : []),
  ];
};
