-- suggestions.unvote, written by `npm run emit`
-- takes uuid, text
-- gives nothing
delete from suggestion_vote where suggestion_id = $1 and by_whom = $2
