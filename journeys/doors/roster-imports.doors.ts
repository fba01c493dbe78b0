import { tourFiles } from '../../deploy/src/tour/tour-files.js';
import { Added, jobDoors, upload, type FeatureDoors } from './door.builder.js';

const job = new Added(({ school }) =>
  school.librarian.import('/api/v1/roster-imports', 'a.csv', tourFiles.roster.read(), {
    schoolId: school.id,
    format: 'auto',
    dryRun: 'true',
    // The file is of another class: everybody here would leave by it, were it not a dry run.
    maxLeavers: '100',
  }),
);

export const feature: FeatureDoors = {
  adds: [job],
  doors: [
    upload('roster-imports.create', '/roster-imports', tourFiles.roster),
    ...jobDoors('readers', async (place) => (await job.at(place)).id),
  ],
};
