-- suggestions.byId, written by `npm run emit`
-- takes text, uuid
-- gives uuid, uuid, text, text, text, text, text, text, text, text, text, text, text, uuid, text, text, text, text, boolean, integer, boolean
select s.id, s.school_id as "schoolId", s.isbn, s.name, s.contributor, s.publisher, s.channel, s.asker,
    s.course, s.needed_on::text as "neededOn", s.reason, s.suggested_on::text as "suggestedOn", s.status, s.order_id as "orderId",
    o.name as "order", o.status as "orderStatus", s.words,
    s.decided_on::text as "decidedOn", s.suggested_by = $1 as mine,
    (select count(*)::int from suggestion_vote v where v.suggestion_id = s.id) as votes,
    exists (select from suggestion_vote v where v.suggestion_id = s.id and v.by_whom = $1) as voted
  from suggestion s left join purchase_order o on o.id = s.order_id where s.id = $2
