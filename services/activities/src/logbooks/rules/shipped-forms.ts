import type { ShippedForm } from './form-pieces.js';
import { activityForms } from './shipped-activity-forms.js';
import { collectionForms } from './shipped-collection-forms.js';
import { countyForms } from './shipped-county-forms.js';
import { feedbackForms } from './shipped-feedback-forms.js';
import { facilityForms } from './shipped-facility-forms.js';
import { runningForms } from './shipped-running-forms.js';
import { staffForms } from './shipped-staff-forms.js';
import { teachingForms } from './shipped-teaching-forms.js';

/** Forms that every school has from the start. A change of one is a new version: a field keeps its key and its type. */
export const shippedForms: readonly ShippedForm[] = [
  ...runningForms,
  ...countyForms,
  ...facilityForms,
  ...teachingForms,
  ...staffForms,
  ...feedbackForms,
  ...activityForms,
  ...collectionForms,
];

const byCode = new Map(shippedForms.map((shipped) => [shipped.code, shipped]));

export const shippedForm = (code: string): ShippedForm | null => byCode.get(code) ?? null;
