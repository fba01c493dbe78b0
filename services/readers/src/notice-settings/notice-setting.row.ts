/** The settings `s` of a school, with its webhook `w`. */
export const SETTING_COLUMNS = `s.school_id as "schoolId", s.version, s.paused, s.quiet_from as "quietFrom", s.quiet_until as "quietUntil",
    s.per_hour as "perHour", s.language, s.recipients`;
