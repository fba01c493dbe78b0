import { tourFiles } from '../../deploy/src/tour/tour-files.js';
import { Added, jobDoors, upload, type FeatureDoors } from './door.builder.js';

const job = new Added(({ school }) =>
  school.librarian.import('/api/v1/catalog-imports', 'a.iso', tourFiles.catalogue.read(), {
    schoolId: school.id,
    format: 'auto',
    dryRun: 'true',
  }),
);

export const feature: FeatureDoors = {
  adds: [job],
  doors: [
    {
      ...upload('catalog-imports.create', '/catalog-imports', tourFiles.catalogue),
      damage: ({ form, ...request }) => {
        const odd = new FormData();
        for (const [name, value] of form?.entries() ?? [])
          if (typeof value === 'string') odd.set(name, value);
          else odd.set(name, value, value.name);
        odd.set('profile', '\u0000');
        return [{ ...request, what: 'a profile nobody knows', form: odd, statuses: [400] }];
      },
    },
    ...jobDoors('catalog', async (place) => (await job.at(place)).id),
  ],
};
