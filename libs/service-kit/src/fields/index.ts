/** What a field of a body or a query may be: each is checked and described for the API document by one decorator. */
export { OneOf, OneOfOrNone, SomeOf, YesOfQuery, YesOrNone } from './choices.js';
export { Day, DayOrNone, DayOrNull, TimeOfDay, TimeOrNull } from './days.js';
export { IdAsked, IdOrNone, IdOrNull, IdsOf, SchoolAsked } from './ids.js';
export { GradeOrNone, Grades, LARGEST_WHOLE, Weekdays, Whole, WholeOrNone, WholeOrNull } from './numbers.js';
export { shown } from './shown.js';
export {
  Asked,
  Code,
  CodeOrNone,
  DistinctTexts,
  Line,
  LineOrNull,
  Text,
  TextOrNull,
  Texts,
  WebAddress,
} from './texts.js';
export { Thing, ThingOrNone, Things, ThingsOrNone } from './things.js';
