-- rotation.classes, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, integer, integer
select kc.class_id as "classId", kc.school_id as "schoolId", kc.section, kc.entry_year as "entryYear",
    kc.class_no as "classNo" from known_class kc where kc.school_id = $1
