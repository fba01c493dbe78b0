import { MavenJars } from './maven-jars.js';

const jars = new MavenJars('kafka', 'kafka.version', 'kafka_');

/** Why this machine cannot run a broker from the jars, in a sentence, or undefined when it can. */
export const whyNoKafkaFromJars = (): string | undefined => jars.whyNot();

/** The folder with the broker's jars; 45 MB on first use. */
export const kafkaJars = (): Promise<{ folder: string; version: string }> => jars.fetched();
