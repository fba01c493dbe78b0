import { another } from '../a-school.builder.js';
import { Added, api, byPath, list, write, type FeatureDoors, type Place } from './door.builder.js';

type Made = { readonly id: string };

/** Each time another class of digits: one that has nothing to renumber is refused. */
let classes = 100;

/** A class whose only number is 2: the title that had the 1 went into another class. */
const gapped = async ({ school }: Place): Promise<string> => {
  const { admin, librarian } = school;
  classes += 1;
  const clc = `G624.${String(classes)}`;
  const titles: Made[] = [];
  for (let n = 0; n < 2; n += 1) {
    const { body } = await admin.ask('POST', `${api}/titles`, {
      body: { title: `重排${another()}`, clc },
    });
    titles.push(body as Made);
    await librarian.ask('POST', `${api}/copies`, {
      body: { titleId: (body as Made).id, schoolId: school.id },
    });
  }
  await admin.ask('PATCH', `${api}/titles/${titles[0]?.id ?? ''}`, {
    body: { clc: 'G623.1' },
    headers: { 'if-match': '"v1"' },
  });
  return clc;
};
const asked = async (place: Place): Promise<object> => ({
  schoolId: place.school.id,
  clc: await gapped(place),
});
const renumbered = async (place: Place): Promise<string> => {
  const { body } = await place.school.librarian.ask('POST', `${api}/renumberings`, {
    body: await asked(place),
  });
  return (body as Made).id;
};
const one = new Added(renumbered);
/** Made before the walk, and anew after somebody used it up: who is refused must find nothing changed. */
const gap = new Added(async (place: Place) => ({ clc: await gapped(place) }));
const undoable = new Added(async (place: Place) => ({ id: await renumbered(place) }));

export const feature: FeatureDoors = {
  adds: [one, gap, undoable],
  doors: [
    list(
      'renumberings.preview',
      '/renumbering-previews',
      'school',
      ({ school }) => `schoolId=${school.id}&clc=G624`,
    ),
    write(
      'renumberings.create',
      '/renumberings',
      'school',
      201,
      async (place) => ({ schoolId: place.school.id, clc: (await gap.at(place)).clc }),
      {
        before: async (place) => {
          (await gap.at(place)).clc = await gapped(place);
        },
      },
    ),
    list('renumberings.list', '/renumberings', 'school', ({ school }) => `schoolId=${school.id}`),
    byPath('renumberings.read', 'GET', '/renumberings/{id}', 200, (place) => one.at(place)),
    byPath('renumberings.labels', 'GET', '/renumberings/{id}/labels', 200, (place) => one.at(place)),
    {
      ...byPath(
        'renumberings.undo',
        'POST',
        '/renumberings/{id}/undo',
        200,
        async (place) => (await undoable.at(place)).id,
      ),
      before: async (place) => {
        (await undoable.at(place)).id = await renumbered(place);
      },
    },
  ],
};
