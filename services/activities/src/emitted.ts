import { emittedOpenApi } from '@shulian/service-kit';
import { activitiesService } from './activities.module.js';

export const emitted = async (): Promise<Record<string, string>> => ({
  'services/activities/openapi.json': await emittedOpenApi(activitiesService),
});
