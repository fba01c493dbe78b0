-- yearlyAccounts.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, integer, text, text, jsonb, text, text, integer, text, text, integer, integer
select y.id, y.school_id as "schoolId", y.year, y.title, y.text, y.figures,
    y.published_on::text as "publishedOn", y.published_by as "publishedBy", y.version, y.written_on::text as "writtenOn",
    y.written_by as "writtenBy", r.remarks, r.answered
  from yearly_account y cross join lateral (
    select count(*)::int as remarks, count(r.answer)::int as answered
    from account_remark r where r.account_id = y.id and r.hidden_on is null) r where y.id = $1
