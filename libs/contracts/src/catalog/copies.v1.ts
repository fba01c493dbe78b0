import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, CopyId, LocationId, SchoolId, TitleId } from '../ids.js';
import { limits } from '../limits.js';
import { COPY_KINDS, SHOWN_ACCESSION_SOURCES, STOCK_STATES } from '../words.js';
import { catalogCopy } from './topics.js';

/** The stock state of a copy; lending asks for `lendable` (decision: two states with two owners). */
export const StockState = Type.Union(STOCK_STATES.map((state) => Type.Literal(state)));
export const CopyKind = Type.Union(COPY_KINDS.map((kind) => Type.Literal(kind)));

const Copy = Type.Object({
  copyId: CopyId,
  titleId: TitleId,
  schoolId: SchoolId,
  barcode: Type.String({
    maxLength: limits.barcode,
    description: 'NFKC upper-case, unique within the school',
  }),
  accessionNumber: Type.Integer({
    minimum: 1,
    description: 'gapless per school, never reused',
  }),
  callNumber: Type.Union([Type.String({ maxLength: limits.callNumber }), Type.Null()]),
  clc: Type.Union([Type.String({ maxLength: limits.clc }), Type.Null()]),
  kind: CopyKind,
  stockState: StockState,
  location: Type.Union([Type.String({ maxLength: limits.location }), Type.Null()]),
  locationId: Type.Optional(
    Type.Union([LocationId, Type.Null()], { description: 'its place in the tree of its school' }),
  ),
  priceFen: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  accessionedOn: CalendarDay,
});

export const CopyAccessionedV1 = defineEvent({
  type: 'shulian.catalog.copy.accessioned.v1',
  topic: catalogCopy,
  data: Type.Object({
    ...Copy.properties,
    source: Type.Optional(
      Type.Union(
        SHOWN_ACCESSION_SOURCES.map((source) => Type.Literal(source)),
        { description: 'how it came; left out in what was told before this was said' },
      ),
    ),
  }),
  says: 'A copy was entered in the accession register of a school.',
  key: (copy) => copy.copyId,
  school: (copy) => copy.schoolId,
});
export type CopyAccessionedV1 = EventOf<typeof CopyAccessionedV1>;

export const CopyChangedV1 = defineEvent({
  type: 'shulian.catalog.copy.changed.v1',
  topic: catalogCopy,
  data: Copy,
  says: 'A copy has another stock state, place, title, class or barcode; the whole copy as it now is.',
  key: (copy) => copy.copyId,
  school: (copy) => copy.schoolId,
});
export type CopyChangedV1 = EventOf<typeof CopyChangedV1>;

export const CopyWithdrawnV1 = defineEvent({
  type: 'shulian.catalog.copy.withdrawn.v1',
  topic: catalogCopy,
  data: Type.Object({
    copyId: CopyId,
    titleId: TitleId,
    schoolId: SchoolId,
    withdrawnOn: CalendarDay,
    why: Type.Union(
      (['lost', 'lost-and-paid', 'damaged', 'surplus', 'outdated', 'transferred'] as const).map((reason) =>
        Type.Literal(reason),
      ),
    ),
  }),
  says: 'A copy was struck from the register; its number is never given again.',
  key: (copy) => copy.copyId,
  school: (copy) => copy.schoolId,
});
export type CopyWithdrawnV1 = EventOf<typeof CopyWithdrawnV1>;
