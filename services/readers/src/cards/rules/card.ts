import type { CalendarDay, CardId, ReaderId, SchoolId } from '@shulian/contracts/ids';

export type CardState =
  { readonly is: 'active' } | { readonly is: 'lost' | 'returned' | 'left'; readonly on: CalendarDay };

/** 借书证. The number is as `cardNumber` gives it; `key` stands for it in events. */
export type Card = {
  readonly id: CardId;
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly number: string;
  readonly key: string;
  readonly state: CardState;
  readonly replaces: CardId | null;
  readonly issuedOn: CalendarDay;
};

/** The card from now on blocked; a blocked one stays so for good, with its number. */
export function blockedCard(card: Card, why: 'lost' | 'returned' | 'left', on: CalendarDay): Card {
  if (card.state.is !== 'active') throw new RangeError('only an active card can be blocked');
  return { ...card, state: { is: why, on } };
}
