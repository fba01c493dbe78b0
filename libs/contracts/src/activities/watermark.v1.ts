import { watermarkOf } from '../envelope/watermark.js';

export const activitiesWatermark = watermarkOf('activities');
