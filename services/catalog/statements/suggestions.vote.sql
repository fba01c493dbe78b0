-- suggestions.vote, written by `npm run emit`
-- takes uuid, text
-- gives nothing
insert into suggestion_vote (suggestion_id, by_whom) values ($1, $2) on conflict do nothing
