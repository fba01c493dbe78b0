import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

export const DELIVERY_STATUSES = ['expected', 'arrived', 'cancelled'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
/** The supplier brings it, or the school collects it early (CIR-084). */
export const WAYS_OF_DELIVERY = ['delivered', 'collected'] as const;
export type WayOfDelivery = (typeof WAYS_OF_DELIVERY)[number];

export type TextbookDelivery = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly termId: string;
  readonly orderId: string | null;
  readonly supplier: string;
  readonly how: WayOfDelivery;
  readonly expectedOn: CalendarDay;
  readonly arrivedOn: CalendarDay | null;
  readonly status: DeliveryStatus;
  readonly contact: string | null;
  readonly note: string | null;
  readonly version: number;
};

/** What came of a textbook; `unusable` of it is another book than ordered, or damaged. */
export type Arrived = {
  readonly textbookId: string;
  readonly expected: number;
  readonly delivered: number;
  readonly unusable: number;
  readonly note: string | null;
};
export type Counted = Omit<Arrived, 'expected'>;

/** All lines of a delivery as it arrived: as expected where nothing else was counted, and what came without being asked for. */
export const arrivedAs = (
  expected: readonly { readonly textbookId: string; readonly expected: number }[],
  counted: readonly Counted[],
): Arrived[] => {
  const byId = new Map(counted.map((line) => [line.textbookId, line]));
  const asked = new Set(expected.map(({ textbookId }) => textbookId));
  return [
    ...expected.map((line) => ({
      ...(byId.get(line.textbookId) ?? { delivered: line.expected, unusable: 0, note: null }),
      ...line,
    })),
    ...counted.filter(({ textbookId }) => !asked.has(textbookId)).map((line) => ({ ...line, expected: 0 })),
  ];
};
