-- noteRequirements.ofGrade, written by `npm run emit`
-- takes uuid, integer
-- gives integer, text[], integer, boolean, boolean, text, integer
select grade, kinds, fewest_characters as "fewestCharacters", sorted, names_title as "namesTitle", every,
    count from note_requirement where school_id = $1 and grade = $2
