-- cardWindows.isClassOf, written by `npm run emit`
-- takes uuid, uuid
-- gives integer
select 1 from card_window w join school_class k on k.id = $2 where w.id = $1 and k.school_id = w.school_id and case when w.kind = 'application'
    then grade_in(k.section, k.entry_year, school_year_of(w.opens_on)) = any(w.grades)
    else k.entry_year = school_year_of(w.opens_on) end
