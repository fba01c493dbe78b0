import { readConfig, ServiceConfig } from '@shulian/service-kit';

/** The environment of reporting; a bad one stops the start. */
export const reportingConfig = (): ServiceConfig => readConfig(ServiceConfig, process.env);
