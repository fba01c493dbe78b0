export { freshDatabase, freshFolder, freshPostgres, type FreshDatabase } from './fresh-database.js';
export { freshKafka, kafkaForTests, type KafkaForTests } from './kafka-for-tests.js';
export { freshS3 } from './fresh-s3.js';
export { describeWithKafka, describeWithRealRecords } from './describe-with.js';
export { note } from './notes.js';
export { spawnFromSource } from './spawn-from-source.js';
export { pdfTexts } from './pdf-texts.js';
