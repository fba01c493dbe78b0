import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  everything,
  list,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Made = { readonly id: string };

const described = async ({ school }: Place): Promise<string> => {
  const { body } = await school.admin.ask('POST', `${api}/titles`, { body: { title: `批改${another()}` } });
  return (body as Made).id;
};
const wanted = async (place: Place): Promise<object> => ({
  titleIds: [await described(place)],
  change: { publisher: '人民文学出版社' },
});
const edited = async (place: Place): Promise<string> => {
  const { body } = await place.school.admin.ask('POST', `${api}/title-edits`, { body: await wanted(place) });
  return (body as Made).id;
};
const one = new Added(edited);
const oneAt = (place: Place): Promise<string> => one.at(place);
/** Titles are of the county, whoever described them. */
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });

export const feature: FeatureDoors = {
  adds: [one],
  doors: [
    write('title-edits.preview', '/title-edit-previews', 'county', 200, wanted),
    write('title-edits.create', '/title-edits', 'county', 201, wanted),
    list('title-edits.list', '/title-edits', 'county', everything),
    ofCounty(byPath('title-edits.read', 'GET', '/title-edits/{id}', 200, oneAt)),
    ofCounty(byPath('title-edits.lines', 'GET', '/title-edits/{id}/lines', 200, oneAt)),
    ofCounty(byPath('title-edits.undo', 'POST', '/title-edits/{id}/undo', 200, edited)),
  ],
};
