import type { Announcement } from '@shulian/contracts/envelope';
import { CardBlockedV1, CardIssuedV1, CardReplacedV1 } from '@shulian/contracts/readers';
import type { Card } from './rules/card.js';

const told = ({ id, readerId, schoolId, key }: Card) => ({ cardId: id, readerId, schoolId, cardKey: key });

/** @param version the next one under the reader's key */
export const cardIssued = (card: Card, version: number): Announcement =>
  CardIssuedV1.announce(told(card), version);

export function cardBlocked(card: Card, version: number): Announcement {
  if (card.state.is === 'active') throw new RangeError('an active card is not blocked');
  return CardBlockedV1.announce({ ...told(card), why: card.state.is }, version);
}

export const cardReplaced = (card: Card, lost: Card, version: number): Announcement =>
  CardReplacedV1.announce({ ...told(card), replacedCardId: lost.id, replacedCardKey: lost.key }, version);
