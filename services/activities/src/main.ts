import { runService } from '@shulian/service-kit';
import { activitiesConfig } from './activities.config.js';
import { activitiesService } from './activities.module.js';

await runService(activitiesService, activitiesConfig());
