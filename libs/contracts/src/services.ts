// Emitted from services/services.json by `npm run emit`.

/** Every service of the county. */
export const serviceNames = [
  'readers',
  'catalog',
  'circulation',
  'activities',
  'reporting',
  'gateway',
] as const;
export type ServiceName = (typeof serviceNames)[number];
