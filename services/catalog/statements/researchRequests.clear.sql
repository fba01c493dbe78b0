-- researchRequests.clear, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from research_material where request_id = $1
