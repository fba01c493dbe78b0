export const LANGUAGE_KINDS = ['chinese', 'foreign', 'parallel'] as const;
/** In what a title is written: Chinese, foreign, or Chinese beside another (对照读物). */
export type LanguageKind = (typeof LANGUAGE_KINDS)[number];

const CHINESE = ['chi', 'zho'];

/** By the ISO 639-2 codes of a title; null where none is known. */
export const languageKindOf = (languages: readonly string[]): LanguageKind | null => {
  if (languages.length === 0) return null;
  const chinese = languages.filter((code) => CHINESE.includes(code.toLowerCase())).length;
  if (chinese === 0) return 'foreign';
  return chinese === languages.length ? 'chinese' : 'parallel';
};

/** The same in SQL, for what lists ask: of a column of codes. */
export const LANGUAGE_KIND_SQL = (column: string): string => `case
    when cardinality(${column}) = 0 then null
    when not lower(${column}::text)::text[] && array['${CHINESE.join("','")}'] then 'foreign'
    when lower(${column}::text)::text[] <@ array['${CHINESE.join("','")}'] then 'chinese'
    else 'parallel' end`;
