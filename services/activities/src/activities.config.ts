import { readConfig, ServiceConfig } from '@shulian/service-kit';

/** The environment of activities; a bad one stops the start. */
export const activitiesConfig = (): ServiceConfig => readConfig(ServiceConfig, process.env);
