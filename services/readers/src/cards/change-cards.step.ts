import type { Announcement } from '@shulian/contracts/envelope';
import type { ReaderId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import type { Reader } from '../enrolment/rules/reader.js';
import { cardBlocked, cardIssued } from './card.events.js';
import { CardsRepository } from './cards.repository.js';
import type { Card } from './rules/card.js';

/** Writes how cards stand now, whose readers are locked, and tells of each by the next version of its reader. */
export async function changeCards(tx: Tx, readers: readonly Reader[], cards: readonly Card[]): Promise<void> {
  const next = new Map<ReaderId, Reader>(readers.map((reader) => [reader.id, reader]));
  const told: Announcement[] = [];
  for (const card of cards) {
    const reader = next.get(card.readerId);
    if (reader === undefined) throw new Error('a card whose reader is not locked');
    const announced = reader.announced + 1;
    next.set(reader.id, { ...reader, announced });
    told.push(card.state.is === 'active' ? cardIssued(card, announced) : cardBlocked(card, announced));
  }
  await tx.use(CardsRepository).block(cards);
  await tx.use(ReadersRepository).change([...next.values()]);
  await tx.outbox.append(...told);
}
