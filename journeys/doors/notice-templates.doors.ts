import { api, list, ofSchool, type Door, type FeatureDoors } from './door.builder.js';

const template = `${api}/notice-templates/{name}`;
const path = `${api}/notice-templates/overdue.reader.zh`;
const words = { subject: '请还书', body: '{{readerName}}有 {{count}} 册书超期。' };
const ofTemplate = (
  operation: Door['operation'],
  method: Door['method'],
  its: { readonly ok: number; readonly more?: string },
  ask: Door['ask'],
): Door => ({
  operation,
  method,
  path: `${template}${its.more ?? ''}`,
  touches: 'school',
  ok: its.ok,
  ask,
});

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/notice-templates?schoolId=${school.id}`],
  doors: [
    list('notice-templates.list', '/notice-templates', 'school', ofSchool),
    ofTemplate('notice-templates.read', 'GET', { ok: 200 }, (place) => ({
      path: `${path}?${ofSchool(place)}`,
    })),
    ofTemplate('notice-templates.change', 'PATCH', { ok: 200 }, async ({ school }) => {
      const now = await school.librarian.ask('GET', `${path}?schoolId=${school.id}`);
      const headers = { 'if-match': now.headers.get('etag') ?? '"v1"' };
      return { path, body: { schoolId: school.id, ...words }, headers };
    }),
    ofTemplate('notice-templates.preview', 'POST', { ok: 200, more: '/preview' }, ({ school }) => ({
      path: `${path}/preview`,
      body: { schoolId: school.id, ...words },
    })),
    ofTemplate('notice-templates.reset', 'DELETE', { ok: 204 }, (place) => ({
      path: `${path}?${ofSchool(place)}`,
    })),
  ],
};
