-- orders.committeeRule, written by `npm run emit`
-- takes uuid
-- gives boolean, integer
select required, quorum from committee_rule where school_id = $1 for share
