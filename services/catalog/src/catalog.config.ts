import { readConfig, ServiceConfig } from '@shulian/service-kit';

/** The environment of the catalogue; a bad one stops the start. */
export const catalogConfig = (): ServiceConfig => readConfig(ServiceConfig, process.env);
