import { fileReadingProblems } from '../file-reading.problems.js';
import { picturesProblems } from '../pictures.problems.js';
import { acceptanceAccess } from './acceptance.access.js';
import { acceptanceProblems } from './acceptance.problems.js';
import { accessionAccess } from './accession.access.js';
import { accessionProblems } from './accession.problems.js';
import { bibliographiesAccess } from './bibliographies.access.js';
import { bibliographiesProblems } from './bibliographies.problems.js';
import { catalogImportsAccess } from './catalog-imports.access.js';
import { catalogImportsProblems } from './catalog-imports.problems.js';
import { coversAccess } from './covers.access.js';
import { labelsAccess } from './labels.access.js';
import { labelsProblems } from './labels.problems.js';
import { locationsAccess } from './locations.access.js';
import { locationsProblems } from './locations.problems.js';
import { processingAccess } from './processing.access.js';
import { processingProblems } from './processing.problems.js';
import { ordersAccess } from './orders.access.js';
import { ordersProblems } from './orders.problems.js';
import { plansAccess } from './plans.access.js';
import { plansProblems } from './plans.problems.js';
import { ownershipTransfersAccess } from './ownership-transfers.access.js';
import { ownershipTransfersProblems } from './ownership-transfers.problems.js';
import { registersAccess } from './registers.access.js';
import { registersProblems } from './registers.problems.js';
import { repairAccess } from './repair.access.js';
import { repairProblems } from './repair.problems.js';
import { serialsAccess } from './serials.access.js';
import { serialsProblems } from './serials.problems.js';
import { subscriptionsAccess } from './subscriptions.access.js';
import { subscriptionsProblems } from './subscriptions.problems.js';
import { stocktakeAccess } from './stocktake.access.js';
import { stocktakeProblems } from './stocktake.problems.js';
import { searchAccess } from './search.access.js';
import { titleMergesAccess } from './title-merges.access.js';
import { titleMergesProblems } from './title-merges.problems.js';
import { selectionAccess } from './selection.access.js';
import { selectionProblems } from './selection.problems.js';
import { titlesAccess } from './titles.access.js';
import { titlesProblems } from './titles.problems.js';
import { weedingAccess } from './weeding.access.js';
import { weedingProblems } from './weeding.problems.js';

export * from './topics.js';
export * from './watermark.v1.js';
export * from './titles.v1.js';
export * from './copies.v1.js';

/** Each feature brings its operations and its refusals; here they are only put together. */
export const catalogAccess = {
  ...titlesAccess,
  ...titleMergesAccess,
  ...searchAccess,
  ...bibliographiesAccess,
  ...coversAccess,
  ...accessionAccess,
  ...registersAccess,
  ...stocktakeAccess,
  ...weedingAccess,
  ...repairAccess,
  ...ownershipTransfersAccess,
  ...labelsAccess,
  ...locationsAccess,
  ...processingAccess,
  ...catalogImportsAccess,
  ...selectionAccess,
  ...ordersAccess,
  ...acceptanceAccess,
  ...plansAccess,
  ...serialsAccess,
  ...subscriptionsAccess,
};
export const catalogProblems = {
  ...titlesProblems,
  ...titleMergesProblems,
  ...bibliographiesProblems,
  ...accessionProblems,
  ...registersProblems,
  ...stocktakeProblems,
  ...weedingProblems,
  ...repairProblems,
  ...ownershipTransfersProblems,
  ...labelsProblems,
  ...locationsProblems,
  ...processingProblems,
  ...catalogImportsProblems,
  ...selectionProblems,
  ...ordersProblems,
  ...acceptanceProblems,
  ...plansProblems,
  ...serialsProblems,
  ...subscriptionsProblems,
  ...fileReadingProblems,
  ...picturesProblems,
};
