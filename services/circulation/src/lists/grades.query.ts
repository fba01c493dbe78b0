/** The first and the last grade of each section; `libs/lending-rules/src/desk/grade.ts` says the same of one reader. */
const FIRST = (section: string): string =>
  `case ${section} when 'primary' then 1 when 'junior' then 7 else 10 end`;
const YEARS = (section: string): string => `case ${section} when 'primary' then 6 else 3 end`;

type Of = { readonly section: string; readonly entryYear: string; readonly schoolYear: string };

/** The grade in a school year, as SQL; null outside the section. @param schoolYear as SQL, of `schoolYearOf` */
export const gradeSql = ({ section, entryYear, schoolYear }: Of): string =>
  `(case when ${schoolYear} - ${entryYear} between 0 and ${YEARS(section)} - 1
     then ${FIRST(section)} + ${schoolYear} - ${entryYear} end)`;

/** Whether the section ends with the school year, or has ended, as SQL. */
export const isLastYearSql = ({ section, entryYear, schoolYear }: Of): string =>
  `coalesce(${schoolYear} - ${entryYear} >= ${YEARS(section)} - 1, false)`;
