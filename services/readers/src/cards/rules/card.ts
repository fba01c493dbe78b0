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
  /** The last day of a temporary card (临时证); null: it holds until it is blocked. */
  readonly validUntil: CalendarDay | null;
};

/** The card from now on blocked; a blocked one stays so for good, with its number. */
export function blockedCard(card: Card, why: 'lost' | 'returned' | 'left', on: CalendarDay): Card {
  if (card.state.is !== 'active') throw new RangeError('only an active card can be blocked');
  return { ...card, state: { is: why, on } };
}

/** A card that was handed in, active again: the return was entered by mistake. A lost one stays blocked. */
export function restoredCard(card: Card): Card {
  if (card.state.is !== 'returned') throw new RangeError('only a returned card can be restored');
  return { ...card, state: { is: 'active' } };
}
