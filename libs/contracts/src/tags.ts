import type { Tags } from './access/tags.js';
import { activitiesTags } from './activities/index.js';
import { catalogTags } from './catalog/index.js';
import { circulationTags } from './circulation/index.js';
import { gatewayTags } from './gateway/index.js';
import { readersTags } from './readers/index.js';
import { reportingTags } from './reporting/index.js';

/** Every group of operations in both languages, so that the page of the contract can be read by who reads no English. */
export const tagTitles: Tags = {
  jobs: { zh: '任务', en: 'Jobs' },
  operations: { zh: '运维', en: 'Operation of the county' },
  ...readersTags,
  ...catalogTags,
  ...circulationTags,
  ...activitiesTags,
  ...reportingTags,
  ...gatewayTags,
};
