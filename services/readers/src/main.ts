import { runService } from '@shulian/service-kit';
import { serviceConfig } from './readers.config.js';
import { readersDefinition } from './readers.module.js';

await runService(readersDefinition, serviceConfig());
