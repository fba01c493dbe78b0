import { byPath, type Door, type FeatureDoors, type Place } from './door.builder.js';

/** One pixel, as PNG. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const form = (): FormData => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(pixel)]), 'cover.png');
  return form;
};
const pathOf = ({ copy }: Place): string => `/api/v1/titles/${copy.titleId}/cover`;
const titleOf = ({ copy }: Place): string => copy.titleId;
const put = (place: Place): Promise<unknown> =>
  place.school.admin.ask('PUT', pathOf(place), { form: form() });
/** A cover is of the county, whoever put it. */
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });

export const feature: FeatureDoors = {
  doors: [
    ofCounty({ ...byPath('covers.read', 'GET', '/titles/{id}/cover', 200, titleOf), before: put }),
    ofCounty({
      ...byPath('covers.put', 'PUT', '/titles/{id}/cover', 200, titleOf),
      ask: (place) => ({ path: pathOf(place), form: form() }),
    }),
    ofCounty({ ...byPath('covers.remove', 'DELETE', '/titles/{id}/cover', 204, titleOf), before: put }),
  ],
};
