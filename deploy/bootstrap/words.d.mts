export type Language = 'zh' | 'en';
export declare function languageOf(environment: NodeJS.ProcessEnv): Language;
export declare const language: Language;
export declare function words(zh: string, en: string): string;
