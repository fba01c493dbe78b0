import { activitiesFields } from './activities.fields.js';
import { catalogFields } from './catalog.fields.js';
import { circulationFields } from './circulation.fields.js';
import { gatewayFields } from './gateway.fields.js';
import { columnsOf, type PersonalColumn } from './personal-field.js';
import { readersFields } from './readers.fields.js';
import { reportingFields } from './reporting.fields.js';

export * from './personal-field.js';

/** The data dictionary: every column of every service that holds something of a person. */
export const personalColumns: readonly PersonalColumn[] = Object.entries({
  catalog: catalogFields,
  circulation: circulationFields,
  readers: readersFields,
  activities: activitiesFields,
  reporting: reportingFields,
  gateway: gatewayFields,
}).flatMap(([service, fields]) => columnsOf(service, fields));
