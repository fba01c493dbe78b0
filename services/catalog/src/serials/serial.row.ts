import { LANGUAGE_KIND_SQL } from '../titles/rules/language-kind.js';

/** A serial as it is shown, of the row `s` and its title `t`. */
export const SERIAL_COLUMNS = `t.id, s.version, t.title, t.publisher, t.clc, t.languages, ${LANGUAGE_KIND_SQL('t.languages')} as "languageKind",
  s.kind, s.issn, s.postal_code as "postalCode", s.cn_number as "cnNumber", s.pattern, s.price_fen as "priceFen", s.audience,
  s.core_subjects as "coreSubjects"`;
export const FROM_SERIAL = 'from serial s join title t on t.id = s.title_id';
