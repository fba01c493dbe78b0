import { CreateEventTables } from '@shulian/service-kit';

export class CreateEventTables1790000000000 extends CreateEventTables {}
