import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, CardId, ReaderId, SchoolId } from '@shulian/contracts/ids';
import type { CardIssuedV1 } from '@shulian/contracts/readers';
import { golden } from '../golden-examples.builder.js';
import { CardKeys } from './card-key.adapter.js';
import { cardBlocked, cardIssued, cardReplaced } from './card.events.js';
import { blockedCard, type Card } from './rules/card.js';

const schoolId = '01940000-0000-7000-8000-000000000001' as SchoolId;
const keys = new CardKeys(() => 'the card key of the golden examples');
const card = (id: string, number: string): Card => ({
  id: id as CardId,
  readerId: '019a0000-0000-7000-8000-0000000000d1' as ReaderId,
  schoolId,
  number,
  key: keys.of(schoolId, number),
  state: { is: 'active' },
  replaces: null,
  issuedOn: '2026-09-01' as CalendarDay,
  validUntil: null,
});

describe('what is announced of a card', () => {
  const first = card('019a0000-0000-7000-8000-0000000000e1', 'TX00001');
  const lost = blockedCard(first, 'lost', '2026-10-12' as CalendarDay);
  const second = card('019a0000-0000-7000-8000-0000000000e2', 'TX90001');

  it('is the golden example of issuing, blocking and replacing, by the key and never the number', () => {
    for (const [name, told] of [
      ['issued', cardIssued(first, 2)],
      ['blocked', cardBlocked(lost, 6)],
      ['replaced', cardReplaced(second, lost, 7)],
    ] as const) {
      expect(told).toEqual(golden<CardIssuedV1>(`card.${name}`).announcement);
      expect(JSON.stringify(told)).not.toContain('TX');
    }
  });

  it('is no blocking of an active card, and a card is blocked once', () => {
    expect(() => cardBlocked(first, 2)).toThrow(RangeError);
    expect(() => blockedCard(lost, 'returned', '2026-10-13' as CalendarDay)).toThrow(RangeError);
  });
});
