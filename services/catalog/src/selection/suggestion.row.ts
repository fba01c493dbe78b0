import { EntitySchema } from 'typeorm';
import type { Suggestion } from './rules/suggestion.js';

const orNull = { type: 'text', nullable: true } as const;

export const suggestionTable = new EntitySchema<Suggestion>({
  name: 'suggestion',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    isbn: orNull,
    name: { type: 'text' },
    nameKey: { type: 'text', name: 'name_key' },
    contributor: orNull,
    publisher: orNull,
    channel: { type: 'text' },
    asker: { type: 'text' },
    course: orNull,
    neededOn: { type: 'date', name: 'needed_on', nullable: true },
    reason: orNull,
    suggestedOn: { type: 'date', name: 'suggested_on' },
    suggestedBy: { type: 'text', name: 'suggested_by' },
    status: { type: 'text' },
    orderId: { type: 'uuid', name: 'order_id', nullable: true },
    words: orNull,
    decidedOn: { type: 'date', name: 'decided_on', nullable: true },
    decidedBy: { ...orNull, name: 'decided_by' },
  },
});

/** A wish as the account `$1` sees it: whose it is, nobody else learns. */
export const SUGGESTION_VIEW = `select s.id, s.school_id as "schoolId", s.isbn, s.name, s.contributor, s.publisher, s.channel, s.asker,
    s.course, s.needed_on::text as "neededOn", s.reason, s.suggested_on::text as "suggestedOn", s.status, s.order_id as "orderId",
    o.name as "order", o.status as "orderStatus", s.words,
    s.decided_on::text as "decidedOn", s.suggested_by = $1 as mine,
    (select count(*)::int from suggestion_vote v where v.suggestion_id = s.id) as votes,
    exists (select from suggestion_vote v where v.suggestion_id = s.id and v.by_whom = $1) as voted
  from suggestion s left join purchase_order o on o.id = s.order_id`;
