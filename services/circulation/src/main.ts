import { runService } from '@shulian/service-kit';
import { circulationConfig } from './circulation.config.js';
import { circulationDefinition } from './circulation.module.js';

await runService(circulationDefinition, circulationConfig());
